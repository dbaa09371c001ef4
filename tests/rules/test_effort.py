"""How a partner splits its selling capacity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import effort

weights = st.floats(1e-3, 1e3)
shares = st.floats(0.001, 0.999)


@given(own=weights, other=weights, outside=weights)
def test_shares_of_capacity_add_up_to_less_than_one(own, other, outside):
    ours = effort.capacity_share(
        effort.wanted_share(own, other, outside), effort.wanted_share(other, own, outside)
    )
    assert 0.0 < ours < 1.0
    assert ours + effort.wanted_share(outside, own, other) == pytest.approx(1.0)


@given(wallet=shares, part=shares, margin=st.floats(0.01, 0.5), other=st.floats(0.01, 0.5))
def test_reference_terms_give_the_reference_wallet(wallet, part, margin, other):
    product = effort.reference_share(wallet, part, margin, other)
    solution = effort.reference_share(wallet, 1.0 - part, other, margin)
    assert effort.capacity_share(product, solution) == pytest.approx(wallet)
    pull = effort.attraction(margin, margin, 1.0, 1.515, 0.05)
    own = effort.own_weight(product, pull)
    assert effort.wanted_share(own, solution, effort.outside_weight(wallet)) == pytest.approx(product)


@given(margin=st.floats(0.01, 0.5), more=st.floats(0.001, 0.1), relation=st.floats(0.2, 2.0))
def test_more_margin_attracts_more_effort(margin, more, relation):
    now, then = (effort.attraction(m, 0.2, relation, 1.515, 0.05) for m in (margin, margin + more))
    assert then >= now > 0.0


def test_trust_and_bonds_attract_as_margin_does():
    assert effort.attraction(0.2, 0.2, 1.3, 1.5, 0.05) == pytest.approx(1.3**1.5)
    assert effort.attraction(0.26, 0.2, 1.0, 1.5, 0.05) == pytest.approx(1.3**1.5)


def test_a_partner_sells_a_little_at_any_pay():
    assert effort.attraction(-0.1, 0.2, 1.0, 2.0, 0.05) == pytest.approx(0.0025)


@given(trust=st.floats(0.0, 0.99), reference=st.floats(0.3, 0.9), curvature=st.floats(0.1, 0.9))
def test_trust_pulls_less_and_less(trust, reference, curvature):
    low, middle, high = (
        effort.trust_pull(t, reference, curvature) for t in (trust, trust + 0.005, trust + 0.01)
    )
    assert low < middle < high
    assert high - middle < middle - low + 1e-12
    assert effort.trust_pull(reference, reference, curvature) == 1.0


def test_bonds_lift_effort_up_to_their_bound():
    assert effort.bond_pull(0.15, 0.15, 0.35, 0.25) == 1.0
    assert effort.bond_pull(1.0, 0.0, 0.35, 0.25) == pytest.approx(1.28)
    assert effort.bond_pull(0.25, 0.0, 0.35, 0.25) == pytest.approx(1.175)


@given(u=st.floats(0.01, 0.99), sd=st.floats(0.0, 0.5))
def test_ups_and_downs_have_mean_one(u, sd):
    pair = effort.quarter_noise(u, sd) * effort.quarter_noise(1.0 - u, sd)
    assert pair == pytest.approx(effort.quarter_noise(0.5, sd) ** 2)
    steps = 2000
    mean = (
        sum(effort.quarter_noise((k + 0.5) / steps, 0.25) for k in range(steps)) / steps if u > 0.98 else 1.0
    )
    assert mean == pytest.approx(1.0, abs=1e-3)


def test_contacts_take_selling_time():
    assert effort.contact_time(0.0, 0.012) == 1.0
    assert effort.contact_time(2.0, 0.012) == pytest.approx(0.976)


def test_small_changes_are_left_alone_and_large_ones_are_made_in_part():
    assert effort.settle(0.1, 0.102, 0.2, 0.205, 0.03, 0.5) == 0.1
    assert effort.settle(0.1, 0.14, 0.2, 0.24, 0.03, 0.5) == pytest.approx(0.12)
    assert effort.settle(0.1, 0.06, 0.2, 0.16, 0.03, 0.5) == pytest.approx(0.08)
    assert effort.settle(0.1, 0.14, 0.2, 0.24, 0.03, 0.0) == pytest.approx(0.14)


@given(share=shares, elasticity=st.floats(0.1, 0.9))
def test_output_is_concave_in_effort(share, elasticity):
    assert share < effort.output(share, elasticity) < 1.0
    assert effort.output(1.0, elasticity) == 1.0
    more = effort.output(min(1.1 * share, 1.0), elasticity) / effort.output(share, elasticity)
    assert 1.0 <= more <= 1.1
    assert effort.pace(share, 0.5, elasticity) == pytest.approx(
        effort.output(share, elasticity) / effort.output(0.5, elasticity)
    )


def test_a_tenth_more_effort_brings_three_per_cent_more():
    assert effort.output(0.11, 0.34) / effort.output(0.10, 0.34) == pytest.approx(1.033, abs=5e-4)


def test_a_reference_margin_stays_above_a_part_of_the_front_margin():
    assert effort.reference_margin(0.1, 0.02, 0.04, 0.05) == pytest.approx(0.08)
    assert effort.reference_margin(0.1, 0.0, 0.3, 0.05) == pytest.approx(0.005)
    assert effort.at_least(-1.0) == effort.at_least(0.0) > 0.0
    assert effort.at_least(0.2) == 0.2


def test_only_partners_that_plan_and_sell_shape_the_reference():
    assert effort.counts(0.1, 1.0) == 0.1
    assert effort.counts(0.1, 0.0) == 0.0
    assert effort.towards(0.2, 0.4, 0.25) == pytest.approx(0.25)
    assert effort.towards(0.2, 0.4, 0.0) == 0.2


def test_a_relation_counts_against_the_partners_own():
    now = effort.relation(1.1, 1.2, 0.9)
    assert now == pytest.approx(1.188)
    assert effort.relative_ease(now, now, 1.3) == pytest.approx(1.3)


def test_partners_that_sell_plan_in_their_turn_and_all_of_them_when_it_matters():
    assert effort.plans(1.0, 2.0, 2.0, 0.0, 0.0) == 1.0
    assert effort.plans(0.6, 2.0, 1.0, 0.0, 0.0) == effort.plans(1.0, 2.0, 1.0, 0.0, 1.0) == 0.0
    assert effort.plans(1.0, 2.0, 1.0, 1.0, 0.0) == 1.0


def test_silent_partners_look_at_the_programme_once_a_quarter():
    assert effort.plans(0.0, 2.0, 2.0, 1.0, 0.0) == 0.0
    assert effort.plans(0.0, 2.0, 1.0, 0.0, 1.0) == 1.0
