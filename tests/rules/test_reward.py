"""What one more ¤ of sales is worth to a partner."""

from __future__ import annotations

import functools
import itertools
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from sim.rules import reward
from sim.validation.ideal import FAR, Step, expected_pay, pay_of_steps, plan_of

shares = st.floats(0.0, 1.0)
DEALS = (1.25, 3.5, 5.5, 15.0)
LOG_SD = 1.0
SIZE_SPREAD = exp(LOG_SD**2) - 1.0
PLANS = {
    "quota": (Step(1.0, 1.0, 0.0),),
    "retroactive": (Step(0.0, 0.0, 0.3), Step(1.0, 0.3, 0.3)),
    "capped": (Step(0.0, 0.0, 0.5), Step(1.2, 0.0, -0.5)),
}


def value_of_steps(steps, sales: float, mean: float, log_sd: float, nothing: float) -> float:
    """Sum of what each step is worth, by the rules."""
    total = 0.0
    for s in steps:
        distance = s.threshold - sales
        depth = reward.step_depth(distance, mean, log_sd)
        total += reward.step_value_few(s.jump, s.slope, distance, depth, mean, log_sd, nothing)
    return total


def rule_value(steps, sales: float, deals: float, deal: float) -> float:
    """Expected pay under a plan when few deals remain."""
    nothing = reward.nothing_chance(deals)
    mean = reward.rest_mean(deals, deal, nothing)
    log_sd = reward.rest_log_sd(deals, SIZE_SPREAD, nothing, 0.05)
    return value_of_steps(steps, sales, mean, log_sd, nothing)


@functools.cache
def exact_rest(deals: float, deal: float) -> tuple[np.ndarray, np.ndarray]:
    """Sales that a Poisson number of lognormal deals brings, and their chances: by Fourier transform."""
    count, top = 2**15, 16.0
    width = top / count
    edges = np.maximum((np.arange(count) - 0.5) * width, 1e-300)
    sizes = norm.cdf((np.log(np.append(edges, top)) - log(deal) + 0.5 * LOG_SD**2) / LOG_SD)
    law = np.fft.irfft(np.exp(deals * (np.fft.rfft(np.diff(sizes)) - 1.0)), count)
    return np.arange(count) * width, np.maximum(law, 0.0)


def pay_of(step: Step, sales: np.ndarray) -> np.ndarray:
    return step.jump * (sales >= step.threshold) + step.slope * np.maximum(sales - step.threshold, 0.0)


def exact_value(steps, sales: float, deals: float, deal: float) -> float:
    places, law = exact_rest(deals, deal)
    pay = sum(pay_of(step, sales + places) for step in steps)
    return float(law @ pay)


@given(front=st.floats(0.0, 0.6), passed=shares)
def test_what_is_kept_and_what_is_passed_on_is_the_front_discount(front, passed):
    handed_on = 1.0 - reward.street_price(front, passed)
    assert reward.kept_front(front, passed) + handed_on == pytest.approx(front, abs=1e-15)


def test_each_tier_has_its_own_front_discount():
    assert [reward.tier_front(float(tier), 0.22, 0.25, 0.28, 0.31) for tier in range(4)] == [
        0.22,
        0.25,
        0.28,
        0.31,
    ]


@given(understanding=shares, trust=shares, floor=shares, certainty=shares, visibility=shares)
def test_perception_is_a_share_and_the_owner_sees_at_least_as_much_as_the_seller(
    understanding, trust, floor, certainty, visibility
):
    belief = reward.credence(trust, floor)
    seller = reward.perception(understanding, belief, certainty, visibility)
    assert 0.0 <= seller <= reward.perception(understanding, belief, certainty, 1.0) <= 1.0
    assert floor - 1e-15 <= belief <= 1.0 + 1e-15


def test_later_pay_is_worth_less():
    assert reward.payment_discount(0.003, 0.0) == 1.0
    assert reward.payment_discount(0.003, 52.0) == pytest.approx(exp(-0.156))


@pytest.mark.parametrize("steps", PLANS.values(), ids=list(PLANS))
@pytest.mark.parametrize("sales", [0.0, 0.4, 0.99, 1.01, 1.5])
def test_the_value_of_a_plan_without_any_doubt_is_its_pay(steps, sales):
    few = value_of_steps(steps, sales + 0.3, 1e-12, 0.05, 0.0)
    assert few == pytest.approx(pay_of_steps(steps, sales + 0.3), abs=1e-9)


