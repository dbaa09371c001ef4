import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.intake.deals import (
    MOST_DEALS_PER_YEAR,
    Deals,
    bundle,
    fit_deals,
    lifted,
    order_sizes,
    rhythm_weeks,
    still_active,
    unbundle,
    weeks_silent,
)
from sim.intake.table import Orders

positive = st.floats(0.5, 400.0)
logs = st.floats(0.0, 12.0)
spreads = st.floats(0.1, 1.5)


def deals(per_year: float, log_mean: float = 9.0, log_sd: float = 1.0, rhythm: int = 1) -> Deals:
    return Deals(np.array([per_year]), np.array([log_mean]), np.array([log_sd]), np.ones(1), rhythm)


def yearly(some: Deals) -> float:
    return float((some.wins_per_year * np.exp(some.log_mean + some.log_sd**2 / 2)).sum())


def orders(values: np.ndarray) -> Orders:
    partner, week = np.indices(values.shape).reshape(2, -1)
    return Orders(partner, week, values.ravel(), np.ones(values.size))


def test_order_sizes_are_those_the_orders_were_drawn_from() -> None:
    drawn = np.exp(
        np.array([[8.0], [10.0]])
        + np.array([[0.5], [1.0]]) * np.random.default_rng(1).normal(size=(2, 20_000))
    )
    log_mean, log_sd = order_sizes(orders(drawn), 2)
    assert log_mean == pytest.approx([8.0, 10.0], abs=0.02)
    assert log_sd == pytest.approx([0.5, 1.0], abs=0.03)


def test_the_mean_order_comes_out_where_orders_are_many() -> None:
    values = np.tile([10.0, 10.0, 10.0, 5000.0], (1, 200))
    log_mean, log_sd = order_sizes(orders(values), 1)
    assert np.exp(log_mean + log_sd**2 / 2) == pytest.approx(values.mean(), rel=0.01)


def test_partners_without_orders_have_the_pooled_values() -> None:
    some = orders(np.exp(np.random.default_rng(2).normal(9.0, 1.0, (1, 5000))))
    log_mean, log_sd = order_sizes(some, 2)
    assert log_mean[1] == pytest.approx(log_mean[0])
    assert log_sd[1] == pytest.approx(1.0, abs=0.03)


@given(positive, logs, spreads)
def test_unbundling_keeps_yearly_sales(per_year: float, log_mean: float, log_sd: float) -> None:
    before = deals(per_year, log_mean, log_sd, rhythm=13)
    assert yearly(unbundle(before)) == pytest.approx(yearly(before))


def test_collected_deals_give_the_orders_back() -> None:
    """Random deals, collected once in 13 weeks, are again 3.4 orders a year of the same mean and spread."""
    found = unbundle(deals(3.4, 9.0, 0.9, rhythm=13))
    chance = np.random.default_rng(3)
    number = chance.poisson(found.wins_per_year[0] / 4, 200_000)
    deal = np.exp(found.log_mean[0] + found.log_sd[0] * chance.normal(size=number.sum()))
    sums = np.bincount(np.repeat(np.arange(number.size), number), deal, number.size)
    placed = sums[number > 0]
    mean = np.exp(9.0 + 0.9**2 / 2)
    assert 4 * (number > 0).mean() == pytest.approx(3.4, rel=0.01)
    assert placed.mean() == pytest.approx(mean, rel=0.01)
    assert placed.std() / placed.mean() == pytest.approx(np.sqrt(np.expm1(0.9**2)), rel=0.03)
    assert number[number > 0].mean() == pytest.approx(found.deals_per_order[0], rel=0.01)


@given(st.floats(0.5, 5000.0), logs, spreads)
def test_bundling_keeps_yearly_sales_and_their_variance(
    per_year: float, log_mean: float, log_sd: float
) -> None:
    before = deals(per_year, log_mean, log_sd)
    after = bundle(before)
    assert after.wins_per_year[0] <= MOST_DEALS_PER_YEAR
    assert yearly(after) == pytest.approx(yearly(before))
    assert after.wins_per_year[0] / after.deals_per_order[0] == pytest.approx(per_year)

    def deal_variance(some: Deals) -> float:
        return (some.wins_per_year * np.exp(2 * some.log_mean + some.log_sd**2) * np.expm1(some.log_sd**2))[0]

    assert deal_variance(after) == pytest.approx(deal_variance(before), rel=1e-6)


def test_few_deals_are_left_as_they_are() -> None:
    before = deals(MOST_DEALS_PER_YEAR)
    assert bundle(before).log_sd == before.log_sd


@given(st.integers(1, 60))
def test_a_full_lift_leaves_a_quarter_empty_as_often_as_random_orders_do(count: int) -> None:
    before = deals(float(count))
    after = lifted(before, 1.0)
    empty = np.exp(-after.wins_per_year[0] / 4)
    assert empty >= 0.75**count - 1e-12
    if count <= 6:
        assert empty == pytest.approx(0.75**count)
    assert after.wins_per_year[0] <= count + 1 + 1e-9
    assert yearly(after) == pytest.approx(yearly(before))
    assert lifted(before, 0.0).wins_per_year == before.wins_per_year


def every(weeks: int, offsets: list[int]) -> Orders:
    pairs = [(partner, week) for partner, first in enumerate(offsets) for week in range(first, 104, weeks)]
    partner, week = np.array(pairs).T
    return Orders(partner, week, np.ones(len(pairs)), np.ones(len(pairs)))


@pytest.mark.parametrize(("weeks", "found"), [(13, 13), (26, 26), (8, 8), (1, 1), (4, 1)])
def test_a_rhythm_longer_than_a_month_is_seen(weeks: int, found: int) -> None:
    assert rhythm_weeks(every(weeks, [0, 3, 7])) == found


def test_a_usual_interval_that_most_gaps_miss_is_no_rhythm() -> None:
    week = np.cumsum([0, 9, 14, 9, 20, 26, 9, 17])
    assert rhythm_weeks(Orders(np.zeros(8, int), week, np.ones(8), np.ones(8))) == 1


def test_chance_is_no_rhythm() -> None:
    partner, week = np.nonzero(np.random.default_rng(4).random((200, 104)) < 0.08)
    assert rhythm_weeks(Orders(partner, week, np.ones(week.size), np.ones(week.size))) == 1
    assert rhythm_weeks(Orders(partner[:1], week[:1], np.ones(1), np.ones(1))) == 1


def test_silence_is_counted_at_the_end_of_the_training_weeks(weekly_table) -> None:
    sales = np.zeros((4, 104))
    sales[0, [0, 90, 103]] = 1.0
    sales[1, [0, 70]] = 1.0
    sales[2, 95] = 1.0
    sales[3] = 1.0
    assert sorted(weeks_silent(weekly_table(sales))) == [0, 0, 20, 91]


def test_silence_is_judged_by_the_partners_own_rhythm() -> None:
    per_year = np.array([52.0, 52.0, 4.0, 4.0, 0.0])
    silent = np.array([13, 14, 39, 40, 0])
    assert still_active(silent, per_year, 1).tolist() == [True, False, True, False, False]
    assert still_active(np.array([26, 27]), np.array([4.0, 4.0]), 13).tolist() == [True, False]


def test_deals_of_a_steady_table_are_its_orders(weekly_table) -> None:
    found = fit_deals(weekly_table(np.full((2, 104), 50.0)))
    assert found.wins_per_year == pytest.approx([52.0, 52.0])
    assert np.exp(found.log_mean) == pytest.approx([50.0, 50.0])
