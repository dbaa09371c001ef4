"""One outcome over time: today and up to three designs, named where their lines end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
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
from sim.charts.theme import BAND_80, letter, role_of
from sim.charts.turning import Path, level_title, strongest, unmoved_title
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import BY_NAME, Outcome, Period, Unit
from sim.experiment.weekly import Array
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
    designs : names of up to three designs; without any, today's programme stands alone
    outcome : key of ``outcomes.OUTCOMES``
    scale : of type, strokes and height; 1.35 on a projector
    height : ``SMALL`` or ``MEDIUM``, px

    Raises
    ------
    ValueError : more designs than can be told apart, or an outcome that has no path of its own
    """
    measure = BY_NAME[outcome]
    if len(designs) > MOST_DESIGNS or measure.period in (Period.QUARTER, Period.YEAR):
        raise ValueError(f"no lines of {outcome} for {len(designs)} designs")
    today, *tried = drawn = [_drawn(comparison, name, measure) for name in (comparison.today, *designs)]
    shown = _frame(today, tried, has_band=len(tried) == 1 and not is_flow(measure))
    low, high = _bounds(shown)
    ticks = round_ticks(low, high, STEPS)
    span = Span(min(low, ticks[0]), max(high, ticks[-1]), height - BELOW)
    data = side_by_side(
        shown,
        value_axis(ticks, measure.unit),
        time_axis(comparison.horizon_weeks, most=1),
        end_labels({one.role: one.last for one in drawn if np.isfinite(one.last)}, span),
        pl.DataFrame({"zero": [0.0]}),
    )
    return Picture(
        spec=_spec(scale, round(height * scale)),
        data=data,
        table=_table(drawn, measure),
        title=_title(comparison, dict(zip(designs, tried, strict=True)), measure),
        alt=say("charts.lines.alt", today=say("charts.today")),
        height=round(height * scale),
    )


@dataclass(frozen=True)
class _Drawn:
    """One programme: its role, its figure every week [weeks], and its difference to today."""

    role: str
    value: Array
    apart: Path

    @property
    def last(self) -> float:
        known = self.value[np.isfinite(self.value)]
        return float(known[-1]) if len(known) else np.nan


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


def _drawn(comparison: Comparison, name: str, measure: Outcome) -> _Drawn:
    own = comparison.path(name, measure.name)
    value, *apart = (
        own[column].cast(pl.Float64).to_numpy()
        for column in ("mean", "difference_mean", "difference_p10", "difference_p90")
    )
    shown = mean_of_last_quarter(value) if is_flow(measure) else value
    return _Drawn(role_of(comparison, name), shown, Path(*apart))


def mean_of_last_quarter(value: Array) -> Array:
    """Mean of this and the twelve weeks before; undefined until there are so many. value : [weeks]."""
    before = np.full(min(WEEKS_PER_QUARTER - 1, len(value)), np.nan)
    if len(value) < WEEKS_PER_QUARTER:
        return before
    weights = np.full(WEEKS_PER_QUARTER, 1.0 / WEEKS_PER_QUARTER)
    return np.concatenate([before, np.convolve(value, weights, mode="valid")])


def _frame(today: _Drawn, tried: Sequence[_Drawn], *, has_band: bool) -> pl.DataFrame:
    """Today comes last, so that its dashes lie over a design that runs on the same line."""
    weeks = len(today.value)
    nothing = np.full(weeks, np.nan)
    low = [today.value + one.apart.low if has_band else nothing for one in tried]
    high = [today.value + one.apart.high if has_band else nothing for one in tried]
    columns = {
        "week": np.tile(np.arange(1.0, weeks + 1.0), len(tried) + 1),
        "value": np.concatenate([one.value for one in (*tried, today)]),
        "role": [one.role for one in (*tried, today) for _ in range(weeks)],
        "low": np.concatenate([*low, nothing]),
        "high": np.concatenate([*high, nothing]),
    }
    return pl.DataFrame(columns).fill_nan(None)


def is_flow(measure: Outcome) -> bool:
    """Whether a week's figure is a part of a sum, with the swing of the quarter in it."""
    return measure.period is Period.HORIZON


def _bounds(shown: pl.DataFrame) -> tuple[float, float]:
    values = np.concatenate([shown[column].drop_nulls().to_numpy() for column in ("value", "low", "high")])
    return (float(values.min()), float(values.max())) if len(values) else (0.0, 0.0)


def _title(comparison: Comparison, tried: Mapping[str, _Drawn], measure: Outcome) -> str:
    paths = {name: one.apart for name, one in tried.items()}
    ends = {name: comparison.findings[name][measure.name].difference for name in tried}
    if not tried:
        return say("charts.lines.today", outcome=say(f"outcomes.{measure.name}"), today=say("charts.today"))
    chosen = strongest(paths, ends)
    if chosen is None:
        return unmoved_title(measure)
    title = level_title(measure, paths[chosen], ends[chosen], comparison.horizon_weeks)
    return title if len(tried) == 1 else say("charts.lines.of", finding=title, design=tried[chosen].role)


def _table(drawn: Sequence[_Drawn], measure: Outcome) -> pl.DataFrame:
    weeks = len(drawn[0].value)
    kept = [*range(WEEKS_PER_QUARTER, weeks, WEEKS_PER_QUARTER), weeks]
    heading = "charts.column.a_week" if measure.unit is Unit.MONEY else "charts.column.level"
    name = say(f"outcomes.{measure.name}")
    columns = {
        say(heading, outcome=name, programme=letter(one.role)): [
            amount(float(one.value[week - 1]), measure.unit) for week in kept
        ]
        for one in drawn
    }
    return pl.DataFrame({say("charts.column.after"): [after(week) for week in kept], **columns})
