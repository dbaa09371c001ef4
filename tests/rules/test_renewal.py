"""Contracts that run and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import renewal

shares = st.floats(0.0, 1.0)


def at_rest(sold: float, pull: float, direct: float) -> float:
    """Running contracts after a long time of the same."""
    term, usual, base = 156.0, renewal.usual_renewal(0.88, 156.0), 1.0
    for _ in range(20_000):
        due = renewal.due_for_renewal(base, term)
        renewed = due * renewal.renewal_share(usual, pull) * (1.0 - direct)
        base = renewal.base_after(base, due, renewed, sold, renewal.contracts_sold(usual, term, 0.0), 0.0)
    return base


def test_contracts_rest_at_the_reference_and_in_proportion_to_sales() -> None:
    assert at_rest(1.0, 0.0, 0.0) == pytest.approx(1.0, rel=1e-9)
    assert at_rest(2.0, 0.0, 0.0) == pytest.approx(2.0, rel=1e-6)
    assert at_rest(1.0, -0.3, 0.0) < 1.0 < at_rest(1.0, 0.3, 0.0)
    assert at_rest(1.0, 0.0, 0.5) < 0.7


def test_retention_of_a_year_holds_over_a_term() -> None:
    assert renewal.usual_renewal(0.86, 52.0) == pytest.approx(0.86)
    assert renewal.usual_renewal(0.9, 156.0) == pytest.approx(0.729)


@given(usual=st.floats(0.05, 0.95), pull=st.floats(-3.0, 3.0))
def test_renewal_is_a_share_that_follows_what_speaks_for_it(usual, pull):
    here = renewal.renewal_share(usual, pull)
    assert 0.0 < here < 1.0
    assert renewal.renewal_share(usual, pull + 0.1) > here
    assert renewal.renewal_share(usual, 0.0) == pytest.approx(usual)


def test_care_and_skill_speak_for_renewal_silence_and_less_pay_against() -> None:
    def pull(skill: float = 0.0, bond: float = 0.0, less: float = 0.0, willing: float = 1.0) -> float:
        return renewal.renewal_pull(skill, bond, 1.0, 1.0, less, 5.0, willing, 0.7)

    assert pull() == 0.0
    assert min(pull(skill=0.1), pull(bond=0.1)) > 0.0 > pull(less=0.05) > pull(willing=0.0)


@given(part=st.floats(0.0, 0.9), ratio=st.floats(0.0, 3.0))
def test_opportunities_follow_contracts_only_as_far_as_they_are_renewals(part, ratio):
    factor = renewal.with_renewals(part, ratio)
    now = renewal.renewals_now(part, ratio, factor)
    assert renewal.with_renewals(part, 1.0) == pytest.approx(1.0)
    assert 0.0 <= now <= 1.0 + 1e-12
    assert factor * (1.0 - now) == pytest.approx(1.0 - part, abs=1e-6)
    assert renewal.renewals_now(part, 1.0, 1.0) == pytest.approx(part)


@given(direct=shares, base=st.floats(0.0, 3.0))
def test_what_the_vendor_takes_does_not_come_to_the_partner(direct, base):
    all_ = renewal.renewals_ratio(base, 0.7, 0.7, 0.0)
    kept = renewal.renewals_ratio(base, 0.7, 0.7, direct)
    taken = renewal.taken_direct(1000.0, 0.25, all_, direct)
    assert 1000.0 * 0.25 * kept + taken == pytest.approx(250.0 * base)


def test_renewals_taken_direct_cost_trust_and_a_cut_lowers_the_mean_discount() -> None:
    assert renewal.taken_loss(0.0, 0.3, 0.02) == 0.0
    assert renewal.taken_loss(0.5, 0.3, 0.02) == pytest.approx(0.003)
    assert renewal.front_with_renewals(0.28, 0.25, 0.08) == pytest.approx(0.26)
    assert renewal.front_with_renewals(0.01, 0.5, 0.2) == 0.0


@given(booked=st.lists(st.floats(0.0, 1e6), min_size=1, max_size=60), part=shares, term=st.floats(4.0, 520.0))
def test_what_is_booked_is_recognised_or_still_to_come(booked, part, term):
    deferred = before = renewal.deferred_at_rest(5e4, part, term)
    known = 0.0
    for amount in booked:
        known += renewal.recognised(amount, part, deferred, term)
        deferred = renewal.deferred_after(deferred, amount, part, term)
    assert known + deferred == pytest.approx(before + sum(booked), rel=1e-9, abs=1e-6)


def test_who_sells_as_much_as_ever_recognises_as_much_as_is_booked():
    deferred = renewal.deferred_at_rest(1e5, 0.6, 156.0)
    assert renewal.recognised(1e5, 0.6, deferred, 156.0) == pytest.approx(1e5)
    assert renewal.deferred_after(deferred, 1e5, 0.6, 156.0) == pytest.approx(deferred)
