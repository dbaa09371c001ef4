import datetime as dt

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.intake.grid import first_weeks, grid_of, month_edges, period_index, to_weeks


def months(count: int, first: dt.date = dt.date(2022, 11, 1)) -> pl.Series:
    return pl.date_range(first, first + dt.timedelta(days=31 * count), "1mo", eager=True).head(count)


@given(st.integers(1, 240))
def test_three_months_are_a_quarter_of_thirteen_weeks_counted_from_the_end(count: int) -> None:
    widths = np.diff(month_edges(count))
    assert set(widths) <= {4, 5}
    assert np.all(widths[::-1][: count // 3 * 3].reshape(-1, 3).sum(axis=1) == 13)


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_spreading_months_keeps_every_sum(count: int, seed: int) -> None:
    grid = grid_of(months(count))
    amounts = np.random.default_rng(seed).normal(size=(3, count))
    weekly = to_weeks(amounts, grid)
    assert weekly.shape == (3, grid.weeks)
    np.testing.assert_allclose(np.add.reduceat(weekly, first_weeks(grid), axis=1), amounts)


def test_one_date_a_month_is_a_monthly_table_whatever_the_day() -> None:
    assert grid_of(months(12)).monthly
    assert grid_of(months(12).dt.month_end()).monthly
    assert not grid_of(pl.date_range(dt.date(2024, 1, 1), dt.date(2024, 6, 1), "1w", eager=True)).monthly


def test_missing_months_keep_their_place() -> None:
    dates = months(12).gather([0, 3, 11])
    grid = grid_of(dates)
    assert grid.periods == 12
    assert grid.weeks == 52
    assert period_index(dates, grid).tolist() == [0, 3, 11]


@settings(max_examples=30)
@given(st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2023, 1, 1)), min_size=80, max_size=100, unique=True))
def test_weeks_are_seven_days_and_the_last_ends_on_the_last_date(dates: list[dt.date]) -> None:
    grid = grid_of(pl.Series(dates))
    assert not grid.monthly
    index = period_index(pl.Series(dates), grid)
    back = [(grid.last - date).days for date in dates]
    assert index.tolist() == [grid.weeks - 1 - days // 7 for days in back]
    assert index.min() == 0
    assert index.max() == grid.weeks - 1
