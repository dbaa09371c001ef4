"""Summaries of paired differences."""

import numpy as np
import pytest
from scipy.special import ndtr

from sim.experiment.paired import quantiles, quantiles_over_futures, standard_error, summarise


def test_mean_and_quantiles_of_known_values() -> None:
    """Of 999 futures the k-th smallest is the quantile k / 1000."""
    found = summarise(np.random.default_rng(1).permutation(np.arange(1.0, 1000.0)))
    ends = (found.mean, found.p2_5, found.p10, found.p90, found.p97_5)
    assert ends == pytest.approx((500, 25, 100, 900, 975))
    assert found.futures == 999


@pytest.mark.parametrize("futures", [10, 20, 200])
def test_four_of_five_further_futures_lie_in_the_80_percent_range(futures: int) -> None:
    draws = np.random.default_rng(1).normal(size=(futures, 4000))
    for low, high in (quantiles(draws, (0.1, 0.9)), quantiles_over_futures(draws, (0.1, 0.9))[1:]):
        assert np.mean(ndtr(high) - ndtr(low)) == pytest.approx(0.8, abs=0.015)


def test_ends_of_the_usual_rule_would_be_too_close_for_ten_futures() -> None:
    """Why the rule is what it is: the figure that its docstring gives."""
    low, high = np.quantile(np.random.default_rng(1).normal(size=(10, 4000)), (0.1, 0.9), axis=0)
    assert np.mean(ndtr(high) - ndtr(low)) == pytest.approx(0.67, abs=0.015)


def test_a_share_beyond_the_futures_there_are_gives_the_last_of_them() -> None:
    assert quantiles(np.array([3.0, 1.0, 2.0]), (0.025, 0.5, 0.975)).tolist() == [1.0, 2.0, 3.0]


def test_the_sampling_error_is_that_of_the_mean() -> None:
    values = np.array([1.0, 2.0, 3.0, 4.0])
    assert standard_error(values) == pytest.approx(np.sqrt(5 / 3) / 2)
    assert np.isnan(summarise(values[:1]).mean_se)


def test_better_counts_strict_gains_in_the_good_direction() -> None:
    differences = np.array([-1.0, 0.0, 2.0, 3.0])
    assert summarise(differences).better_share == 0.5
    assert summarise(differences, sign=-1.0).better_share == 0.25


def test_undefined_futures_are_left_out() -> None:
    found = summarise(np.array([np.nan, 4.0, 6.0]))
    assert (found.mean, found.futures) == (5.0, 2)
    nothing = summarise(np.array([np.nan]))
    assert nothing.futures == 0
    assert np.isnan(nothing.mean)


def test_weekly_ranges_agree_with_the_plain_quantiles_where_all_is_defined() -> None:
    values = np.random.default_rng(1).normal(size=(37, 5))
    mean, low, high = quantiles_over_futures(values, (0.10, 0.90))
    np.testing.assert_allclose(mean, values.mean(axis=0))
    np.testing.assert_allclose([low, high], np.quantile(values, [0.1, 0.9], axis=0, method="weibull"))


def test_weekly_ranges_use_the_defined_futures_of_each_week() -> None:
    values = np.array([[1.0, np.nan], [np.nan, np.nan], [3.0, np.nan]])
    mean, low, high = quantiles_over_futures(values, (0.0, 1.0))
    assert (mean[0], low[0], high[0]) == (2.0, 1.0, 3.0)
    assert np.isnan([mean[1], low[1], high[1]]).all()
