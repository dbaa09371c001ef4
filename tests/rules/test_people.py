"""The chief, managers, requests and leads: closed forms of what each rule says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules import chief, managers, recruitment, requests

SHARES = st.floats(0.0, 1.0)


@given(st.floats(0.2, 12.0), st.floats(0.0, 0.99), st.integers(1, 20))
def test_a_promise_stands_open_for_its_window_before_each_day(
    per_year: float, phase: float, window: int
) -> None:
    """Share of time: window times promises a week, all of it once they overlap."""
    weeks, rate = 5200, per_year / 52.0
    assume(abs(window * rate - 1.0) > 0.02)
    share = sum(chief.is_open(float(week), phase, rate, float(window)) for week in range(weeks)) / weeks
    assert share == pytest.approx(min(1.0, window * rate), abs=0.01)


def test_without_promises_nothing_stands_open() -> None:
    assert not any(chief.is_open(float(week), 0.6, 0.0, 16.0) for week in range(500))
    assert chief.hope(0.0, 1.0, 0.05) == chief.mending(0.0, 1.0, 0.5) == 1.0
    assert chief.hope(1.0, 1.0, 0.05) == 1.05
    assert chief.hope(1.0, 0.0, 0.05) == 1.0, "nobody hopes for what has no support"


@given(st.floats(0.01, 1.0), st.floats(1.0, 50.0))
def test_a_fight_that_is_seen_forgives_half_by_its_half_hours(loss: float, half: float) -> None:
    assert chief.unforgiven(loss, chief.seen_to_fight(0.0, half)) == loss
    assert chief.unforgiven(loss, chief.seen_to_fight(half, half)) == pytest.approx(loss / 2.0)
    assert chief.unforgiven(loss, chief.seen_to_fight(1e4, half)) == pytest.approx(0.0, abs=1e-12)


def test_a_stranger_is_known_after_two_contacts_or_half_a_year() -> None:
    strange = 1.0
    for _ in range(25):
        strange = chief.met(strange, 26.0, 0.0, 0.5)
    assert strange == pytest.approx(1.0 / 26.0)
    assert chief.met(strange, 26.0, 0.0, 0.5) == pytest.approx(0.0, abs=1e-12)
    assert chief.met(chief.met(1.0, 1e9, 1.0, 0.5), 1e9, 1.0, 0.5) == pytest.approx(0.0, abs=1e-6)


@given(SHARES, SHARES, SHARES)
def test_under_a_stranger_steps_are_shorter_by_the_share_waited_with(
    habit: float, strange: float, slower: float
) -> None:
    usual, now = (
        1.0 - chief.wait_and_see(habit, 0.0, slower),
        1.0 - chief.wait_and_see(habit, strange, slower),
    )
    assert now == pytest.approx(usual * (1.0 - slower * strange))


@given(st.integers(1, 60))
def test_a_desk_is_empty_for_the_weeks_that_hiring_takes(weeks: int) -> None:
    vacant, empty = managers.vacant_after(0.0, 1.0, float(weeks)), 0
    while vacant > 0.0:
        empty += 1
        assert managers.goes(0.0, 1.0, vacant) == 0.0, "nobody leaves an empty desk"
        vacant = managers.vacant_after(vacant, 1.0, float(weeks))
    assert empty == weeks


@given(SHARES, st.floats(0.01, 0.3), st.floats(2.0, 50.0))
def test_seminars_teach_and_are_forgotten_at_one_speed(share: float, most: float, half: float) -> None:
    taught = 0.0
    for _ in range(2000):
        taught = managers.taught_after(taught, share, most, half)
    assert taught == pytest.approx(share * most, abs=1e-9)
    weeks = int(half)
    for _ in range(weeks):
        taught = managers.taught_after(taught, 0.0, most, half)
    assert taught == pytest.approx(share * most * 0.5 ** (weeks / half), abs=1e-9)


def test_a_certificate_is_a_floor_that_is_reached_in_time() -> None:
    assert managers.skill_of(0.05, 0.0, 1.0, 0.12, 12.0, 13.0) == 0.05
    assert managers.skill_of(0.05, 0.0, 1.0, 0.12, 13.0, 13.0) == 0.12
    assert managers.skill_of(0.2, 0.05, 1.0, 0.12, 13.0, 13.0) == 0.25
    assert managers.skill_of(0.05, 0.0, 0.0, 0.12, 99.0, 13.0) == 0.05


@given(st.floats(0.0, 300.0), st.floats(5.0, 60.0), SHARES)
def test_somebody_new_gets_as_good_as_they_will_be_in_a_straight_line(
    tenure: float, ramp: float, start: float
) -> None:
    expected = start + (1.0 - start) * min(1.0, tenure / ramp)
    assert managers.settled(tenure, ramp, start) == pytest.approx(expected)


@given(st.floats(0.0, 1.0), st.floats(0.0, 0.1), st.floats(1.0, 30.0))
def test_what_is_new_wears_off(initiative: float, lift: float, half: float) -> None:
    assert managers.newness(initiative, lift, 0.0, half) == 1.0 + lift * initiative
    assert managers.newness(initiative, lift, half, half) == pytest.approx(1.0 + lift * initiative / 2.0)
    assert managers.newness(initiative, lift, 1e4, half) == pytest.approx(1.0)


@given(SHARES, st.floats(0.01, 1.0))
def test_helpers_have_all_their_time_once_they_know_the_business(helping: float, most: float) -> None:
    assert managers.own_time(helping, 0.0, most) == pytest.approx(1.0 - helping)
    assert managers.own_time(helping, most, most) == managers.own_time(helping, 2.0 * most, most) == 1.0


@pytest.mark.parametrize(
    ("rule", "weight"),
    [(0.0, 1.0), (1.0, 4.0), (2.0, 0.3), (3.0, 0.6)],
    ids=["equal", "tier", "skill", "favour"],
)
def test_leads_go_by_the_rule(rule: float, weight: float) -> None:
    """A platinum partner of skill .3 and bond .6; one that does not sell gets none."""
    assert requests.lead_weight(rule, 1.0, 3.0, 0.3, 0.6) == weight
    assert requests.lead_weight(rule, 0.0, 3.0, 0.3, 0.6) == 0.0


def test_a_refusal_costs_least_with_reasons_and_most_without_a_word() -> None:
    def loss(answer: float, reasons: float, sense: float) -> float:
        return requests.refusal_pain(answer, reasons, sense, 0.03, 0.02, 0.008)

    assert loss(1.0, 1.0, 1.0) < loss(1.0, 0.0, 1.0) < loss(0.0, 0.0, 1.0)
    assert loss(1.0, 1.0, 0.0) == 0.0, "a bluff that is explained away costs nothing"
    assert loss(0.0, 1.0, 0.0) == loss(0.0, 1.0, 1.0) / 2.0, "who gets no answer gets no reasons"


def test_only_a_favour_without_sense_is_envied() -> None:
    found = {
        (granted, sense): requests.of_favour(granted, sense, 0.02)
        for granted in (0.0, 1.0)
        for sense in (0.0, 1.0)
    }
    assert found == {(0.0, 0.0): 0.0, (0.0, 1.0): 0.0, (1.0, 1.0): 0.0, (1.0, 0.0): 0.02}


@given(st.floats(0.0, 0.5), st.integers(0, 12))
def test_launches_age_skill_one_after_the_other(share: float, launches: int) -> None:
    skill = 0.8
    for _ in range(launches):
        skill = requests.aged(skill, share)
    assert skill == pytest.approx(0.8 * (1.0 - share) ** launches)


@given(st.floats(0.1, 2.0), st.floats(0.0, 2.0))
def test_a_pitch_about_their_business_is_worth_what_those_who_pitch_know(even: float, lift: float) -> None:
    assert recruitment.pitch_factor(1.0, even, lift, even) == 1.0
    assert recruitment.pitch_factor(0.0, 2.0 * even, lift, even) == 1.0
    assert recruitment.pitch_factor(1.0, even + 0.5, lift, even) == pytest.approx(1.0 + 0.5 * lift)


@given(st.floats(1e4, 1e6), st.floats(0.0, 1.0))
def test_half_of_the_lift_of_experience_comes_at_its_half(half: float, lift: float) -> None:
    assert recruitment.experience_factor(0.0, half, lift) == 1.0
    assert recruitment.experience_factor(half, half, lift) == pytest.approx(1.0 + lift / 2.0)
