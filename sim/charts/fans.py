"""Cumulative differences of all designs: in one panel where they can be told apart, else in one each."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, time_axis, value_axis
from sim.charts.frame import (
    across,
    end_texts,
    line,
    pixels,
    room,
    rows,
    time_texts,
    upwards,
    value_grid,
    words,
    zero_line,
)
from sim.charts.intervals import intervals_table, leader_title
from sim.charts.labels import Span, end_labels
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, LINE, MUTED, coloured_text, role_colour, role_dash, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.explain.timing import cumulative_path
from sim.experiment.outcomes import HEADLINE
from sim.text.catalogue import say
from sim.text.numbers import money, period

HEIGHT: Final = 240
TOGETHER: Final = 3
"""Most designs that share a panel."""

PANEL: Final = 0.86
"""Share of its place that a small panel fills."""

ROOM_LEFT: Final = 46
ROOM_RIGHT: Final = 76
ROOM_ABOVE: Final = 34
FIGURE: Final = 58
"""Narrower panels have their figures in the table only."""

STEPS: Final = 5
BELOW: Final = 26
FILL: Final = 0.09
EDGE: Final = 0.55


def fans(comparison: Comparison, scale: float = 1.0) -> Picture:
    """Net contribution of every design less today, added up since now: mean and 80 % of the futures.

    Parameters
    ----------
    comparison : with at least one design
    scale : of type, strokes and height; 1.35 on a projector
    """
    paths = {role_of(comparison, name): cumulative_path(comparison, name) for name in comparison.designs}
    low = min(float(path["low"].to_numpy().min()) for path in paths.values())
    high = max(float(path["high"].to_numpy().max()) for path in paths.values())
    ticks = round_ticks(low, high, STEPS)
    is_apart = len(paths) > TOGETHER
    totals = [comparison.findings[name][HEADLINE].difference.mean for name in comparison.designs]
    figures = {role: money(total, signed=True) for role, total in zip(paths, totals, strict=True)}
    span = Span(min(low, ticks[0]), max(high, ticks[-1]), HEIGHT - BELOW)
    named = _headings(figures, comparison.horizon_weeks) if is_apart else _named(paths, figures, span)
    data = side_by_side(
        _drawn(paths, is_apart), value_axis(ticks, "¤", signed=True), pl.DataFrame({"zero": [0.0]}), *named
    )
    height = round(HEIGHT * scale)
    return Picture(
        spec=_apart(scale, height, len(paths)) if is_apart else _together(scale, height),
        data=data,
        table=intervals_table(comparison),
        title=leader_title(comparison),
        alt=say("charts.fans.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _together(scale: float, height: int) -> Mapping[str, Any]:
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        *_fans(scale),
        *end_texts(scale),
        time_texts(scale),
        height=height,
    )


@cache
def _apart(scale: float, height: int, panels: int) -> Mapping[str, Any]:
    left = pixels(f"datum.panel * width / {panels - 1 + PANEL}")
    heading = words(rows("panel"), "panel_text", scale, align="left", fontWeight=600, size=14)
    fits = alt.ExprRef(f"width / {panels} < {FIGURE * scale} ? 0 : 1")
    figure = words(rows("panel"), "panel_figure", scale, align="left", fill=INK, opacity=fits)
    above = rows("zero").mark_point(opacity=0, size=1, aria=False)
    about = words(rows("about"), "about", scale, align="left", fill=INK, opacity=MUTED)
    return composed(
        *room(ROOM_LEFT * scale, 4 * scale),
        above.encode(x=alt.value(0), y=alt.value(-ROOM_ABOVE * scale)),
        *value_grid(scale),
        *_fans(scale),
        *coloured_text(heading.encode(x=left, y=alt.value(-26 * scale)), "panel_role"),
        figure.encode(x=left, y=alt.value(-10 * scale)),
        about.encode(x=alt.value(0), y=pixels(f"height + {12 * scale}")),
        height=height,
    )


def _fans(scale: float) -> list[alt.Chart]:
    fill = rows("low").mark_area(opacity=FILL, aria=False)
    edges = [line(end, scale).encode(opacity=alt.value(EDGE)) for end in ("low", "high")]
    return [
        fill.encode(x=across(), y=upwards("low"), y2="high:Q", color=role_colour()),
        *edges,
        zero_line(scale),
        line("mean", LINE * scale).encode(strokeDash=role_dash()),
    ]


def _drawn(paths: Mapping[str, pl.DataFrame], is_apart: bool) -> pl.DataFrame:
    panels = []
    for place, (role, path) in enumerate(paths.items()):
        inside = place + PANEL * pl.col("week") / pl.col("week").max()
        shown = path.select("week", "mean", "low", "high", role=pl.lit(role))
        panels.append(shown.with_columns(week=inside) if is_apart else shown)
    return pl.concat(panels)


def _named(
    paths: Mapping[str, pl.DataFrame], figures: Mapping[str, str], span: Span
) -> tuple[pl.DataFrame, ...]:
    ends = {role: float(path["mean"][-1]) for role, path in paths.items()}
    weeks = next(iter(paths.values())).height - 1
    return end_labels(ends, span, figures), time_axis(weeks)


def _headings(figures: Mapping[str, str], weeks: int) -> tuple[pl.DataFrame, ...]:
    panels = {
        "panel": [float(place) for place in range(len(figures))],
        "panel_text": list(figures),
        "panel_role": list(figures),
        "panel_figure": list(figures.values()),
    }
    about = say("charts.fans.each", period=period(weeks))
    return pl.DataFrame(panels), pl.DataFrame({"about": [about]})
