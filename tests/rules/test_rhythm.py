"""A kept rhythm, a missed one, and contact beyond the own wish."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import rhythm, touch, trust
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
shares = st.floats(0.0, 1.0)
EVERY, YEARS = 4, 60
WEEKS = 52 * YEARS


def balance_of(touched: np.ndarray, gain: float, loss: float) -> float:
    """Trust gained less lost through the rhythm in a year, when one contact in four weeks was promised."""
    interval, gap, confidence, total = rhythm.promised_interval(1.0 / EVERY), 0.0, 0.5, 0.0
    for personal in touched.tolist():
        kept = rhythm.on_time(personal, gap, interval, PAR.rhythm_early, PAR.rhythm_late)
        lapsed = rhythm.lapse(personal, gap, interval, PAR.rhythm_late)
        total += rhythm.rhythm_gain(kept, gain) - rhythm.rhythm_loss(lapsed, confidence, loss)
        confidence = rhythm.confidence_after(
            confidence, kept, lapsed, PAR.rhythm_learning, PAR.rhythm_forgetting
        )
        gap = rhythm.gap_after(gap, personal)
    return total * 52.0 / len(touched)


def every_fourth(reliability: float) -> np.ndarray:
    """Contacts due every fourth week, each kept with a chance."""
    due = np.arange(WEEKS) % EVERY == 0
    return (due & (np.random.default_rng(5).random(WEEKS) < reliability)).astype(float)


def by_chance(rate: float) -> np.ndarray:
    return (np.random.default_rng(6).random(WEEKS) < rate).astype(float)


def test_a_kept_routine_adds_a_half_kept_one_is_worse_than_none() -> None:
    kept, half = (balance_of(every_fourth(part), PAR.trust_on_time, PAR.trust_lapse) for part in (0.95, 0.5))
    assert kept > 0.03
    assert half < 0.0 == balance_of(np.zeros(WEEKS), 0.0, 0.0)


def test_what_was_never_promised_is_not_missed() -> None:
    interval = rhythm.promised_interval(0.0)
    assert not any(rhythm.lapse(0.0, float(gap), interval, PAR.rhythm_late) for gap in range(3000))
    assert rhythm.rhythm_loss(1.0, 0.0, PAR.trust_lapse) == 0.0


def test_regular_beats_irregular_at_the_same_mean() -> None:
    regular = balance_of(every_fourth(1.0), PAR.trust_on_time, PAR.trust_lapse)
    assert regular > balance_of(by_chance(0.25), PAR.trust_on_time, PAR.trust_lapse) + 0.02


def mean_trust(touched: np.ndarray) -> float:
    """Mean trust above its base under contacts alone, when responses are linear and no rhythm is felt."""
    goodwill, levels = 0.0, []
    for personal in touched.tolist():
        goodwill = trust.goodwill_after(goodwill, 0.01 * personal, 0.95, 1e9, 0.0)
        levels.append(trust.level(0.5, goodwill, 0.0) - 0.5)
    return float(np.mean(levels[520:]))


def test_null_regularity_does_nothing_where_responses_are_linear() -> None:
    exact = 0.01 * 0.25 / 0.05
    assert mean_trust(every_fourth(1.0)) == pytest.approx(exact, rel=1e-3)
    assert mean_trust(np.full(WEEKS, 0.25)) == pytest.approx(exact, rel=1e-9)
    assert balance_of(every_fourth(1.0), 0.0, 0.0) == balance_of(by_chance(0.25), 0.0, 0.0) == 0.0


def test_one_contact_a_week_or_more_is_expected_weekly() -> None:
    assert rhythm.promised_interval(1.6) == rhythm.promised_interval(1.0) == 1.0
    assert rhythm.promised_interval(0.25) == 4.0


def test_a_lapse_is_felt_once() -> None:
    gap, felt = 0.0, 0.0
    for _ in range(100):
        felt += rhythm.lapse(0.0, gap, 4.0, 1.6)
        gap = rhythm.gap_after(gap, 0.0)
    assert felt == 1.0
    assert rhythm.gap_after(99.0, 1.0) == 0.0


@given(confidence=shares, kept=st.sampled_from([0.0, 1.0]), lapsed=st.sampled_from([0.0, 1.0]))
def test_confidence_is_a_share_and_moves_the_right_way(confidence, kept, lapsed):
    after = rhythm.confidence_after(confidence, kept, lapsed, 0.15, 0.15)
    assert 0.0 <= after <= 1.0
    if kept > lapsed:
        assert after >= confidence
    if lapsed > kept:
        assert after <= confidence


@given(received=st.floats(0.0, 5.0), wanted=st.floats(0.01, 5.0))
def test_too_much_and_too_little_exclude_each_other(received, wanted):
    beyond, missing = rhythm.beyond_wish(received, wanted, 0.4), rhythm.short_of_wish(received, wanted, 0.4)
    assert beyond >= 0.0 <= missing
    assert beyond == 0.0 or missing == 0.0
    assert 0.0 < rhythm.fatigue_factor(beyond, 0.4) <= 1.0 or beyond > 100.0
    assert rhythm.wish_loss(beyond, missing, 0.002, 0.002) == pytest.approx(0.002 * (beyond + missing))


def test_the_own_wish_has_an_optimum() -> None:
    def worth(received: float) -> float:
        beyond = rhythm.beyond_wish(received, 0.4, 0.4)
        return received * rhythm.fatigue_factor(beyond, PAR.fatigue_effect) - 100.0 * rhythm.wish_loss(
            beyond, rhythm.short_of_wish(received, 0.4, 0.4), PAR.trust_fatigue, PAR.trust_neglect
        )

    values = [worth(0.05 * step) for step in range(80)]
    best = int(np.argmax(values))
    assert 0 < best < 79


def test_a_partner_notices_slowly() -> None:
    level = 0.0
    for _ in range(500):
        level = rhythm.received_after(level, 0.4, PAR.received_speed)
    assert level == pytest.approx(0.4)
    assert rhythm.touches_felt(1.0, 2.0, 0.1) == pytest.approx(1.2)
    assert touch.planned(1.0, 0.4, 0.5) == pytest.approx(0.7)
