"""What is paid to whom: both sides' accounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import payout, reward

money = st.floats(0.0, 1e7)
shares = st.floats(0.0, 1.0)


@given(
    sold=money,
    front=st.floats(0.0, 0.6),
    passed=shares,
    points=st.floats(0.0, 0.25),
    part=shares,
    away=shares,
)
def test_partner_and_vendor_share_what_the_customer_pays(sold, front, passed, points, part, away):
    registered, given_away = part * sold, 0.01 * away * sold
    vendor = payout.net_sales(sold, front, registered, points, given_away)
    points_kept = reward.kept_front(points, passed)
    partner = payout.partner_front(sold, reward.kept_front(front, passed), registered, points_kept)
    customer = sold * reward.street_price(front, passed) - registered * points * passed - given_away
    assert vendor + partner == pytest.approx(customer, abs=1e-6 * (1.0 + sold))


@given(sold=st.lists(money, min_size=2, max_size=30), ahead=shares)
def test_goods_bought_are_sold_or_still_in_stock(sold, ahead):
    stock = bought = 0.0
    for week, amount in enumerate(sold):
        used, extra = min(stock, 0.5 * amount), ahead * amount if week % 3 == 0 else 0.0
        bought = payout.added(bought, payout.purchases(amount, used, extra))
        stock = payout.stock_after(stock, used, extra)
        assert stock >= 0.0
    assert bought == pytest.approx(sum(sold) + stock, abs=1e-6 * (1.0 + sum(sold)))


def test_a_target_asks_for_growth_and_has_a_floor():
    assert payout.next_target(4e5, 0.25, 0.1, 1e5, 0.2) == pytest.approx(1.1e5)
    assert payout.next_target(0.0, 0.25, 0.1, 1e5, 0.2) == pytest.approx(2e4)


def test_a_rebate_is_paid_on_net_purchases():
    assert payout.rebate(0.12, 1e5, 0.28) == pytest.approx(0.12 * 72e3)
    assert payout.on_net(0.05, 1e5, 0.28) == pytest.approx(3600.0)
    assert payout.funds_paid(0.02, 0.5, 1e5, 0.28) == pytest.approx(720.0)


@given(year=money, last=money, share=st.floats(0.0, 0.2))
def test_a_growth_bonus_is_paid_on_growth_alone(year, last, share):
    assert payout.growth_bonus(share, year, last, 0.25) == pytest.approx(0.75 * share * max(year - last, 0.0))


def test_a_tier_is_earned_at_its_threshold():
    sales = (0.0, 49e3, 50e3, 299e3, 300e3, 1499e3, 1500e3)
    assert [payout.tier_after(year, 50e3, 300e3, 1500e3) for year in sales] == [
        0.0,
        0.0,
        1.0,
        1.0,
        2.0,
        2.0,
        3.0,
    ]


def test_a_condition_chooses_between_two_amounts():
    assert payout.chosen(1.0, 2.0, 1.0) == 1.0
    assert payout.chosen(1.0, 2.0, 0.0) == 2.0
    assert payout.only_when(3.0, 0.0) == 0.0
    assert payout.only_when(3.0, 1.0) == 3.0
    assert payout.none_of(0.0) == 1.0
    assert payout.none_of(1.0) == 0.0


def test_sums_are_sums():
    assert payout.four(1.0, 2.0, 4.0, 8.0) == 15.0
    assert payout.back_end(1.0, 2.0, 4.0, 8.0, 16.0) == 31.0
    assert payout.partner_profit(10.0, 3.0, 2.0, 4.0) == 11.0
    assert payout.partner_services(1e4, 2e4, 0.02, 0.1) == pytest.approx(2200.0)
    assert payout.selling_cost(1e4, 0.04, 1e3, 0.25) == pytest.approx(650.0)
    assert payout.contact_cost(100.0, 2.0, 2.0, 150.0) == 500.0
    assert payout.rest(10.0, 3.0, 2.0) == 5.0
    assert payout.part(10.0, 0.3) == pytest.approx(3.0)
    assert payout.larger(2.0, 3.0) == payout.larger(3.0, 2.0) == 3.0


def test_a_year_has_52_weeks():
    assert 52.0 * payout.weekly(1e6) == pytest.approx(1e6)
    assert payout.years(26.0) == 0.5


def test_the_present_direct_team_sells_and_costs_what_the_market_says():
    assert payout.direct_output(1.0, 0.34) == 1.0
    assert payout.direct_output(0.0, 0.34) == 0.0
    assert payout.direct_list(1e5, 1.0, 1.0, 1.0, 1.0) == 1e5
    assert payout.direct_list(1e5, 1.2, 0.8, 0.9, 1.1) == pytest.approx(1e5 * 1.2 * 0.8 * 0.9 * 1.1)
    assert payout.direct_net(1e5, 0.15) == pytest.approx(85e3)
    assert payout.direct_people(1e5, 0.15, 0.32, 1.0, 1.0) == pytest.approx(0.32 * 85e3)
    assert payout.direct_cost(27.2e3, 1e5, 0.227) == pytest.approx(49.9e3)


@given(coverage=st.floats(0.01, 1.4))
def test_a_larger_direct_team_sells_more_and_costs_more_than_in_proportion(coverage):
    assert payout.direct_output(2.0 * coverage, 0.34) < 2.0 * payout.direct_output(coverage, 0.34)
    one, two = (payout.direct_people(1e5, 0.15, 0.32, size, 0.8) for size in (coverage, 2.0 * coverage))
    assert two == pytest.approx(2.0 * one)
