"""Who is met, and what a contact leaves behind."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import contact

shares = st.floats(0.0, 1.0)


@given(rate=st.floats(0.0, 1.0), phase=shares, start=st.integers(-200, 200))
def test_contacts_come_as_often_as_planned(rate, phase, start):
    weeks = 104
    met = [contact.due(float(week), phase, rate) for week in range(start, start + weeks)]
    assert set(met) <= {0.0, 1.0}
    assert abs(sum(met) - weeks * rate) < 1.0 + 1e-6


def test_a_rhythm_is_regular():
    weeks = [week for week in range(52) if contact.due(float(week), 0.0, 0.25) > 0.5]
    assert {after - before for before, after in itertools.pairwise(weeks)} == {4}


@given(rate=st.floats(0.0, 1.0), phase=shares)
def test_calls_and_visits_are_half_a_rhythm_apart(rate, phase):
    assert contact.shifted(phase) == phase + 0.5


def test_attention_multiplies_contacts_and_silent_partners_get_none():
    assert contact.per_week(13.0, 1.0) == 1.0
    assert contact.per_week(3.0, contact.attention_of(3.0, 1.0)) == pytest.approx(9.0 / 13.0)
    assert contact.per_week(3.0, contact.attention_of(3.0, 0.0)) == 0.0


def test_load_is_hours_wanted_over_hours_there():
    assert contact.load(60.0, contact.managers(2.0, 100.0), 30.0) == 1.0
    assert contact.load(60.0, 0.0, 30.0) > 1e6
    assert contact.wanted_hours(2.0, 1.0, 0.5, 4.0, contact.care(0.2, 3.0)) == pytest.approx(5.6)


@given(load=st.floats(0.0, 10.0), more=st.floats(0.0, 5.0))
def test_an_overloaded_team_skips_contacts_and_does_them_worse(load, more):
    sure = [contact.reliability(x, 0.8, 0.95, 0.4, 0.2) for x in (load, load + more)]
    good = [contact.quality(x, 0.5) for x in (load, load + more)]
    assert 0.2 <= sure[1] <= sure[0] <= 0.95
    assert 0.0 < good[1] <= good[0] < 2.0


def test_no_pressure_no_loss():
    assert contact.reliability(0.8, 0.8, 0.95, 0.4, 0.2) == 0.95
    assert contact.quality(1.0, 0.5) == 1.0
    assert contact.quality(2.0, 0.5) == pytest.approx(2.0**-0.5)


@given(logit=st.floats(-3.0, 3.0), complexity=st.floats(0.0, 0.9))
def test_complex_programmes_are_understood_by_fewer(logit, complexity):
    easy, hard = (contact.awareness_ceiling(logit, c, 0.5, 3.0, 0.5) for c in (complexity, complexity + 0.1))
    assert 0.0 < hard < easy < 1.0


def test_a_usual_programme_is_known_as_in_the_market():
    assert contact.awareness_ceiling(0.0, 0.5, 0.0, 3.0, 0.5) == 0.5
    assert contact.complexity(10.0, 10.0) == 0.5


@given(u=shares, ceiling=shares, lesson=st.floats(0.0, 3.0), fading=st.floats(0.0, 0.2), rest=shares)
def test_understanding_stays_a_share_and_no_lesson_teaches_beyond_the_ceiling(
    u, ceiling, lesson, fading, rest
):
    after = contact.understanding_after(u, ceiling, lesson, fading, rest)
    assert 0.0 <= after <= max(u, ceiling) + 1e-12
    if u <= rest * ceiling:
        assert after >= u - 1e-12


def test_understanding_rises_with_lessons_and_fades_to_its_rest():
    assert contact.understanding_after(0.2, 0.8, 0.5, 0.0, 0.5) == pytest.approx(0.5)
    level = 0.8
    for _ in range(2000):
        level = contact.understanding_after(level, 0.8, 0.0, 0.01, 0.5)
    assert level == pytest.approx(0.4)


@given(bond=shares, calls=st.floats(0.0, 3.0), visits=st.floats(0.0, 3.0), quality=st.floats(0.3, 2.0))
def test_a_bond_stays_a_share_and_contacts_never_hurt_it(bond, calls, visits, quality):
    with_them = contact.bond_after(bond, calls, visits, quality, 0.03, 0.1, 0.02)
    assert 0.0 <= contact.bond_after(bond, 0.0, 0.0, quality, 0.03, 0.1, 0.02) <= with_them <= 1.0


def test_a_visit_closes_its_share_of_the_gap():
    assert contact.bond_after(0.5, 0.0, 1.0, 1.0, 0.03, 0.1, 0.0) == pytest.approx(0.55)
    assert contact.bond_after(0.5, 1.0, 0.0, 0.5, 0.03, 0.1, 0.02) == pytest.approx(0.5 + 0.0075 - 0.01)


def test_lessons_and_minutes_add_up():
    assert contact.lesson(1.0, 1.0, 1.0, 0.02, 0.1, 0.2, 0.25) == pytest.approx(0.24)
    assert contact.difficulty(0.5, 0.4) == pytest.approx(0.2)
    assert contact.minutes_to_explain(5.0, 6.0, 2.0, 4.0, 1.0, 0.3, 0.6, 0.2) == pytest.approx(8.8)


def test_a_contact_takes_place_only_when_due():
    assert contact.takes_place(0.5, 0.9, 1.0) == 1.0
    assert contact.takes_place(0.95, 0.9, 1.0) == contact.takes_place(0.5, 0.9, 0.0) == 0.0
