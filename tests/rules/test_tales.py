"""Tales beside conflict, rule by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import tales
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
rates = st.floats(0.0, 3.0)


def test_what_all_are_told_is_no_news() -> None:
    assert tales.of_leak(0.1, 0.0) == 0.0
    assert tales.of_leak(0.1, 1.0) == 0.1


def test_a_word_broken_to_others_weighs_more_than_one_kept() -> None:
    assert tales.weight(0.1, PAR.heard_trust_share) > tales.weight(0.1, PAR.heard_well_share) > 0.0


def test_a_difference_within_tolerance_is_forgiven() -> None:
    assert tales.advantage(0.9, 0.5, 1.0, 0.5) == 0.0
    assert tales.advantage(1.2, 0.5, 1.0, 0.5) == pytest.approx(0.2)
    assert tales.advantage(1.2, 0.5, 0.5, 0.5) == pytest.approx(0.9)
    assert tales.advantage(3.0, 0.5, 0.5, 0.5) == 1.0


@given(one=rates, other=rates)
def test_of_two_partners_at_most_one_is_slighted(one: float, other: float) -> None:
    gaps = tales.advantage(one, other, 0.5, 0.1), tales.advantage(other, one, 0.5, 0.1)
    assert min(gaps) == 0.0
    assert all(0.0 <= gap <= 1.0 for gap in gaps)


def test_only_partners_under_contract_in_one_tier_compare() -> None:
    assert tales.comparable(2.0, 2.0, 1.0) == 1.0
    assert tales.comparable(2.0, 1.0, 1.0) == tales.comparable(2.0, 2.0, 0.0) == 0.0


def test_only_those_who_sell_feel_slighted() -> None:
    assert tales.slight_loss(0.5, 0.012, 1.0) == pytest.approx(0.006)
    assert tales.slight_loss(0.5, 0.012, 0.0) == tales.slight_loss(0.0, 0.012, 1.0) == 0.0
