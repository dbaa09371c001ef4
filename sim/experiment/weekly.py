"""Weekly sums of a run by the name of their column, and the ways to make one number per future of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiment.calendar import WEEKS_PER_QUARTER

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Weekly:
    """Weekly sums over partners.

    Attributes
    ----------
    values : [futures, weeks, columns]
    columns : position of each column by name
    """

    values: Array
    columns: Mapping[str, int]

    def __getitem__(self, name: str) -> Array:
        """One column, [futures, weeks]."""
        return np.ascontiguousarray(self.values[:, :, self.columns[name]])


Measure = Callable[[Weekly], Array]
"""Weekly sums → [futures, weeks] (a series) or one number per future (a value)."""


def account(*gains: str, less: tuple[str, ...] = ()) -> Measure:
    """Series that adds the columns ``gains`` and takes away the columns ``less``."""

    def series(weekly: Weekly) -> Array:
        total = np.zeros(weekly.values.shape[:2])
        for name in gains:
            total += weekly[name]
        for name in less:
            total -= weekly[name]
        return total

    return series


def over_horizon(series: Measure) -> Measure:
    """Sum over all weeks."""
    return lambda weekly: series(weekly).sum(axis=1)


def at_end(series: Measure) -> Measure:
    """Value of the last week."""
    return lambda weekly: series(weekly)[:, -1]


def yearly_rate(series: Measure, last_weeks: int, weeks_per_year: int) -> Measure:
    """A year's sum at the pace of the last weeks (of all weeks where there are fewer)."""
    return lambda weekly: series(weekly)[:, -last_weeks:].mean(axis=1) * weeks_per_year


def share(part: Measure, whole: Measure) -> Measure:
    """One series as a share of another, week by week."""
    return lambda weekly: ratio(part(weekly), whole(weekly))


def share_over_horizon(part: Measure, whole: Measure) -> Measure:
    """Sum of one series over all weeks as a share of the sum of another."""
    return lambda weekly: ratio(part(weekly).sum(axis=1), whole(weekly).sum(axis=1))


def mean_of_last(series: Measure, weeks: int) -> Measure:
    """Mean of the last weeks, over those in which the series is defined."""
    return lambda weekly: mean_of_defined(series(weekly)[:, -weeks:])


def quarter_end_share(series: Measure, last_weeks: int) -> Measure:
    """Share of a quarter that falls into its last weeks: the mean over the full quarters of the run."""

    def value(weekly: Weekly) -> Array:
        grid = _quarters(series(weekly))
        return mean_of_defined(ratio(grid[:, :, -last_weeks:].sum(axis=2), grid.sum(axis=2)))

    return value


def quarter_shares(sales: Array) -> Array:
    """Share of a quarter that falls into each of its weeks: the mean over the full quarters of the run.

    Parameters
    ----------
    sales : [futures, weeks]

    Returns
    -------
    [futures, 13]; NaN without a full quarter
    """
    grid = _quarters(sales)
    shares = ratio(grid, np.broadcast_to(grid.sum(axis=2, keepdims=True), grid.shape))
    return np.stack([mean_of_defined(shares[:, :, week]) for week in range(WEEKS_PER_QUARTER)], axis=1)


def _quarters(sales: Array) -> Array:
    count = sales.shape[1] // WEEKS_PER_QUARTER
    return sales[:, : count * WEEKS_PER_QUARTER].reshape(len(sales), count, WEEKS_PER_QUARTER)


def ratio(upper: Array, lower: Array) -> Array:
    """Quotient, undefined (NaN) where the divisor is zero: a share of nothing is not zero."""
    quotient: Array = np.divide(upper, lower, out=np.full(upper.shape, np.nan), where=lower != 0.0)
    return quotient


def mean_of_defined(values: Array) -> Array:
    """Mean of each row over its defined entries; NaN where there is none."""
    defined = np.isfinite(values)
    return ratio(np.where(defined, values, 0.0).sum(axis=1), defined.sum(axis=1).astype(np.float64))
