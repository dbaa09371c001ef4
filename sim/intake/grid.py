"""The weekly grid under a table, counted back from its last date."""

import datetime as dt
from typing import NamedTuple, cast

import numpy as np
import polars as pl
from numpy.typing import NDArray

WEEKS_PER_QUARTER = 13
WEEKS_PER_YEAR = 52
MONTHS_PER_QUARTER = 3
_DATES_PER_MONTH_AT_MOST = 1.3


class Grid(NamedTuple):
    """Weeks of a table.

    Attributes
    ----------
    first, last : dates of the earliest and the latest row
    weeks : number of weeks, the last of them ending on the last date
    monthly : the table has one date a month; a month counts as 4, 5 and 4 weeks, a quarter as 13
    """

    first: dt.date
    last: dt.date
    weeks: int
    monthly: bool

    @property
    def periods(self) -> int:
        """Number of dated periods: months of a monthly table, else weeks."""
        return int(_month_number(self.last) - _month_number(self.first)) + 1 if self.monthly else self.weeks


def grid_of(dates: pl.Series) -> Grid:
    """Grid that covers all dates.

    Parameters
    ----------
    dates : at least one, none missing
    """
    days = dates.unique()
    first, last = cast("dt.date", days.min()), cast("dt.date", days.max())
    months = days.dt.truncate("1mo").n_unique()
    if len(days) <= _DATES_PER_MONTH_AT_MOST * months:
        covered = _month_number(last) - _month_number(first) + 1
        return Grid(first, last, int(month_edges(covered)[-1]), monthly=True)
    return Grid(first, last, (last - first).days // 7 + 1, monthly=False)


def period_index(dates: pl.Series, grid: Grid) -> NDArray[np.int64]:
    """Period of each date, 0 for the first: a month of a monthly table, else a week."""
    if grid.monthly:
        number = dates.dt.year().cast(pl.Int64) * 12 + dates.dt.month().cast(pl.Int64) - 1
        return (number - _month_number(grid.first)).to_numpy().astype(np.int64)
    back = (pl.Series([grid.last]) - dates).dt.total_days() // 7
    return (grid.weeks - 1 - back).to_numpy().astype(np.int64)


def to_weeks(periods: NDArray[np.float64], grid: Grid) -> NDArray[np.float64]:
    """Spread the amounts of months evenly over their weeks; amounts of weeks stay.

    Parameters
    ----------
    periods : amounts, shape (..., periods)

    Returns
    -------
    amounts, shape (..., weeks), with the same sums
    """
    if not grid.monthly:
        return periods
    widths = np.diff(month_edges(grid.periods))
    return np.repeat(periods / widths, widths, axis=-1)


def first_weeks(grid: Grid) -> NDArray[np.int64]:
    """First week of each period."""
    return month_edges(grid.periods)[:-1] if grid.monthly else np.arange(grid.weeks)


def month_edges(months: int) -> NDArray[np.int64]:
    """First weeks of months, and the end; every three months counted from the end make 13 weeks."""
    back = np.arange(months, -1, -1)
    ends = np.rint(back * WEEKS_PER_QUARTER / MONTHS_PER_QUARTER).astype(np.int64)
    return np.asarray(ends[0] - ends)


def _month_number(date: dt.date) -> int:
    return date.year * 12 + date.month - 1
