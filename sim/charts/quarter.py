"""How a quarter's purchases spread over its weeks: rush at the end, or an even pace."""

from collections.abc import Mapping
from functools import cache
from math import isnan
from typing import Any, Final

import polars as pl

from sim.charts.axes import round_ticks, value_axis
from sim.charts.frame import end_texts, role_lines, room, rows, time_texts, upwards, value_grid
from sim.charts.labels import Span, end_labels
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, letter, role_of, today_on_top
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.text.catalogue import say
from sim.text.numbers import share

HEIGHT: Final = 190
LAST_WEEKS: Final = "last_four_weeks_share"
ROOM_LEFT: Final = 40
ROOM_RIGHT: Final = 74
STEPS: Final = 3
BELOW: Final = 26


def quarter(comparison: Comparison, scale: float = 1.0) -> Picture:
    """Share of a quarter's purchases by week, every programme, against an even pace.

    Parameters
    ----------
    comparison : with at least one design
    scale : of type, strokes and height; 1.35 on a projector
    """
    roles = {name: role_of(comparison, name) for name in (comparison.today, *comparison.designs)}
    shares = comparison.profile.select(
        week=pl.col("week_of_quarter").cast(pl.Float64),
        share=pl.col("share_mean"),
        role=pl.col("design").replace_strict(roles, return_dtype=pl.String),
    )
    highest = float(shares["share"].max() or 0.0)  # type: ignore[arg-type]
    ticks = round_ticks(0.0, highest, STEPS)
    span = Span(0.0, max(ticks[-1], highest), HEIGHT - BELOW)
    last = shares.filter(pl.col("week") == WEEKS_PER_QUARTER).drop_nulls("share")
    ends = dict(last.select("role", "share").iter_rows())
    even = pl.DataFrame({"even": [1.0 / WEEKS_PER_QUARTER], "zero": [0.0]})
    data = side_by_side(
        today_on_top(shares),
        value_axis(ticks, "share"),
        _weeks(),
        end_labels(ends, span, {role: share(value) for role, value in ends.items()}),
        even,
    )
    height = round(HEIGHT * scale)
    about = say("charts.quarter.alt", today=say("charts.today"))
    return Picture(_spec(scale, height), data, _table(shares), _title(comparison), about, height)


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    even = rows("even").mark_rule(
        stroke=INK, opacity=MUTED, strokeDash=[1.5, 3], strokeWidth=1.25 * scale, aria=False
    )
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        even.encode(y=upwards("even")),
        role_lines("week", "share", scale),
        *end_texts(scale),
        time_texts(scale, "datum.time == 1 ? 'left' : 'right'"),
        height=height,
    )


def _weeks() -> pl.DataFrame:
    ends = (1, WEEKS_PER_QUARTER)
    texts = [say("charts.quarter.week", week=week) for week in ends]
    return pl.DataFrame({"time": [float(week) for week in ends], "time_text": texts})


def _title(comparison: Comparison) -> str:
    moved = [
        finding
        for name in comparison.designs
        for finding in comparison.moved(name)
        if finding.outcome.name == LAST_WEEKS
    ]
    today = say("charts.today")
    if not moved:
        level = next(iter(comparison.findings.values()))[LAST_WEEKS].baseline_mean
        if isnan(level):
            return say("charts.quarter.nobody", today=today)
        return say("charts.quarter.same", today=today, level=share(level))
    furthest = max(moved, key=lambda finding: abs(finding.difference.mean))
    return say(
        "charts.quarter.differs",
        design=role_of(comparison, furthest.design),
        share=share(furthest.design_mean),
        today=today,
        level=share(furthest.baseline_mean),
    )


def _table(shares: pl.DataFrame) -> pl.DataFrame:
    columns = {
        say("charts.column.of_purchases", programme=letter(role)): [share(value) for value in own["share"]]
        for (role,), own in shares.group_by("role", maintain_order=True)
    }
    weeks = [say("charts.quarter.week", week=week) for week in range(1, WEEKS_PER_QUARTER + 1)]
    return pl.DataFrame({say("charts.column.week_of_quarter"): weeks, **columns})
