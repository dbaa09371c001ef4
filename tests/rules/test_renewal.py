"""Contracts that run and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import renewal

shares = st.floats(0.0, 1.0)


def test_the_book_rests_where_ends_and_new_contracts_balance() -> None:
    usual, term, base = renewal.usual_renewal(0.88, 156.0), 156.0, 0.0
    for _ in range(20_000):
        due = renewal.due_for_renewal(base, term)
        base = renewal.base_after(base, due, due * usual, 1000.0, 0.6)
    assert base == pytest.approx(renewal.base_at_rest(1000.0, 0.6, usual, term), rel=1e-6)


def test_retention_of_a_year_holds_over_a_term() -> None:
    assert renewal.usual_renewal(0.86, 52.0) == pytest.approx(0.86)
    assert renewal.usual_renewal(0.9, 156.0) == pytest.approx(0.729)


@given(usual=st.floats(0.05, 0.95), pull=st.floats(-3.0, 3.0))
def test_renewal_is_a_share_that_follows_what_speaks_for_it(usual, pull):
    here = renewal.renewal_share(usual, pull)
    assert 0.0 < here < 1.0
    assert renewal.renewal_share(usual, pull + 0.1) > here
    assert renewal.renewal_share(usual, 0.0) == pytest.approx(usual)


@given(base=st.floats(0.0, 1e7), sold=st.floats(0.0, 1e6), pull=st.floats(-2.0, 2.0), direct=shares)
def test_no_contract_is_lost_or_made(base, sold, pull, direct):
    due = renewal.due_for_renewal(base, 52.0)
    renewed = due * renewal.renewal_share(0.86, pull)
    after = renewal.base_after(base, due, renewed, sold, 0.5)
    assert after == pytest.approx(base - due + renewed + 0.5 * sold)
    kept = renewal.of_partner(renewed, direct)
    assert 0.0 <= kept <= renewed


def test_care_skill_and_margin_speak_for_renewal_and_silence_against() -> None:
    def pull(skill: float = 0.0, bond: float = 0.0, margin: float = 0.0, willing: float = 1.0) -> float:
        return renewal.renewal_pull(skill, bond, margin, 1.0, 1.0, 0.5, willing, 0.7)

    assert pull() == 0.0
    assert min(pull(skill=0.1), pull(bond=0.1), pull(margin=0.1)) > 0.0 > pull(willing=0.0)


def test_a_subscription_is_revenue_over_its_term() -> None:
    deferred, recognised = 0.0, []
    for week in range(8000):
        counted = renewal.recognised_revenue(deferred, 52.0)
        deferred = renewal.deferred_after(deferred, 100.0 if week < 7000 else 0.0, counted)
        recognised.append(counted)
    assert recognised[6999] == pytest.approx(100.0, rel=1e-6)
    assert sum(recognised) == pytest.approx(100.0 * 7000, rel=1e-6)


def test_renewals_taken_direct_cost_trust() -> None:
    assert renewal.taken_loss(0.0, 1.0, 0.01) == 0.0
    assert renewal.taken_loss(0.5, 1.0, 0.01) == renewal.taken_loss(0.5, 7.0, 0.01) == 0.005
    assert renewal.kept_renewal(0.15, 0.6) == pytest.approx(0.06)