@pytest.mark.parametrize("steps", PLANS.values(), ids=list(PLANS))
@pytest.mark.parametrize("deals", [0.3, 1.25, 5.5])
@pytest.mark.parametrize("sales", [0.0, 0.7, 1.4])
def test_the_value_of_steps_is_the_mean_of_the_plan_over_a_lognormal_rest(steps, deals, sales):
    nothing = reward.nothing_chance(deals)
    mean, log_sd = (
        reward.rest_mean(deals, 0.2, nothing),
        reward.rest_log_sd(deals, SIZE_SPREAD, nothing, 0.05),
    )
    chances = (np.arange(200_000) + 0.5) / 200_000
    rest = mean * np.exp(log_sd * norm.ppf(chances) - 0.5 * log_sd**2)
    pays = sum(pay_of(step, sales + rest) for step in steps)
    truth = nothing * pay_of_steps(steps, sales) + (1.0 - nothing) * float(np.mean(pays))
    got = value_of_steps(steps, sales, mean, log_sd, nothing)
    assert got == pytest.approx(truth, rel=2e-3, abs=2e-5)


def price_error(steps, deals: float) -> float:
    """Relative error of the price of a deal at a period's start; the target is the mean of sales."""
    deal = 1.0 / deals
    chances = (np.arange(40) + 0.5) / 40
    sizes = np.exp(LOG_SD * norm.ppf(chances))
    sizes *= deal / sizes.mean()
    start = exact_value(steps, 0.0, deals, deal)
    truth = np.mean([exact_value(steps, size, deals, deal) - start for size in sizes]) / deal
    got = reward.price_of_deal(
        rule_value(steps, deal, deals, deal), rule_value(steps, 0.0, deals, deal), deal
    )
    return float(got / truth - 1.0)


def test_few_deals_under_a_retroactive_plan_are_priced_within_four_per_cent_of_the_exact_price():
    assert max(abs(price_error(PLANS["retroactive"], deals)) for deals in DEALS) < 0.04


def test_few_deals_under_a_quota_are_priced_too_high_by_less_than_three_tenths():
    errors = [price_error(PLANS["quota"], deals) for deals in DEALS]
    assert min(errors) > -0.02
    assert max(errors) < 0.30
    assert sum(errors) / len(errors) < 0.15


@pytest.mark.parametrize("deals", DEALS)
def test_few_deals_reach_a_quota_about_as_often_as_exact_counts_do(deals):
    steps, deal = PLANS["quota"], 1.0 / deals
    assert rule_value(steps, 0.0, deals, deal) == pytest.approx(
        exact_value(steps, 0.0, deals, deal), rel=0.10
    )


@pytest.mark.parametrize("steps", [(Step(1.0, 2.0, 0.0),), (Step(1.0, 0.3, 0.3), Step(1.4, 0.2, -0.4))])
@pytest.mark.parametrize("sales", [-0.5, 0.7, 1.2, 1.8])
def test_a_plan_reads_the_same_as_steps_and_as_segments(steps, sales):
    plan = plan_of(0.0, *steps)
    inside = next(part for part in plan if part.low <= sales < part.high)
    assert inside.level + inside.slope * sales == pytest.approx(pay_of_steps(steps, sales), abs=1e-12)
    assert expected_pay(plan, sales, 1e-3) == pytest.approx(pay_of_steps(steps, sales), abs=1e-6)


@given(kappa=st.floats(0.01, 3.0), centre=st.floats(-2.0, 3.0), spread=st.floats(0.05, 2.0))
def test_the_segments_of_no_plan_weigh_one(kappa, centre, spread):
    cuts = [-FAR, 0.3, 1.0, FAR]
    parts = itertools.pairwise(cuts)
    assert sum(
        reward.segment_weight(kappa, 0.0, 0.0, *part, centre, spread) for part in parts
    ) == pytest.approx(1.0)


def test_the_response_to_pay_is_bounded():
    free = reward.effort_kappa(0.02, 0.2, 0.01, 0.3, 0.1)
    assert free == pytest.approx(0.4)
    bound = reward.effort_kappa(50.0, 0.2, 0.01, 0.3, 0.1)
    assert bound * 0.3 * 0.01 == pytest.approx(0.1)
    assert reward.effort_kappa(0.0, 0.2, 0.01, 0.3, 0.1) == reward.SMALLEST_KAPPA


