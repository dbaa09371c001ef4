"""How trust moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import trust
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
shares = st.floats(0.0, 1.0)
events = st.floats(0.0, 0.5)


@given(reputation=shares, goodwill=shares, hurt=shares)
def test_trust_is_a_share(reputation, goodwill, hurt):
    level = trust.level(reputation, goodwill, hurt)
    assert level == min(max(reputation + goodwill - hurt, 0.0), 1.0)
    assert trust.balance(goodwill, hurt) == goodwill - hurt


@given(size=events, level=shares)
def test_gains_shrink_near_full_trust_and_losses_near_none(size, level):
    assert trust.gain(size, level, 0.6, 1.0) == pytest.approx(size * (1.0 - level) / 0.4)
    assert trust.loss(size, level, 0.6, 1.0) == pytest.approx(size * level / 0.6)
    assert trust.gain(size, level, 0.6, 0.0) == trust.loss(size, level, 0.6, 0.0) == size
    assert trust.gain(size, 0.6, 0.6, 0.7) == pytest.approx(size) == trust.loss(size, 0.6, 0.6, 0.7)


def after_a_year(good: float, bad: float) -> float:
    """Goodwill less hurt, a year after one week of events and none since, at the usual parameters."""
    goodwill = trust.goodwill_after(0.0, good, PAR.goodwill_decay, PAR.goodwill_most, PAR.lasting_share)
    hurt = trust.hurt_after(0.0, bad, 0.0, PAR.hurt_decay, PAR.healing, PAR.lasting_share)
    for _ in range(52):
        goodwill = trust.goodwill_after(
            goodwill, 0.0, PAR.goodwill_decay, PAR.goodwill_most, PAR.lasting_share
        )
        hurt = trust.hurt_after(hurt, 0.0, 0.0, PAR.hurt_decay, PAR.healing, PAR.lasting_share)
    return goodwill - hurt


def test_an_affront_lasts_longer_than_a_favour_of_the_same_size():
    assert after_a_year(0.1, 0.0) == pytest.approx(0.1 * 0.98 * 0.95**52)
    assert after_a_year(0.0, 0.1) < -5.0 * after_a_year(0.1, 0.0)


def test_hurt_heals_faster_under_good_conduct_up_to_a_bound():
    alone, kind, kinder, kindest = (
        trust.hurt_after(0.2, 0.0, gained, 0.987, 0.06, 0.02) for gained in (0.0, 0.01, 0.02, 0.05)
    )
    assert alone > kind > kinder == kindest > 0.0


@given(goodwill=shares, gained=events)
def test_carried_goodwill_is_bounded_but_new_events_count_in_full(goodwill, gained):
    after = trust.goodwill_after(goodwill, gained, 0.95, 0.35, 0.02)
    assert after == pytest.approx(min(0.95 * goodwill, 0.35) + 0.98 * gained)


@given(reputation=shares, prior=shares, balance=st.floats(-1.0, 1.0), stays=st.floats(-0.1, 0.1))
def test_reputation_is_a_share(reputation, prior, balance, stays):
    assert 0.0 <= trust.reputation_after(reputation, prior, balance, 0.004, 0.004, stays, 1.0) <= 1.0


def test_reputation_rests_between_prior_and_experience():
    level = 0.3
    for _ in range(5000):
        level = trust.reputation_after(level, 0.6, 0.1, 0.004, 0.004, 0.0, 1.0)
    assert level == pytest.approx(0.7)


def test_the_search_for_the_start_only_moves_reputation_faster():
    slow, fast = (
        trust.reputation_after(0.5, 0.6, 0.1, 0.004, 0.004, 0.0, speed) - 0.5 for speed in (1.0, 5.0)
    )
    assert fast == pytest.approx(5.0 * slow)


def test_a_part_of_every_event_lasts():
    assert trust.lasting(0.1, 0.04, 0.02) == pytest.approx(0.0012)


def test_two_wins_a_week_are_enough_to_be_glad():
    assert trust.good_conduct(1.0, 1.2, 1.0, 0.01, 0.0025) == pytest.approx(0.0145)
    assert trust.good_conduct(0.0, 1.0, 2.0, 0.01, 0.0025) == trust.good_conduct(0.0, 1.0, 9.0, 0.01, 0.0025)


def after_week(levels: tuple[float, float, float], good: float, bad: float) -> tuple[float, float, float]:
    """Reputation, goodwill and hurt after a week of events, at the usual parameters."""
    reputation, goodwill, hurt = levels
    now = trust.level(*levels)
    gained = trust.gain(good, now, PAR.trust_reference, PAR.trust_boundedness)
    lost = trust.loss(bad, now, PAR.trust_reference, PAR.trust_boundedness)
    stays = trust.lasting(gained, lost, PAR.lasting_share)
    pull, learning = PAR.reputation_pull, PAR.reputation_learning
    return (
        trust.reputation_after(reputation, 0.6, trust.balance(goodwill, hurt), pull, learning, stays, 1.0),
        trust.goodwill_after(goodwill, gained, PAR.goodwill_decay, PAR.goodwill_most, PAR.lasting_share),
        trust.hurt_after(hurt, lost, gained, PAR.hurt_decay, PAR.healing, PAR.lasting_share),
    )


def area(good: list[float], bad: list[float], weeks: int = 156) -> float:
    """Trust won less trust lost against a life without events, added up over the weeks."""
    levels = idle = (0.6, 0.0, 0.0)
    total = 0.0
    for week in range(weeks):
        levels = after_week(
            levels, good[week] if week < len(good) else 0.0, bad[week] if week < len(bad) else 0.0
        )
        idle = after_week(idle, 0.0, 0.0)
        total += trust.level(*levels) - trust.level(*idle)
    return total


def test_one_broken_word_outweighs_ten_kept() -> None:
    """A protection that is broken against ten personal contacts that are kept."""
    kept, bad = PAR.trust_contact, PAR.trust_breach
    together = after_week((0.6, 0.0, 0.0), 10.0 * kept, bad)
    assert trust.level(*together) < 0.6
    ten_a_week_apart = [0.0] + [kept] * 10
    assert area([10.0 * kept], [bad]) < 0.0
    assert area(ten_a_week_apart, [bad]) < 0.0
    assert -area([], [bad]) > area([kept] * 10, [])
