"""What a change of programme does to those who live under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import transition, trust
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
shares = st.floats(0.0, 1.0)


def notice(weeks: float) -> float:
    return transition.pain_of_notice(
        weeks, PAR.notice_short_weeks, PAR.notice_more_weeks, PAR.change_sudden, PAR.change_announced
    )


@given(old=st.floats(0.01, 1.0), new=st.floats(0.0, 1.0))
def test_only_a_change_for_the_worse_hurts(old, new):
    felt = transition.felt_share(old, new, PAR.change_whole_share)
    assert 0.0 <= felt <= 1.0
    assert (felt > 0.0) == (new < old)
    assert transition.felt_share(old, old, 0.25) == 0.0
    assert transition.rules_felt(0.3, 1.0, 0.3, 0.3) == 0.0


def test_the_bands_of_notice() -> None:
    assert notice(0.0) == notice(8.0) == PAR.change_sudden
    assert notice(26.0) == notice(60.0) == pytest.approx(PAR.change_announced)
    assert PAR.change_announced < notice(13.0) < PAR.change_sudden


@given(weeks=st.floats(0.0, 60.0))
def test_more_notice_never_hurts_more(weeks):
    assert notice(weeks + 1.0) <= notice(weeks)


def test_a_council_softens_and_terms_and_rules_count_once() -> None:
    half = transition.softened(2.0, PAR.councils_enough, PAR.council_softens_share)
    assert half == PAR.council_softens_share == transition.softened(9.0, 2.0, 0.5)
    assert transition.softened(0.0, 2.0, 0.5) == 0.0
    assert transition.pain(0.8, 0.9, 0.15, 0.0) == 0.15
    assert transition.pain(0.2, 0.0, 0.15, half) == pytest.approx(0.015)


def test_a_quick_reversal_heals_that_change_only() -> None:
    hurt, of_change = 0.2, 0.1
    healed = transition.after_reversal(of_change, PAR.reversal_healed_share, 1.0, PAR.reversal_window_weeks)
    assert healed == pytest.approx(0.02)
    assert transition.after_reversal(of_change, 0.8, 30.0, 4.0) == of_change
    assert trust.level(0.7, 0.0, hurt + healed) == pytest.approx(0.7 - 0.2 - 0.02)


def test_a_rumour_alone_hurts() -> None:
    assert transition.leaked_pain(notice(0.0), 1.0, PAR.leak_share) == pytest.approx(0.075)
    assert transition.leaked_pain(notice(0.0), 0.0, PAR.leak_share) == 0.0


@given(old=shares, new=shares)
def test_old_terms_are_kept_for_those_who_would_lose(old, new):
    assert transition.grandfathered(old, new, 1.0) == max(old, new)
    assert transition.grandfathered(old, new, 0.0) == new


@given(understanding=shares, changed=shares)
def test_what_is_new_must_be_learned(understanding, changed):
    assert transition.unlearned(understanding, changed) == pytest.approx(understanding * (1.0 - changed))


def test_who_is_let_go() -> None:
    assert transition.stays_enrolled(0.0, 0.0, 1.0, 1.0) == 0.0
    assert transition.stays_enrolled(1.0, 0.0, 1.0, 1.0) == 1.0
    assert transition.stays_enrolled(1.0, 0.0, 1.0, 0.0) == 0.0
    assert transition.stays_enrolled(0.0, 2.0, 1.0, 1.0) == 1.0
    assert transition.stays_enrolled(0.0, 0.0, 0.0, 0.0) == 1.0


@given(kept=shares, front=shares, rate=shares, more=shares)
def test_terms_are_worth_what_they_pay_as_far_as_they_are_seen(kept, front, rate, more):
    blind = transition.terms_worth(kept, front, rate, more, 0.0, 0.9)
    seen = transition.terms_worth(kept, front, rate, more, 0.7, 0.9)
    assert blind == kept
    assert seen == pytest.approx(kept + (1.0 - front) * (0.63 * rate + 0.7 * more))


def test_asking_back_starts_silence_anew_for_the_silent_only() -> None:
    assert transition.silence_when_invited(80.0, 1.0) == 1.0
    assert transition.silence_when_invited(80.0, 0.0) == 80.0
    assert transition.silence_when_invited(0.0, 1.0) == 0.0
    assert transition.hours_of_invitations(30.0, 2.0, 1.0) == 60.0
    assert transition.hours_of_invitations(30.0, 2.0, 0.0) == 0.0


def test_who_still_trusts_signs_again():
    assert transition.accepts(0.39, 0.6, 0.6, 0.4) == 1.0
    assert transition.accepts(0.41, 0.6, 0.6, 0.4) == 0.0
    assert transition.accepts(0.21, 0.3, 0.6, 0.4) == 0.0
    assert transition.silence_when_enrolled(80.0, 1.0) == 1.0
    assert transition.silence_when_enrolled(80.0, 0.0) == 80.0
