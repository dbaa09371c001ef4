"""Ticks are round, few, and around the values; their texts have the decimals they need."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.charts.axes import STICKS_OUT, round_ticks, tick_texts, time_axis

VALUES = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 2))


@given(VALUES, VALUES, st.integers(2, 6))
def test_ticks_are_even_and_hold_the_values_but_for_a_fraction_of_a_step(one, other, most):
    low, high = sorted((one, other))
    ticks = round_ticks(low, high, most)
    steps = {round((b - a) / (ticks[1] - ticks[0]), 6) for a, b in itertools.pairwise(ticks)}
    step = ticks[1] - ticks[0]
    assert steps == {1.0}
    assert len(ticks) - 1 <= most
    assert ticks[0] <= low + STICKS_OUT * step * 1.001
    assert ticks[-1] >= high - STICKS_OUT * step * 1.001


@pytest.mark.parametrize(("low", "high"), [(-3.0, 4.0), (0.0, 7.3), (-2.0, 0.0), (0.0, 0.0)])
def test_zero_is_a_tick_where_it_is_in_reach(low, high):
    assert 0.0 in round_ticks(low, high, 5)


def test_texts_share_a_scale_and_have_the_decimals_they_need():
    assert tick_texts([-1e6, -5e5, 0.0, 5e5], "¤", signed=True) == ["−¤1.0m", "−¤0.5m", "0", "+¤0.5m"]
    assert tick_texts([0.0, 2e6, 4e6], "¤") == ["0", "¤2m", "¤4m"]
    assert tick_texts([0.0, 0.05, 0.1], "share") == ["0 %", "5 %", "10 %"]
    assert tick_texts([0.32, 0.325], "share") == ["32.0 %", "32.5 %"]
    assert tick_texts([0.0, 0.01], "points", signed=True) == ["0", "+1 pts"]
    assert tick_texts([1000.0, 1200.0], "deals") == ["1,000", "1,200"]


@pytest.mark.parametrize(
    ("weeks", "texts"),
    [
        (156, ["now", "1 year", "2 years", "3 years"]),
        (104, ["now", "1 year", "2 years"]),
        (260, ["now", "2 years", "4 years"]),
        (52, ["now", "6 months", "12 months"]),
        (26, ["now", "3 months", "6 months"]),
        (4, ["now", "1 month"]),
    ],
)
def test_times_are_years_or_below_two_years_months(weeks, texts):
    axis = time_axis(weeks)
    assert axis["time_text"].to_list() == texts
    assert axis["time"][0] == 0.0
    assert axis["time"][-1] <= weeks + 0.5


def test_a_small_picture_names_the_ends_of_time_only():
    assert time_axis(156, most=1)["time_text"].to_list() == ["now", "3 years"]
