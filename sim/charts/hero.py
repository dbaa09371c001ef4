"""The chart a comparison opens with: what a design adds up to against today, week by week."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, time_axis, value_axis
from sim.charts.cumulative import hover_strips, quarters_in_words, quarters_table
from sim.charts.frame import (
    across,
    band,
    hover_layer,
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
from sim.charts.labels import Span, spread
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import BAND_80, BAND_95, FONT, INK, LINE, MUTED, coloured_text, role_of
from sim.charts.turning import cumulative_title
from sim.experiment.comparison import Comparison
from sim.experiment.explain.timing import cumulative_path
from sim.experiment.outcomes import HEADLINE
from sim.experiment.paired import Difference
from sim.text.catalogue import say, say_count
from sim.text.numbers import money

HEIGHT: Final = 300
ROOM_LEFT: Final = 46
ROOM_RIGHT: Final = 60
STEPS: Final = 6
LABEL_GAP: Final = 15
SMALLEST_PART: Final = 0.25
"""Part of the axis that a picture fills at least; below it the axis starts afresh."""
BELOW: Final = 26


Bounds = tuple[float, float]
"""Lowest and highest ¤ that a picture has room for."""


def hero(
    comparison: Comparison, design: str, scale: float = 1.0, *, at_least: Bounds = (0.0, 0.0)
) -> Picture:
    """Cumulative difference of net contribution to today: mean, 80 % and 95 % of the futures.

    Parameters
    ----------
    comparison : with the design
    design : its name
    scale : of type, strokes and height; 1.35 on a projector
    at_least : what the axis holds besides this design, so that one picture can be laid over the next
    """
    path = cumulative_path(comparison, design)
    total = comparison.findings[design][HEADLINE].difference
    quarters = quarters_in_words(path)
    ticks, span = _upright(_wider(_reach(path), at_least))
    weeks = comparison.horizon_weeks
    data = side_by_side(
        path.with_columns(role=pl.lit(role_of(comparison, design))),
        value_axis(ticks, "¤", signed=True),
        time_axis(weeks),
        pl.DataFrame({"zero": [0.0]}),
        _end_labels(total, span),
        _launch_label(comparison.starts[design], weeks, ticks[0 if total.mean < 0.0 else -1]),
        hover_strips(quarters),
    )
    height = round(HEIGHT * scale)
    title = cumulative_title(path, total, weeks)
    about = say("charts.hero.alt", today=say("charts.today"))
    return Picture(_spec(scale, height), data, quarters_table(quarters), title, about, height)


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        band("lowest", "highest", BAND_95),
        band("low", "high", BAND_80),
        zero_line(scale),
        *_launch(scale),
        line("mean", LINE * scale),
        *_ends(scale),
        time_texts(scale),
        hover_layer(),
        height=height,
    )


def _launch(scale: float) -> list[alt.Chart]:
    start = rows("launch").encode(x=across("launch"))
    rule = start.mark_rule(stroke=INK, opacity=MUTED, strokeDash=[2, 3], strokeWidth=1.25 * scale, aria=False)
    text = words(
        start,
        "launch_text",
        scale,
        align=alt.ExprRef("datum.launch_late ? 'right' : 'left'"),
        dx=alt.ExprRef(f"datum.launch_late ? {-6 * scale} : {6 * scale}"),
        dy=alt.ExprRef(f"datum.launch_at > 0 ? {9 * scale} : {-9 * scale}"),
        fill=INK,
        opacity=MUTED,
    )
    return [rule, text.encode(y=upwards("launch_at"))]


def _ends(scale: float) -> list[alt.Chart]:
    at_end = {"x": pixels(f"width + {8 * scale}"), "y": upwards("end")}
    mean = words(rows("end_mean"), "end_mean", scale, align="left", fontWeight=600, size=FONT + 1)
    bounds = words(rows("end_bound"), "end_bound", scale, align="left", fill=INK, opacity=MUTED)
    return [*coloured_text(mean.encode(**at_end)), bounds.encode(**at_end)]


def steady(kept: Bounds, comparison: Comparison, design: str) -> Bounds:
    """Bounds for the next picture: those kept, widened; or its own where it would be a thin strip in them.

    Parameters
    ----------
    kept : of the picture before; (0, 0) for none
    comparison : with the design
    design : its name
    """
    own = _reach(cumulative_path(comparison, design))
    both = _wider(own, kept)
    return own if own[1] - own[0] < SMALLEST_PART * (both[1] - both[0]) else both


def _reach(path: pl.DataFrame) -> Bounds:
    return float(path["lowest"].to_numpy().min()), float(path["highest"].to_numpy().max())


def _wider(one: Bounds, other: Bounds) -> Bounds:
    return min(one[0], other[0]), max(one[1], other[1])


def _upright(bounds: Bounds) -> tuple[list[float], Span]:
    low, high = bounds
    ticks = round_ticks(low, high, STEPS)
    return ticks, Span(min(ticks[0], low), max(ticks[-1], high), HEIGHT - BELOW)


def _end_labels(total: Difference, span: Span) -> pl.DataFrame:
    mean = money(total.mean, signed=True)
    if total.p10 == total.p90:
        return pl.DataFrame({"end": [total.mean], "end_mean": [mean], "end_bound": [None]})
    largest = max(abs(total.p10), abs(total.p90), abs(total.mean))
    low, high = (money(end, signed=True, like=largest) for end in (total.p10, total.p90))
    places = spread([total.p10, total.mean, total.p90], span, LABEL_GAP)
    return pl.DataFrame({"end": places, "end_mean": [None, mean, None], "end_bound": [low, None, high]})


def _launch_label(launch: int, weeks: int, at: float) -> pl.DataFrame:
    label = pl.DataFrame(
        {
            "launch": [float(launch)],
            "launch_text": [say_count("charts.launch", launch)],
            "launch_late": [launch > weeks / 2],
            "launch_at": [at],
        }
    )
    return label if 0 < launch < weeks else label.clear()
