"""One outcome over time: today and up to three designs, named where their lines end."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import polars as pl

from sim.charts.axes import round_ticks, time_axis, value_axis
from sim.charts.cumulative import after
from sim.charts.frame import (
    BETWEEN_THE_ENDS,
    band,
    end_texts,
    role_lines,
    room,
    time_texts,
    value_grid,
)
from sim.charts.labels import Span, end_labels
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import BAND_80, letter, role_of, today_on_top
from sim.charts.turning import Path, level_title, strongest, unmoved_title
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import BY_NAME, Outcome, Period, Unit
from sim.text.catalogue import say
from sim.text.numbers import amount

SMALL: Final = 150
MEDIUM: Final = 190
MOST_DESIGNS: Final = 3
ROOM_LEFT: Final = 46
ROOM_RIGHT: Final = 46
STEPS: Final = 3
BELOW: Final = 26


def lines(
    comparison: Comparison, designs: Sequence[str], outcome: str, scale: float = 1.0, *, height: int = SMALL
) -> Picture:
    """An outcome week by week: today dashed, designs solid, an 80 % band where there is a single design.

    The band is today's mean plus the paired difference: today's line is outside where that is clear of zero.
    Sums are shown per week as the mean of the last 13, without a band: quarter ends would hide the path.

    Parameters
    ----------
    comparison : with the designs
    designs : names of one to three designs
    outcome : key of ``outcomes.OUTCOMES``
    scale : of type, strokes and height; 1.35 on a projector
    height : ``SMALL`` or ``MEDIUM``, px

    Raises
    ------
    ValueError : more designs than can be told apart, or an outcome that has no path of its own
    """
    measure = BY_NAME[outcome]
    if not 0 < len(designs) <= MOST_DESIGNS or measure.period in (Period.QUARTER, Period.YEAR):
        raise ValueError(f"no lines of {outcome} for {len(designs)} designs")
    paths = {name: _path(comparison, name, measure) for name in (comparison.today, *designs)}
    roles = {name: role_of(comparison, name) for name in paths}
    drawn = pl.concat([path.with_columns(role=pl.lit(roles[name])) for name, path in paths.items()])
    shown = drawn.with_columns(_band(paths, len(designs) == 1 and not is_flow(measure)))
    low, high = _bounds(shown)
    ticks = round_ticks(low, high, STEPS)
    span = Span(min(low, ticks[0]), max(high, ticks[-1]), height - BELOW)
    data = side_by_side(
        today_on_top(shown.drop("apart_low", "apart_high")),
        value_axis(ticks, measure.unit),
        time_axis(comparison.horizon_weeks, most=1),
        _ends(paths, roles, span),
        pl.DataFrame({"zero": [0.0]}),
    )
    return Picture(
        spec=_spec(scale, round(height * scale)),
        data=data,
        table=_table(paths, roles, measure),
        title=_title(comparison, designs, measure),
        alt=say("charts.lines.alt", today=say("charts.today")),
        height=round(height * scale),
    )


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        band("low", "high", BAND_80 * 0.6),
        role_lines("week", "value", scale),
        *end_texts(scale),
        time_texts(scale, BETWEEN_THE_ENDS),
        height=height,
    )


def _path(comparison: Comparison, name: str, measure: Outcome) -> pl.DataFrame:
    own = comparison.weeks.filter((pl.col("design") == name) & (pl.col("outcome") == measure.name))
    path = own.select(
        week=pl.col("week").cast(pl.Float64) + 1.0,
        value=pl.col("mean"),
        apart_low=pl.col("difference_p10"),
        apart_high=pl.col("difference_p90"),
    )
    return path.with_columns(pl.col("value").rolling_mean(WEEKS_PER_QUARTER)) if is_flow(measure) else path


def _band(paths: Mapping[str, pl.DataFrame], is_shown: bool) -> list[pl.Series]:
    today, *designs = paths.values()
    empty = pl.Series([None] * today.height, dtype=pl.Float64)
    ends = []
    for end in ("low", "high"):
        pieces = [today["value"] + path[f"apart_{end}"] if is_shown else empty for path in designs]
        ends.append(pl.concat([empty, *pieces]).alias(end))
    return ends


def is_flow(measure: Outcome) -> bool:
    """Whether a week's figure is a part of a sum, with the swing of the quarter in it."""
    return measure.period is Period.HORIZON


def _bounds(drawn: pl.DataFrame) -> tuple[float, float]:
    values = [*drawn["value"].drop_nulls(), *drawn["low"].drop_nulls(), *drawn["high"].drop_nulls()]
    return (min(values), max(values)) if values else (0.0, 0.0)


def _ends(paths: Mapping[str, pl.DataFrame], roles: Mapping[str, str], span: Span) -> pl.DataFrame:
    last = {roles[name]: path["value"].drop_nulls() for name, path in paths.items()}
    return end_labels({role: float(values[-1]) for role, values in last.items() if len(values)}, span)


def _title(comparison: Comparison, designs: Sequence[str], measure: Outcome) -> str:
    paths = {name: _differences(comparison, name, measure) for name in designs}
    ends = {name: comparison.findings[name][measure.name].difference for name in designs}
    chosen = strongest(paths, ends)
    if chosen is None:
        return unmoved_title(measure)
    title = level_title(measure, paths[chosen], ends[chosen], comparison.horizon_weeks)
    if len(designs) == 1:
        return title
    return say("charts.lines.of", finding=title, design=role_of(comparison, chosen))


def _differences(comparison: Comparison, name: str, measure: Outcome) -> Path:
    own = comparison.weeks.filter((pl.col("design") == name) & (pl.col("outcome") == measure.name))
    found = (own[f"difference_{end}"].cast(pl.Float64).to_numpy() for end in ("mean", "p10", "p90"))
    return Path(*found)


def _table(paths: Mapping[str, pl.DataFrame], roles: Mapping[str, str], measure: Outcome) -> pl.DataFrame:
    weeks = next(iter(paths.values())).height
    kept = [*range(WEEKS_PER_QUARTER, weeks, WEEKS_PER_QUARTER), weeks]
    heading = "charts.column.a_week" if measure.unit is Unit.MONEY else "charts.column.level"
    name = say(f"outcomes.{measure.name}")
    columns = {
        say(heading, outcome=name, programme=letter(roles[key])): [
            amount(_figure(path["value"][week - 1]), measure.unit) for week in kept
        ]
        for key, path in paths.items()
    }
    return pl.DataFrame({say("charts.column.after"): [after(week) for week in kept], **columns})


def _figure(value: float | None) -> float:
    return float("nan") if value is None else float(value)
