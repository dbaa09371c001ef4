"""When bookings alone would show what a design does."""

from dataclasses import replace

import numpy as np
import pytest

from sim.experiment.comparison import Comparison
from sim.experiment.explain.visible import BOOKINGS, STANDS_OUT, visible_from
from tests.charts.toys import compared

QUARTERS = 8
WOBBLE = np.tile([1.0, -1.0, -1.0, 1.0], QUARTERS // 4)
"""Ups and downs without a trend; their spread around a straight line is sqrt(8 / 6)."""
NOISE = np.sqrt(QUARTERS / (QUARTERS - 2))


def with_bookings(today: np.ndarray, change: np.ndarray) -> Comparison:
    """Two years in which revenue is given, quarter by quarter."""
    result = compared(1.0)
    measured = dict(result.measured)
    for name, quarters in ((result.today, today), ("one", today + change)):
        series = measured[name].series.copy()
        series[:, :, BOOKINGS] = np.repeat(quarters / 13.0, 13)
        measured[name] = replace(measured[name], series=series)
    return replace(result, measured=measured)


def step(quarter: int, size: float) -> np.ndarray:
    """Nothing before a quarter, then a constant difference."""
    return np.where(np.arange(1, QUARTERS + 1) >= quarter, size, 0.0)


def test_it_takes_two_quarters_beyond_the_ups_and_downs() -> None:
    larger, smaller = (factor * STANDS_OUT * NOISE for factor in (1.01, 0.99))
    assert set(visible_from(with_bookings(WOBBLE, step(3, larger)), "one")) == {4.0}
    assert np.isnan(visible_from(with_bookings(WOBBLE, step(3, smaller)), "one")).all()
    assert np.isnan(visible_from(with_bookings(WOBBLE, step(8, larger)), "one")).all()


def test_less_is_seen_like_more() -> None:
    assert set(visible_from(with_bookings(WOBBLE, step(5, -9.0)), "one")) == {6.0}


def test_a_trend_of_today_is_no_noise() -> None:
    trend = 100.0 * np.arange(QUARTERS)
    assert set(visible_from(with_bookings(WOBBLE + trend, step(3, 2.0)), "one")) == {4.0}


def test_what_changes_nothing_is_never_seen() -> None:
    assert np.isnan(visible_from(compared(0.0), "one")).all()


def test_a_few_quarters_show_no_ups_and_downs() -> None:
    assert np.isnan(visible_from(compared(2.0, weeks=39), "one")).all()


def test_there_must_be_such_a_design() -> None:
    with pytest.raises(KeyError):
        visible_from(compared(1.0), "nobody")