def test_a_tier_already_secured_is_worth_nothing_more():
    assert reward.tier_price(5e4, 3e5, 3.1e5, 1e5, 5e4, 2e4) == 0.0
    near, far = (reward.tier_price(5e4, 3e5, sales, 1e5, 5e4, 2e4) for sales in (2e5, 0.0))
    assert near > 10 * far > 0.0


@given(sales=st.floats(0.0, 5e5), rest=st.floats(0.0, 5e5))
def test_the_growth_bonus_is_never_priced_above_its_rate(sales, rest):
    assert 0.0 <= reward.growth_price(0.1, 3e5, sales, rest, 5e4) <= 0.1


def test_a_deal_opened_late_closes_in_a_later_period():
    early, late = reward.close_in_period(13.0, 8.0), reward.close_in_period(1.0, 8.0)
    assert late == pytest.approx(1 - exp(-1 / 8))
    assert reward.prospecting_price(0.5, 0.1, early) > reward.prospecting_price(0.5, 0.1, late)
    assert reward.prospecting_price(0.5, 0.1, 1.0) == 0.5


def test_fear_of_conflict_takes_away_margin_up_to_all_of_it():
    assert reward.conflict_discount(0.0, 2.0) == 1.0
    assert reward.conflict_discount(0.1, 2.0) == pytest.approx(0.8)
    assert reward.conflict_discount(0.9, 2.0) == 0.0


def test_the_margin_is_the_sum_of_its_elements():
    kept = reward.with_registration(reward.kept_front(0.28, 0.6), 0.05, 0.6, 0.58)
    back = reward.rewards(0.2, 0.06, 0.02, 0.01, 0.28)
    assert kept == pytest.approx(0.112 + 0.58 * 0.05 * 0.4)
    assert back == pytest.approx(0.2 * (0.72 * 0.08 + 0.01))
    rent = reward.services_rent(0.21, 0.1)
    assert reward.perceived_margin(kept, rent, 0.04, back, 0.9) == pytest.approx(
        (kept + 0.021 - 0.04 + back) * 0.9
    )


def test_a_rebate_is_worth_what_is_left_of_it_after_the_next_target_and_the_wait():
    assert reward.plan_pay(0.10, 0.04, 0.5, 0.95) == pytest.approx(0.076)
    assert reward.flat_pay(0.05, 0.35) == pytest.approx(0.0175)
    assert reward.tier_worth(0.03, reward.kept_next_year(0.6, 1e6, 0.9)) == pytest.approx(10_800.0)


def test_units_of_the_target():
    assert reward.in_targets(3e5, 1.5e5) == 2.0
    assert reward.expected(0.4, 13.0) == pytest.approx(5.2)
    assert reward.to_middle_of_next_year(10.0) == 36.0
    assert reward.flat_value(0.1, 1.3) == pytest.approx(0.13)


def test_many_deals_are_counted_per_period():
    assert reward.has_many(1.0, 13.0, 15.0) == 0.0
    assert reward.has_many(1.2, 13.0, 15.0) == 1.0
    assert reward.has_many(1.0, 52.0, 15.0) == 1.0


def test_response_to_pay_is_larger_for_those_who_have_more_to_move():
    assert reward.drift_response(0.34, 1.5, 0.2, 0.1, 0.1) == pytest.approx(0.34 * 1.5 * 0.8)
    assert reward.drift_response(0.34, 1.5, 0.9, 0.1, 0.1) < reward.drift_response(0.34, 1.5, 0.2, 0.1, 0.1)


def test_spread_of_sales_adds_number_and_size():
    assert reward.sales_spread(4.0, 2.0, 1.25) == pytest.approx(2.0 * sqrt(9.0))


@given(index=st.floats(0.5, 2.0), given_share=st.floats(0.0, 0.9))
def test_the_vendor_s_price_is_the_list_less_what_it_gives(index, given_share):
    assert 1.0 - reward.below_list(index, given_share) == pytest.approx(index * (1.0 - given_share))
    assert reward.below_list(1.0, given_share) == given_share
