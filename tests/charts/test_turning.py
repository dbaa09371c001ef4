"""Titles follow the path: a dip, an end, nothing moved."""

import numpy as np
import polars as pl
import pytest

from sim.charts.turning import Path, cumulative_title, level_title, passing_turn, strongest, turning_month
from sim.experiment.outcomes import BY_NAME
from sim.experiment.paired import summarise
from sim.text.catalogue import say

DIP = [0.0, -3.0, -9.0, -6.0, -2.0, 1.0]


def path(mean, half_width=1.0):
    middle = np.array(mean)
    return Path(middle, middle - half_width, middle + half_width)


def end(mean, half_width=1.0):
    return summarise(np.linspace(mean - 1.25 * half_width, mean + 1.25 * half_width, 101))


def monthly(values):
    """Four weeks of each value."""
    return np.repeat(values, 4)


def title(outcome, mean, last, half_width=1.0):
    return level_title(BY_NAME[outcome], path(mean, half_width), end(last, half_width), 156)


def test_a_dip_is_told_with_its_month():
    told = title("active_partners", monthly(DIP), 1.0)
    assert told == "Active partners dip 9 below Today in month 3, then recover"


def test_a_rise_that_does_not_last_is_told():
    told = title("trust", -0.01 * monthly(DIP), -0.01, 0.005)
    assert told == "Trust rises 0.090 above Today in month 3, then falls back"


def test_a_dip_within_noise_is_not_told():
    assert title("active_partners", monthly(DIP), 1.0, 10.0) == "Active partners stay within noise of Today"


def test_the_end_is_told_where_it_is_the_furthest():
    assert title("active_partners", [0, -4, -9], -9.0) == "Active partners end 9 lower than Today"
    assert title("trust", [0.0, 0.1], 0.1, 0.01) == "Trust ends 0.10 higher than Today"
    assert title("pipeline", [0, 20], 20.0) == "Open deals end 20 higher than Today"


def test_a_share_over_the_horizon_is_not_said_of_the_end():
    told = title("solution_share", [0.0, 0.1], 0.11, 0.01)
    assert told == f"{say('outcomes.solution_share')} is 11.0 points higher than Today over 3 years"


def test_nothing_moved_is_said_when_nothing_did():
    assert title("trust", [0.0, 0.0], 0.0, 0.0) == "Trust stays within noise of Today"
    assert title("win_rate", [np.nan, np.nan], np.nan) == "Win rate stays within noise of Today"


def test_a_path_has_turned_only_if_most_of_it_is_gone():
    assert passing_turn(path([0.0, -8.0, -2.0])) == 1
    assert passing_turn(path([0.0, -8.0, -3.0])) is None


def test_of_several_designs_the_furthest_clear_one_is_spoken_of():
    flat = path([0.0, 0.0])
    paths = {"small": flat, "far": flat, "open": flat}
    ends = {"small": end(2.0), "far": end(-5.0), "open": end(9.0, 20.0)}
    assert strongest(paths, ends) == "far"
    assert strongest({"still": flat}, {"still": end(0.0)}) is None
    assert strongest({"still": flat, "dip": path(DIP)}, {"still": end(0.0), "dip": end(0.5)}) == "dip"


def cumulative(values):
    return pl.DataFrame({"week": range(len(values)), "mean": np.array(values, dtype=float)})


@pytest.mark.parametrize(
    ("values", "last", "told"),
    [
        ([0, 1, 2], 2e6, "Net contribution adds up to ¤2.0m more than Today over 3 years"),
        ([0, -1, -2], -2e6, "Net contribution adds up to ¤2.0m less than Today over 3 years"),
        (
            [0] + [-1] * 12 + [2],
            2e6,
            "Net contribution is behind Today until month 3, and ¤2.0m ahead after 3 years",
        ),
        (
            [0] + [1] * 3 + [-2],
            -2e6,
            "Net contribution is ahead of Today until month 1, and ¤2.0m behind after 3 years",
        ),
    ],
)
def test_the_hero_says_what_comes_together_and_when_it_turns(values, last, told):
    assert cumulative_title(cumulative(values), end(last, 1e5), 156) == told


def test_the_hero_says_when_it_is_open_or_still():
    told = cumulative_title(cumulative([0, 1]), end(1e5, 1e6), 52)
    assert told == "Net contribution over 1 year may end on either side of Today: −¤0.9m to ¤1.1m"
    assert cumulative_title(cumulative([0, 0]), end(0.0, 0.0), 52) == (
        "Net contribution stays that of Today over 1 year"
    )


def test_a_path_of_one_side_has_no_turning_month():
    assert turning_month(np.array([0.0, 1.0, 5.0])) is None
    assert turning_month(np.array([0.0, -0.01, 5.0])) is None, "too small to speak of"
