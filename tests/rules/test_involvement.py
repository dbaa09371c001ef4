"""Engagement counted both ways, and what a partner puts in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import involvement

shares = st.floats(0.0, 1.0)


@given(trust=shares, bond=shares, understanding=shares, met=shares)
def test_engagement_in_the_relation_is_a_share_that_rises_with_each_part(trust, bond, understanding, met):
    here = involvement.relational(trust, bond, understanding, met, 0.25)
    assert 0.0 <= here <= 1.0
    assert involvement.relational(min(1.0, trust + 0.1), bond, understanding, met, 0.25) >= here
    assert involvement.relational(trust, bond, understanding, min(1.0, met + 0.1), 0.25) >= here


def test_the_two_measures_can_disagree() -> None:
    assert involvement.transactional(1.0) == 1.0
    assert involvement.relational(0.2, 0.0, 0.3, 0.1, 0.25) < 0.2
    assert involvement.transactional(0.0) == 0.0
    assert involvement.relational(0.8, 0.5, 0.9, 1.0, 0.25) > 0.8


def test_contact_beyond_the_wish_engages_nobody_more() -> None:
    assert involvement.wish_met(0.2, 0.4) == 0.5
    assert involvement.wish_met(0.9, 0.4) == 1.0


def test_at_the_reference_effort_earns_its_usual_wage() -> None:
    assert involvement.alternative(0.18, 0.18, 0.09, 1000.0) == pytest.approx(90.0)
    assert involvement.alternative(0.09, 0.18, 0.09, 1000.0) == pytest.approx(45.0)
