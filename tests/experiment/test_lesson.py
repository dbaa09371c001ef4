"""Predictions are scored by what the futures say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.lesson import Quarters, both_ways, choice_score, inside, line_score, quarters_of
from tests.charts.toys import compared

SIDES = st.floats(0.0, 1.0).flatmap(lambda one: st.tuples(st.just(one), st.floats(0.0, 1.0 - one)))
"""Shares of futures that are better and worse."""
FOUND = Quarters(np.array([0.0, 2.0]), np.array([-1.0, 1.0]), np.array([1.0, 5.0]))


@given(SIDES)
def test_better_and_worse_share_the_points_and_equal_futures_give_none(sides: tuple[float, float]) -> None:
    better, worse = sides
    scores = choice_score(*sides, "better") + choice_score(*sides, "worse")
    assert scores == pytest.approx(100.0 * (better + worse))
    assert choice_score(*sides, "depends") == pytest.approx(choice_score(worse, better, "depends"))


def test_who_is_sure_and_right_gets_everything() -> None:
    assert choice_score(1.0, 0.0, "better") == choice_score(0.0, 1.0, "worse") == 100.0
    assert choice_score(0.5, 0.5, "depends") == 100.0
    assert choice_score(0.0, 1.0, "better") == choice_score(1.0, 0.0, "depends") == 0.0


def test_where_nothing_changes_it_is_neither_better_nor_worse() -> None:
    assert both_ways(compared(0.0), "one", "net_contribution") == (0.0, 0.0)
    assert choice_score(0.0, 0.0, "worse") == 0.0


def test_lower_is_better_where_the_outcome_says_so() -> None:
    assert both_ways(compared(1.0), "one", "programme_cost") == (0.0, 1.0)


def test_a_line_counts_in_full_inside_the_range_and_nothing_its_width_away() -> None:
    assert line_score([0.9, 4.9], FOUND) == 100.0
    assert inside([0.9, 5.1], FOUND) == 1
    assert line_score([0.0, 7.0], FOUND) == pytest.approx(75.0)  # half the width of 4 above the range
    assert line_score([3.0, -3.0], FOUND) == 0.0


def test_a_range_without_width_asks_for_the_very_figure() -> None:
    still = Quarters(np.zeros(2), np.zeros(2), np.zeros(2))
    assert line_score([0.0, 0.001], still) == 50.0


def test_a_line_has_a_point_for_every_quarter() -> None:
    with pytest.raises(ValueError, match="3 points for 2 quarters"):
        line_score([0.0] * 3, FOUND)


def test_a_quarter_is_the_mean_of_its_weeks() -> None:
    result = compared(1.0)
    found = quarters_of(result, "one", "revenue")
    path = result.path("one", "revenue")["difference_mean"].to_numpy()
    assert len(found.mean) == 8
    assert found.mean == pytest.approx(path.reshape(8, 13).mean(axis=1))
    assert (found.low <= found.mean).all()
    assert (found.mean <= found.high).all()
