"""What the vendor can see."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import monitoring
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
rates = st.floats(0.001, 5.0)


@given(weeks=st.floats(0.0, 500.0), rate=rates, dropout=st.floats(0.0005, 0.1))
def test_silence_is_worse_news_from_a_quick_partner(weeks, rate, dropout):
    alive = monitoring.alive_chance(weeks, rate, dropout)
    assert 0.0 <= alive <= 1.0
    assert monitoring.alive_chance(weeks + 1.0, rate, dropout) <= alive
    assert monitoring.alive_chance(weeks, 1.5 * rate, dropout) <= alive + 1e-12
    assert monitoring.alive_chance(0.0, rate, dropout) == 1.0


def test_a_year_of_silence_of_a_partner_with_a_deal_a_week_is_finite() -> None:
    assert monitoring.alive_chance(5200.0, 5.0, 0.006) == pytest.approx(0.0, abs=1e-20)


def weeks_to_flag(rate: float, threshold: float) -> int:
    return next(
        week
        for week in range(1000)
        if monitoring.believed_alive(
            monitoring.alive_chance(float(week), rate, PAR.believed_dropout), threshold
        )
        < 0.5
    )


def test_a_slow_partner_takes_longer_to_miss_and_a_bolder_threshold_is_quicker() -> None:
    assert weeks_to_flag(1.0, 0.5) < weeks_to_flag(0.3, 0.5) < weeks_to_flag(0.1, 0.5)
    assert weeks_to_flag(0.3, 0.8) < weeks_to_flag(0.3, 0.5) < weeks_to_flag(0.3, 0.2)
    assert weeks_to_flag(5.0 / 52.0, 0.5) > 25


def test_delay_and_false_alarms_trade_off() -> None:
    rate = 0.3
    delays = [weeks_to_flag(rate, threshold) for threshold in (0.8, 0.5, 0.2)]
    false = [exp(-rate * delay) for delay in delays]
    assert delays == sorted(delays)
    assert false == sorted(false, reverse=True)


def test_a_sign_of_life_is_a_deal_or_a_recorded_visit() -> None:
    assert monitoring.shows_life(0.9, 1.0, 0.0, 1.0) == 1.0
    assert monitoring.shows_life(0.1, 0.0, 0.2, 1.0) == 1.0
    assert monitoring.shows_life(0.1, 0.0, 0.2, 0.0) == 0.0
    assert monitoring.shows_life(0.3, 0.0, 0.2, 1.0) == 0.0
    assert monitoring.unseen_after(7.0, 1.0) == 0.0
    assert monitoring.unseen_after(7.0, 0.0) == 8.0
    assert monitoring.sign_rate(0.3, 0.3, 0.5) == pytest.approx(0.45)


def test_an_alarm_rings_once() -> None:
    assert [monitoring.alarm(*pair) for pair in ((0.0, 1.0), (0.0, 0.0), (1.0, 0.0), (1.0, 1.0))] == [
        1.0, 0.0, 0.0, 0.0,
    ]  # fmt: skip


@given(trust=st.floats(0.0, 1.0), bond=st.floats(0.0, 1.0))
def test_surveys_flatter_strangers_most(trust, bond):
    answer = monitoring.survey_answer(trust, bond, PAR.survey_flattery_share)
    assert trust - 1e-12 <= answer <= 1.0 + 1e-12
    assert monitoring.survey_answer(trust, min(1.0, bond + 0.1), PAR.survey_flattery_share) <= answer + 1e-12
    assert monitoring.survey_answer(trust, 1.0, PAR.survey_flattery_share) == trust


@given(hours=st.floats(0.0, 4.0), weeks=st.floats(0.0, 300.0))
def test_winning_back_helps_less_the_later_it_comes(hours, weeks):
    now, later = (
        monitoring.winback_factor(hours, PAR.winback_strength, w, PAR.winback_memory_weeks)
        for w in (weeks, weeks + 8.0)
    )
    assert 1.0 <= later <= now
    assert monitoring.winback_factor(0.0, PAR.winback_strength, weeks, 58.0) == 1.0
    assert monitoring.winback_hours(1.0, hours) == hours


def test_the_picture_of_the_pace_follows_deals() -> None:
    pace = 0.0
    for _ in range(2000):
        pace = monitoring.pace_after(pace, 0.4, PAR.watch_speed)
    assert pace == pytest.approx(0.4)


def test_partners_that_left_hurt_are_won_back_less() -> None:
    usual, hurt, close = (
        monitoring.winback_ease(trust, bond, PAR.winback_trust, PAR.winback_bond)
        for trust, bond in ((0.0, 0.0), (-0.3, 0.0), (0.0, 0.2))
    )
    assert hurt < usual == 1.0 < close
    assert monitoring.winback_eased(1.5, hurt) == pytest.approx(1.0 + 0.5 * hurt)
    assert monitoring.winback_eased(1.0, close) == 1.0
