"""Occasions to meet, and help with customers' problems."""

from __future__ import annotations

from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import contact, touch
from sim.schema.behaviour import Behaviour

PAR = Behaviour()
shares = st.floats(0.0, 1.0)


@given(rate=st.floats(0.0, 1.0), phase=shares, regularity=shares)
def test_as_many_contacts_are_planned_in_a_rhythm_as_by_chance(rate, phase, regularity):
    weeks = 520
    planned = [
        touch.planned(contact.due(float(week), phase, rate), rate, regularity) for week in range(weeks)
    ]
    assert sum(planned) == pytest.approx(weeks * rate, abs=1.0 + 1e-6)


def test_a_perfect_rhythm_is_what_is_due_and_none_is_the_rate():
    assert touch.planned(1.0, 0.25, 1.0) == 1.0
    assert touch.planned(0.0, 0.25, 0.0) == 0.25


@pytest.mark.parametrize("focus", [0.0, 0.5, 1.0, 2.0])
def test_focus_moves_attention_and_does_not_make_it(focus):
    spread, random = 0.6, np.random.default_rng(3)
    sizes = spread * random.standard_normal(200_000) - 0.5 * spread * spread
    attention = np.array([touch.focused(1.0, size, spread, focus) for size in sizes[:20_000]])
    weights = np.exp(focus * sizes - 0.5 * focus * (focus - 1.0) * spread * spread)
    assert np.mean(weights) == pytest.approx(1.0, abs=0.02)
    np.testing.assert_allclose(attention, weights[:20_000], rtol=1e-9)


def test_no_focus_treats_all_alike():
    assert touch.focused(0.4, 2.0, 0.7, 0.0) == 0.4


@given(reach=shares, attention=st.floats(0.0, 9.0), fee=st.floats(0.0, 3000.0), willing=shares)
def test_attendance_is_a_chance_that_falls_with_the_fee(reach, attention, fee, willing):
    chance = touch.attendance_chance(reach, attention, 0.5, fee, 0.0004, willing)
    assert 0.0 <= touch.attendance_chance(reach, attention, 0.5, fee + 500.0, 0.0004, willing) <= chance
    assert chance <= willing


def test_a_conference_that_makes_money_makes_no_friends():
    gain, loss = PAR.trust_conference, PAR.conference_fee_loss
    assert touch.goodwill_of_conference(1.0, 0.0, gain, loss) == gain
    assert touch.goodwill_of_conference(0.2, 2300.0, gain, loss) == 0.0
    assert touch.cost_of_attending(10.0, 1800.0, 2300.0) == -5000.0


@given(times=st.floats(0.0, 200.0), usual=st.floats(0.5, 50.0))
def test_routine_makes_contact_cheaper_down_to_the_floor(times, usual):
    factor = touch.repetition_factor(times, usual, 0.3, 0.5)
    assert 0.5 <= factor <= 1.0
    assert touch.repetition_factor(times + 1.0, usual, 0.3, 0.5) <= factor
    assert touch.repetition_factor(usual, usual, 0.3, 0.5) == 1.0
    assert touch.repetition_factor(1e9, usual, 0.3, 0.5) == 0.5


@given(hours=st.floats(1.0, 240.0), problem=shares)
def test_quick_help_is_worth_more_and_late_help_costs(hours, problem):
    here, later = (touch.help_quality(h, PAR.patience_hours) for h in (hours, hours + 12.0))
    assert 0.0 < later < here < 1.0
    assert touch.helped(problem, later, 0.006) <= touch.helped(problem, here, 0.006)
    assert touch.let_down(problem, later, 0.006) >= touch.let_down(problem, here, 0.006)
    assert touch.answer_points(hours + 12.0, 24.0, 0.0002) <= touch.answer_points(hours, 24.0, 0.0002) <= 0.0


def test_an_answer_in_half_the_time_costs_more():
    assert touch.desk_cost(100.0, 24.0, 24.0) == 100.0
    assert touch.desk_cost(90e3, 6.0, 24.0) == 180e3
    assert touch.desk_cost(100.0, 12.0, 24.0) == pytest.approx(100.0 * sqrt(2.0))
    assert touch.help_quality(36.0, 36.0) == pytest.approx(exp(-1.0))


def test_help_and_its_absence_by_hand():
    assert touch.helped(0.5, 0.8, 0.006) == pytest.approx(0.0024)
    assert touch.let_down(0.5, 0.8, 0.006) == pytest.approx(0.0006)
    assert touch.answer_points(24.0, 24.0, 0.0002) == 0.0
    assert touch.answer_points(124.0, 24.0, 0.0002) == pytest.approx(-0.02)


def test_problems_come_as_a_poisson_stream():
    assert touch.problem_chance(0.5, 0.3) == pytest.approx(1.0 - exp(-0.15))
    assert touch.problem_chance(0.0, 0.3) == 0.0


@given(automation=shares, chance=shares)
def test_automation_is_more_reliable_and_less_personal(automation, chance):
    assert chance <= touch.automated_reliability(chance, automation, 0.5) <= 1.0
    assert touch.automated_quality(1.2, automation, 0.2) <= 1.2
    assert touch.automated_reliability(chance, 0.0, 0.5) == chance


@given(bond=shares, reviews=st.floats(0.0, 3.0), occasions=st.floats(0.0, 2.0))
def test_occasions_bind_and_teach_and_never_beyond_everything(bond, reviews, occasions):
    after = touch.more_bound(bond, reviews, 0.06, 1.1, occasions)
    assert bond <= after <= 1.0
    assert touch.more_bound(bond, 0.0, 0.06, 1.1, 0.0) == bond


def test_what_is_hard_to_explain_or_comes_too_often_teaches_less():
    plain = touch.more_taught(0.05, 1.0, 0.1, 0.2, 0.0, 1.0)
    assert plain == pytest.approx(0.35)
    assert touch.more_taught(0.05, 1.0, 0.1, 0.2, 0.4, 1.0) == pytest.approx(0.05 + 0.3 * 0.6)
    assert touch.more_taught(0.05, 1.0, 0.1, 0.2, 0.0, 0.5) == pytest.approx(0.175)


def test_reviews_bind_by_the_quality_of_the_manager():
    assert touch.more_bound(0.2, 1.0, 0.1, 1.5, 0.0) == pytest.approx(0.2 + 0.15 * 0.8)


def test_a_busy_team_answers_later():
    assert touch.hours_under_load(24.0, 0.93, 0.93) == 24.0
    assert touch.hours_under_load(24.0, 0.9, 0.3) == pytest.approx(72.0)
    assert touch.hours_under_load(24.0, 0.9, 0.95) == 24.0


def test_there_is_only_so_much_to_tell():
    all_told = [times * touch.novelty(times, 4.0) for times in (1.0, 4.0, 24.0, 1e6)]
    assert all_told == sorted(all_told)
    assert all_told[-1] < 4.0
    assert touch.novelty(4.0, 4.0) == 0.5


def test_a_busy_chief_is_dear():
    costs = [times * touch.chief_cost(30e3, times, 2.0) for times in (1.0, 2.0, 4.0)]
    assert costs == [45e3, 120e3, 360e3]


@given(phase=shares)
def test_reviews_fall_between_calls_and_visits(phase):
    assert 0.5 <= touch.between(phase) <= 1.0
