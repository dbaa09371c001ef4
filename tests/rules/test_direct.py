"""Seven rules of engagement and the pay of direct sellers."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import conflict, direct
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
shares = st.floats(0.0, 1.0)


def test_each_rule_and_each_pay_has_its_own_number() -> None:
    numbers = [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0]
    assert [direct.of_seven(float(kind), *numbers) for kind in range(7)] == numbers
    assert [direct.of_pay(float(kind), *numbers[:4]) for kind in range(4)] == numbers[:4]


def test_a_deck_and_a_desk_are_better_than_none_and_partners_only_best() -> None:
    factors = [
        1.0,
        PAR.choice_factor,
        PAR.desk_factor,
        PAR.named_factor,
        PAR.deck_factor,
        PAR.indirect_factor,
    ]
    assert factors == sorted(factors, reverse=True)
    pay = [PAR.accelerator_factor, PAR.gate_factor, 1.0, PAR.against_factor]
    assert pay == sorted(pay)


@given(force=shares, factor=st.floats(0.0, 1.0))
def test_a_rule_that_does_not_hold_is_no_rule(force, factor):
    assert conflict.blended(1.0, factor, 0.0) == 1.0
    assert factor - 1e-12 <= conflict.blended(1.0, factor, force) <= 1.0
    assert direct.all_factors(0.5, 0.6, direct.under_one_head(1.0, 0.75)) == pytest.approx(0.225)
    assert direct.under_one_head(0.0, 0.75) == 1.0


@given(weeks=st.floats(0.0, 300.0))
def test_a_neutral_desk_improves(weeks):
    now, later = (direct.improving(1.0, 0.35, w, 39.0) for w in (weeks, weeks + 4.0))
    assert 0.35 <= later <= now <= 1.0
    assert direct.improving(1.0, 0.35, 39.0, 39.0) == pytest.approx(0.35 + 0.65 * exp(-1.0))


@given(enforcement=shares, force=shares)
def test_enforcement_costs_sellers_only_where_it_bites(enforcement, force):
    left = direct.direct_held_back(enforcement, force, 0.04, 1.0)
    assert 0.96 <= left <= 1.0
    assert direct.direct_held_back(enforcement, 0.0, 0.04, 1.0) == 1.0


@given(u=st.floats(1e-9, 1.0 - 1e-9), chance=shares, approval=st.floats(0.3, 1.0))
def test_a_deal_is_registered_or_refused_or_neither(u, chance, approval):
    chance *= approval
    registered = conflict.registers(u, chance, 50e3, 10e3)
    asked = direct.asked_chance(chance, approval)
    asks = conflict.registers(u, asked, 50e3, 10e3)
    assert chance <= asked <= 1.0 + 1e-9
    assert asks >= registered
    assert conflict.registers(u, asked, 5e3, 10e3) == 0.0


def test_refusals_hurt_those_who_hold_them_for_wrong() -> None:
    assert direct.refusal_loss(2.0, 0.26, 0.03) == pytest.approx(0.0156)
    assert direct.refusal_loss(0.0, 0.26, 0.03) == 0.0


def test_costs() -> None:
    assert direct.cost_of_clarity(60e3, 0.5) == 15e3
    assert direct.cost_of_pay(-0.004, 1e6) == -4000.0
