"""The ways to make one number per future of weekly sums."""

import numpy as np

from sim.experiment.weekly import (
    Weekly,
    account,
    at_end,
    mean_of_defined,
    mean_of_last,
    over_horizon,
    quarter_end_share,
    ratio,
    share,
    share_over_horizon,
    yearly_rate,
)


def weekly(**columns: list[list[float]]) -> Weekly:
    return Weekly(
        np.stack([np.array(c, float) for c in columns.values()], axis=-1),
        dict(zip(columns, range(9), strict=False)),
    )


def test_an_account_adds_gains_and_takes_away_the_rest() -> None:
    sums = weekly(a=[[1, 2]], b=[[10, 20]], c=[[3, 3]])
    assert account("a", "b", less=("c",))(sums).tolist() == [[8, 19]]
    assert account(less=("c",))(sums).tolist() == [[-3, -3]]


def test_an_account_leaves_the_run_as_it_was() -> None:
    sums = weekly(a=[[1, 2]], b=[[10, 20]])
    account("a", "b")(sums)
    assert sums["a"].tolist() == [[1, 2]]


def test_sums_ends_and_rates() -> None:
    a = account("a")
    sums = weekly(a=[[1, 2, 3, 4]])
    assert over_horizon(a)(sums) == 10
    assert at_end(a)(sums) == 4
    assert yearly_rate(a, 2, 52)(sums) == 3.5 * 52
    assert yearly_rate(a, 26, 52)(sums) == 2.5 * 52, "a short run uses all its weeks"


def test_a_share_over_the_horizon_is_a_quotient_of_sums_not_a_mean_of_quotients() -> None:
    sums = weekly(part=[[1, 0]], whole=[[1, 9]])
    assert share_over_horizon(account("part"), account("whole"))(sums) == 0.1
    assert share(account("part"), account("whole"))(sums).tolist() == [[1, 0]]


def test_a_share_of_nothing_is_undefined() -> None:
    assert np.isnan(ratio(np.array([0.0, 5.0]), np.array([0.0, 0.0]))).all()


def test_undefined_weeks_do_not_count_in_a_mean() -> None:
    assert mean_of_defined(np.array([[1.0, np.nan, 3.0]])) == 2.0
    assert np.isnan(mean_of_defined(np.array([[np.nan, np.nan]])))
    sums = weekly(a=[[9, 0, 0]], b=[[9, 0, 3]])
    assert mean_of_last(share(account("a"), account("b")), 2)(sums) == 0.0


def test_even_sales_put_four_thirteenths_into_the_last_four_weeks() -> None:
    sums = weekly(a=[[5.0] * 39])
    np.testing.assert_allclose(quarter_end_share(account("a"), 4)(sums), 4 / 13)


def test_only_full_quarters_count_and_each_counts_the_same() -> None:
    rush = [0.0] * 12 + [1.0]
    sums = weekly(a=[rush + [100.0] * 13 + [7.0] * 5])
    np.testing.assert_allclose(quarter_end_share(account("a"), 1)(sums), (1 + 1 / 13) / 2)


def test_a_run_without_a_full_quarter_has_no_quarter_share() -> None:
    assert np.isnan(quarter_end_share(account("a"), 4)(weekly(a=[[1.0] * 12])))
