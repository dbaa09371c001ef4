"""How many opportunities a partner finds."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import demand, effort
from sim.schema.behaviour import Behaviour

levels = st.floats(1e-3, 20.0)


@given(level=levels, more=st.floats(0.01, 5.0))
def test_a_crowded_territory_gives_each_seller_less_and_all_together_more(level, more):
    thin, thick = demand.saturation(level), demand.saturation(level + more)
    assert 0.0 < thick < thin <= 1.0
    assert (level + more) * thick >= level * thin


def test_saturation_is_one_where_nobody_works():
    assert demand.saturation(0.0) == pytest.approx(1.0, abs=1e-6)
    assert demand.saturation(2.0) == pytest.approx((1 - exp(-2)) / 2)


@given(
    wins=st.floats(0.1, 500.0), win=st.floats(0.05, 0.95), share=st.floats(0.01, 0.9), h=st.floats(0.1, 0.6)
)
def test_reference_terms_give_the_reference_wins(wins, win, share, h):
    output = effort.output(share, h)
    found = demand.opportunities(demand.reach(wins, win, output), output, 1.0, 1.0, 1.0, 1.0, 1.0)
    assert 52.0 * found * win == pytest.approx(wins)


def test_every_factor_scales_the_opportunities():
    base = [0.5, 0.6, 0.8, 1.1, 1.02, 1.05, 0.7]
    product = 0.5 * 0.6 * 0.8 * 1.1 * 1.02 * 1.05 * 0.7
    assert demand.opportunities(*base) == pytest.approx(product)
    assert demand.opportunities(*base[:-1], 0.0) == 0.0


def test_a_cheaper_street_price_brings_demand():
    assert demand.price_response(0.8, 0.8, 0.3) == 1.0
    assert demand.price_response(0.72, 0.8, 0.3) == pytest.approx(1.03)
    assert demand.price_response(0.88, 0.8, 0.3) == pytest.approx(0.97)


def test_funds_are_claimed_by_those_who_know_and_have_time():
    assert demand.funds_claimed(0.8, 4.0, 4.0, 1.0) == pytest.approx(0.4)
    assert demand.funds_claimed(0.8, 4.0, 4.0, 0.5) == pytest.approx(0.2)
    assert demand.funds_claimed(0.8, 400.0, 4.0, 1.0) < 0.8


@given(funds=st.floats(0.0, 0.06), claimed=st.floats(0.0, 1.0))
def test_more_funds_lift_demand_less_and_less(funds, claimed):
    one, two = demand.funds_lift(funds, claimed, 2.5, 20.0), demand.funds_lift(2 * funds, claimed, 2.5, 20.0)
    assert 1.0 <= one <= two
    assert two - one <= one - 1.0 + 1e-12
    assert demand.funds_lift(0.0, claimed, 2.5, 20.0) == 1.0


def test_ups_and_downs_of_the_market_have_mean_one():
    steps = 4000
    mean = sum(demand.market_factor((k + 0.5) / steps, 0.2) for k in range(steps)) / steps
    assert mean == pytest.approx(1.0, abs=1e-3)
    assert demand.market_factor(0.9, 0.0) == 1.0


def test_direct_sales_fish_in_the_same_pond_as_far_as_they_overlap():
    assert demand.intensity(1.0, 0.4, 0.8, 0.25) == pytest.approx(0.88)
    assert demand.intensity(1.0, 0.4, 0.8, 0.0) == pytest.approx(0.8)


def test_relative_to_nothing_is_one():
    assert demand.relative(3.0, 2.0) == 1.5
    assert demand.relative(3.0, 0.0) == 1.0
    assert demand.grown(1.1, 1.06) == pytest.approx(1.166)


def test_direct_sales_work_the_accounts_they_are_left():
    assert demand.direct_level(0.4, 1.5, 0.8) == pytest.approx(0.48)


def test_presence_makes_demand_where_few_sell():
    def slope(level):
        return demand.spill_over(level, 0.2, 0.8, 1.12, 2.2) - demand.spill_over(level, 0.1, 0.8, 1.12, 2.2)

    assert slope(0.1) > slope(1.0) > 0.0
    assert demand.spill_over(0.7, 0.3, 0.8, 0.0, 2.2) == 1.0


@pytest.mark.parametrize(("level", "sign"), [(0.05, 1.0), (2.0, -1.0)])
def test_another_direct_seller_helps_where_coverage_is_thin_and_hurts_where_it_is_not(level, sign):
    def for_partners(more, lift):
        worked = demand.intensity(level, 0.357 * level + more, 0.8, 0.25)
        return demand.saturation(worked) * demand.spill_over(level, 0.357 * level + more, 0.8, lift, 2.2)

    assert sign * (for_partners(0.02, 1.12) - for_partners(0.0, 1.12)) > 0.0
    assert for_partners(0.02, 0.0) < for_partners(0.0, 0.0)


@given(ratio=st.floats(0.5, 2.0), elasticity=st.floats(0.0, 3.0))
def test_a_price_list_moves_demand_with_one_elasticity(ratio, elasticity):
    assert demand.list_response(1.0, elasticity) == 1.0
    assert demand.list_response(ratio, elasticity) == pytest.approx(ratio**-elasticity, rel=1e-12)


def test_the_usual_elasticity_is_near_the_one_of_a_vendor_that_has_set_its_prices_right():
    cost = 0.227 / (1.0 - 0.28)
    net = [(price - cost) * demand.list_response(price, 1.0 / (1.0 - cost)) for price in (0.9, 1.0, 1.1)]
    assert net[1] == max(net)
    assert Behaviour().list_elasticity == pytest.approx(1.0 / (1.0 - cost), rel=0.05)
