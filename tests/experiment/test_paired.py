"""Summaries of paired differences."""

import numpy as np
import pytest

from sim.experiment.paired import quantiles_over_futures, standard_error, summarise


def test_mean_and_quantiles_of_known_values() -> None:
    found = summarise(np.random.default_rng(1).permutation(np.arange(1001.0)))
    assert (found.mean, found.p2_5, found.p10, found.p90, found.p97_5) == (500, 25, 100, 900, 975)
    assert found.futures == 1001


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
    np.testing.assert_allclose([low, high], np.quantile(values, [0.1, 0.9], axis=0))


def test_weekly_ranges_use_the_defined_futures_of_each_week() -> None:
    values = np.array([[1.0, np.nan], [np.nan, np.nan], [3.0, np.nan]])
    mean, low, high = quantiles_over_futures(values, (0.0, 1.0))
    assert (mean[0], low[0], high[0]) == (2.0, 1.0, 3.0)
    assert np.isnan([mean[1], low[1], high[1]]).all()
