"""The chance in one glance: in how many futures a design is better, as a figure and as dots."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.frame import rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, coloured_text, role_colour, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.text.catalogue import say
from sim.text.numbers import count

HEIGHT: Final = 150
HUNDRED: Final = 100
DOTS: Final = 20
PER_ROW: Final = 10
FIGURE: Final = 38.0
DOT: Final = 90.0
EDGE: Final = 7
FIGURE_AT, FIRST_LINE_AT, SECOND_LINE_AT, DOTS_AT, ROW_GAP = 20.0, 54.0, 72.0, 100.0, 18.0


def odds(comparison: Comparison, design: str, scale: float = 1.0) -> Picture:
    """Futures in which a design earns more than today, of a hundred, or of those there are if they are fewer.

    Parameters
    ----------
    comparison : with the design
    design : its name
    scale : of type and dots; 1.35 on a projector
    """
    difference = comparison.findings[design][HEADLINE].difference
    share, among = difference.better_share, min(difference.futures, HUNDRED)
    today, figure = say("charts.today"), count(_among(share, among))
    lines = say("charts.odds.of", futures=count(among)), say("charts.odds.better", today=today)
    told = pl.DataFrame(
        {"figure": [figure], "of": [lines[0]], "better": [lines[1]], "role": [role_of(comparison, design)]}
    )
    data = side_by_side(told, dots(share).with_columns(dot_role=pl.lit(role_of(comparison, design))))
    title = say("charts.odds.title", figure=figure, today=today, futures=count(among))
    table = pl.DataFrame({lines[0]: [figure]})
    return Picture(
        _spec(scale), data, table, title, say("charts.odds.alt", today=today), round(HEIGHT * scale)
    )


def _among(share: float, futures: int) -> int:
    """Whole futures of so many: none and all only where it is none and all."""
    found = round(futures * share)
    return found if share in (0.0, 1.0) else min(max(found, 1), futures - 1)


def dots(share: float) -> pl.DataFrame:
    """Twenty dots in two rows, filled in proportion: some only if the share is not 0, all only if it is 1.

    Parameters
    ----------
    share : 0 to 1
    """
    filled = round(DOTS * share)
    filled = min(max(filled, 1 if share > 0.0 else 0), DOTS if share >= 1.0 else DOTS - 1)
    places = range(DOTS)
    return pl.DataFrame(
        {
            "dot": [float(place % PER_ROW) for place in places],
            "dot_row": [float(place // PER_ROW) for place in places],
            "dot_full": pl.Series([1.0 if place < filled else None for place in places], dtype=pl.Float64),
        }
    )


@cache
def _spec(scale: float) -> Mapping[str, Any]:
    figure = words(rows("figure"), "figure", scale, size=FIGURE, align="left", fontWeight=600)
    lines = [
        _line("of", FIRST_LINE_AT, scale),
        _line("better", SECOND_LINE_AT, scale),
    ]
    at = figure.encode(x=alt.value(0), y=alt.value(FIGURE_AT * scale))
    return composed(*coloured_text(at), *lines, *_dots(scale), height=round(HEIGHT * scale))


def _line(field: str, at: float, scale: float) -> alt.Chart:
    text = words(rows(field), field, scale, size=13.0, align="left", fill=INK, opacity=MUTED)
    placed: alt.Chart = text.encode(x=alt.value(0), y=alt.value(at * scale))
    return placed


def _dots(scale: float) -> list[alt.Chart]:
    across = alt.Scale(domain=[0, PER_ROW - 1], range=[EDGE * scale, alt.ExprRef(f"width - {EDGE * scale}")])
    down = alt.Scale(domain=[0, 1], range=[DOTS_AT * scale, (DOTS_AT + ROW_GAP) * scale])
    look: dict[str, Any] = {"size": DOT * scale**2, "strokeWidth": 1.2 * scale, "opacity": 1.0, "aria": False}
    rings, discs = (
        rows(field).mark_point(filled=field == "dot_full", **look) for field in ("dot", "dot_full")
    )
    return [
        points.encode(
            x=alt.X("dot:Q", axis=None, scale=across),
            y=alt.Y("dot_row:Q", axis=None, scale=down),
            color=role_colour("dot_role"),
        )
        for points in (rings, discs)
    ]
