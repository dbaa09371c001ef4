"""When direct sales and partners meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

from sim.rules import conflict
from sim.schema.behaviour import Behaviour
from sim.schema.programme import Registration

PAR = Behaviour()
shares = st.floats(0.0, 1.0)
counts = st.integers(0, 40).map(float)


def register(understanding: float, trust: float, hours: float = 24.0, approved: float = 1.0) -> float:
    free, cost = PAR.registration_free_hours, PAR.registration_hours_cost
    return conflict.registration_chance(
        understanding, trust, PAR.registration_ease, hours, free, cost, approved
    )


@given(u=shares, t=shares, hours=st.floats(1.0, 240.0), approved=shares)
def test_registration_has_a_chance(u, t, hours, approved):
    assert 0.0 <= register(u, t, hours, approved) <= approved


def test_four_in_ten_deals_go_unregistered_where_answers_take_two_days():
    approved = Registration().approval_share
    assert register(0.75, 0.6, 48.0, approved) == pytest.approx(0.58, abs=0.01)
    assert register(0.75, 0.6, 24.0, approved) == pytest.approx(0.645, abs=0.005)


@given(u=st.floats(0.05, 0.9), t=st.floats(0.05, 0.9), hours=st.floats(1.0, 200.0))
def test_knowing_trusting_and_quick_answers_bring_registrations(u, t, hours):
    base = register(u, t, hours)
    assert register(u + 0.1, t, hours) >= base
    assert register(u, t + 0.1, hours) >= base
    assert register(u, t, hours + 10.0) <= base


def test_small_deals_are_not_registered():
    assert conflict.registers(0.1, 0.5, 10e3, 10e3) == 1.0
    assert conflict.registers(0.1, 0.5, 9e3, 10e3) == 0.0
    assert conflict.registers(0.6, 0.5, 20e3, 10e3) == 0.0
    assert conflict.when_offered(0.5, 0.0) == 0.0
    assert conflict.when_offered(0.5, 1.0) == 0.5


@given(enforcement=shares, clarity=shares)
def test_a_rule_holds_as_far_as_it_is_enforced_and_clear(enforcement, clarity):
    force = conflict.in_force(enforcement, clarity)
    assert 0.0 <= force <= enforcement
    assert conflict.blended(1.0, 0.28, force) == pytest.approx(1.0 - 0.72 * force)


def test_a_rule_without_enforcement_is_no_rule():
    assert conflict.blended(1.0, 0.28, conflict.in_force(0.0, 1.0)) == 1.0
    assert conflict.blended(1.0, 0.28, conflict.in_force(1.0, 1.0)) == pytest.approx(0.28)
    assert conflict.in_force(0.8, 0.25) == pytest.approx(0.4)


@given(overlap=shares, coverage=st.floats(0.0, 3.0), base=shares, factor=shares)
def test_an_incident_has_a_chance(overlap, coverage, base, factor):
    chance = conflict.incident_chance(overlap, coverage, base, factor)
    assert 0.0 <= chance <= base
    assert conflict.incident_chance(overlap, 0.0, base, factor) == 0.0


def test_registration_protects_a_deal_as_far_as_breaches_are_punished():
    assert conflict.breach_factor(0.0, 0.35, 1.0) == 1.0
    assert conflict.breach_factor(1.0, 0.35, 0.0) == 0.35
    assert conflict.breach_factor(1.0, 0.35, 1.0) == 0.0
    assert conflict.both_factors(0.5, 0.35) == pytest.approx(0.175)


def test_a_size_threshold_divides_deals():
    assert [conflict.size_factor(value, 1e5, 0.1, 1.0) for value in (99e3, 100e3)] == [0.1, 1.0]


def test_conflict_hurts_little_among_the_fairly_treated():
    fair, unfair = (conflict.fairness_amplifier(felt, 0.5, 3.0, 2.5) for felt in (0.0, 0.4))
    assert fair == 0.5
    assert unfair == pytest.approx(1.7)
    assert conflict.fairness_amplifier(1.0, 0.5, 3.0, 2.5) == 2.5


@given(
    belief=shares,
    deals=counts,
    bad=counts,
    mild=counts,
    rate=st.floats(0.0, 0.2),
    weight=st.floats(1.0, 10.0),
)
def test_belief_stays_a_share(belief, deals, bad, mild, rate, weight):
    assert 0.0 <= conflict.belief_after(belief, deals, bad, mild, rate, weight, 0.3, 0.002) <= 1.0


def test_losses_are_remembered_more_than_clean_deals():
    worse = conflict.belief_after(0.1, 1.0, 1.0, 0.0, 0.02, 3.0, 0.3, 0.0) - 0.1
    better = 0.1 - conflict.belief_after(0.1, 1.0, 0.0, 0.0, 0.02, 3.0, 0.3, 0.0)
    mild = conflict.belief_after(0.1, 1.0, 0.0, 1.0, 0.02, 3.0, 0.3, 0.0) - 0.1
    assert worse == pytest.approx(0.02 * 3.0 * 0.9)
    assert worse > mild > 0.0 < better < worse
    assert conflict.belief_after(0.1, 0.0, 0.0, 0.0, 0.02, 3.0, 0.3, 0.01) == pytest.approx(0.099)


def test_trust_lost_adds_up_by_event():
    costs = (PAR.trust_lost_deal, PAR.trust_incident, PAR.trust_breach)
    assert conflict.trust_loss(1.0, 0.0, 0.0, 1.0, *costs, 0.5) == pytest.approx(0.08)
    assert conflict.trust_loss(0.0, 2.0, 0.0, 1.5, *costs, 0.5) == pytest.approx(2 * 1.5 * PAR.trust_incident)
    assert conflict.trust_loss(0.0, 0.0, 1.0, 3.0, *costs, 0.5) == pytest.approx(2.0 * PAR.trust_breach)
    assert conflict.without_loss(3.0, 1.0) == 2.0


def test_direct_sales_take_a_deal_only_in_an_incident():
    assert conflict.is_taken(0.2, 0.45, 1.0) == 1.0
    assert conflict.is_taken(0.5, 0.45, 1.0) == conflict.is_taken(0.2, 0.45, 0.0) == 0.0
    assert conflict.price_lost(1e4, 1.0, 1.0, 0.05) == pytest.approx(500.0)
    assert conflict.price_lost(1e4, 0.0, 1.0, 0.05) == conflict.price_lost(1e4, 1.0, 0.0, 0.05) == 0.0


@given(weeks=st.floats(0.5, 200.0), cycle=st.floats(2.0, 60.0))
def test_protection_holds_for_deals_decided_in_time_by_the_erlang_law(weeks, cycle):
    law = float(gamma.cdf(weeks, 2, scale=cycle / 2.0))
    assert conflict.still_protected(weeks, cycle) == pytest.approx(law, abs=1e-9)
    assert conflict.still_protected(0.0, cycle) == 1.0


def test_nobody_is_approved_wrongly_who_deserves_it_and_was_looked_at():
    def wrong(hours: float, approved: float) -> float:
        return conflict.wrong_approval(hours, 8.0, 0.1, approved, 0.8, 0.3)

    assert wrong(8.0, 0.8) == wrong(96.0, 0.5) == 0.0
    assert wrong(0.0, 0.5) == pytest.approx(0.1)
    assert wrong(24.0, 1.0) == pytest.approx(0.3 * 0.2)
    assert wrong(0.0, 1.0) == pytest.approx(1.0 - 0.9 * 0.94)


def test_two_partners_quarrel_only_over_a_registered_deal_that_direct_sales_leave_alone():
    assert conflict.quarrels(0.05, 0.1, 1.0, 0.0) == 1.0
    for other in ((0.2, 0.1, 1.0, 0.0), (0.05, 0.1, 0.0, 0.0), (0.05, 0.1, 1.0, 1.0)):
        assert conflict.quarrels(*other) == 0.0
