"""Rules of the vendor's inner life: cases by hand, limits, directions."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from sim.rules import organisation as rules

SHARES = st.floats(0.0, 1.0, allow_subnormal=False)


def test_a_yearly_chance_is_met_after_52_weeks() -> None:
    weekly = rules.weekly_chance(0.3, 1.0)
    assert isclose(1.0 - (1.0 - weekly) ** 52, 0.3, rel_tol=1e-12)
    assert rules.weekly_chance(0.3, 0.0) == 0.0


def test_hours_win_half_of_the_support_that_is_missing() -> None:
    assert isclose(rules.support_at_rest(0.4, 10.0, 10.0), 0.7)
    assert rules.support_at_rest(0.4, 0.0, 10.0) == 0.4


def test_below_low_support_three_tenths_hold_and_above_full_support_everything() -> None:
    assert rules.carried(0.2, 0.3, 0.55, 0.3) == 0.3
    assert rules.carried(0.9, 0.3, 0.55, 0.3) == 1.0
    assert isclose(rules.carried(0.425, 0.3, 0.55, 0.3), 0.65)


@given(SHARES, SHARES)
def test_support_is_lost_by_bad_business_only(gap: float, selling: float) -> None:
    after = rules.support_gap_after(gap, 0.03, rules.shortfall(1.0 + selling), 0.05, 1.0)
    assert after <= gap
    assert rules.support_gap_after(gap, 0.03, rules.shortfall(selling), 0.05, 1.0) >= after


def test_planning_halves_what_goes_wrong_with_promises() -> None:
    assert isclose(rules.keeping_chance(0.6, 16.0, 16.0, 0.0, 0.5, 0.985), 0.8)
    assert isclose(rules.keeping_chance(0.6, 16.0, 16.0, 1.0, 0.5, 0.985), 0.9)
    assert rules.keeping_chance(0.6, 1e3, 16.0, 1.0, 0.5, 0.985) == 0.985


@given(st.floats(0.001, 0.999), SHARES, SHARES)
def test_a_promise_is_kept_broken_or_was_never_given(u: float, chance: float, found: float) -> None:
    kept, broken = rules.is_kept(u, chance, 1.0), rules.is_broken(u, chance, found, 1.0)
    assert kept + broken <= 1.0
    if found == 0.0:
        assert kept + broken == 1.0


def test_what_is_found_out_first_is_not_promised() -> None:
    assert rules.is_broken(0.8, 0.6, 0.7, 1.0) == 0.0
    assert rules.is_broken(0.8, 0.6, 0.0, 1.0) == 1.0
    assert rules.is_broken(0.9, 0.6, 0.7, 1.0) == 1.0
    assert rules.is_kept(0.5, 0.6, 0.0) == 0.0


def test_support_and_early_involvement_prevent_sabotage() -> None:
    assert rules.spoil_chance(0.1, 1.0, 0.0, 0.7, 0.6) < rules.spoil_chance(0.1, 0.5, 0.0, 0.7, 0.6)
    assert isclose(rules.spoil_chance(0.1, 0.0, 1.0, 0.7, 0.6), 0.04)


def test_a_review_finds_the_worst_when_business_is_bad() -> None:
    assert rules.review_gap(0.1, 0.0, 1.0, 1.0) == 0.1
    assert isclose(rules.review_gap(0.1, 0.2, 1.0, 1.0), 0.3)
    assert rules.review_gap(0.9, 0.5, 1.0, 1.0) == 1.0


def test_deception_stays_in_reputation_and_care_keeps_managers() -> None:
    assert isclose(rules.reputation_deceived(0.6, 0.2, 0.5, 1.0), 0.5)
    assert rules.reputation_deceived(0.6, 0.2, 0.5, 0.0) == 0.6
    assert rules.bond_after_leaving(0.4, 1.0, 0.35) < rules.bond_after_leaving(0.4, 0.0, 0.35) == 0.4
    assert isclose(rules.leaving_chance(0.01, 1.0, 0.5), 0.005)


def test_half_of_an_incident_is_recovered_in_its_half_life() -> None:
    severity = 0.2
    for _ in range(20):
        severity = rules.crisis_after(severity, 0.0, 0.15, 20.0)
    assert isclose(severity, 0.1, rel_tol=1e-12)
    assert rules.crisis_after(0.0, 1.0, 0.15, 20.0) == 0.15


def test_only_a_denied_incident_comes_to_light() -> None:
    assert rules.hidden_after(0.0, 1.0, 1.0, 0.5, 0.06) == 0.0
    hidden = rules.hidden_after(0.0, 1.0, 0.0, 0.5, 0.06)
    assert hidden == 1.0
    assert rules.is_exposed(hidden, 0.0, 0.01, 0.04) == 1.0
    assert rules.is_exposed(0.0, 0.0, 0.01, 0.04) == 0.0
    assert rules.hidden_after(hidden, 0.0, 0.0, 0.05, 0.06) == 0.0
    assert rules.is_exposed(hidden, 0.0, 0.05, 0.04) == 0.0


def test_coaching_ends_where_learning_equals_erosion() -> None:
    skill = 0.0
    for _ in range(4000):
        skill = rules.coached_skill(skill, 0.5, 0.012, 0.35, 0.004)
    assert isclose(skill, 0.006 * 0.35 / (0.006 + 0.004), rel_tol=1e-9)


def test_technical_managers_lack_nothing_once_they_are_coached() -> None:
    assert isclose(rules.manager_factor(0.0, 0.6, 1.0, 0.4, 0.35), 0.6)
    assert isclose(rules.manager_factor(0.35, 0.6, 1.0, 0.4, 0.35), 1.21)
    assert rules.manager_factor(0.0, 0.6, 0.0, 0.4, 0.35) == 1.0


def test_a_budget_that_somebody_owns_is_whole() -> None:
    assert rules.budget_cut_after(0.75, 1.0, 0.01, 0.6, 1.0, 0.5) == 0.0
    assert rules.budget_cut_after(0.0, 0.0, 0.01, 0.6, 1.0, 0.5) == 0.5
    assert rules.budget_cut_after(0.5, 0.0, 0.01, 0.6, 1.0, 0.5) == 0.75
    assert rules.budget_cut_after(0.5, 0.0, 0.41, 0.6, 1.0, 0.5) == 0.5
    assert rules.budget_cut_after(0.5, 0.0, 0.01, 0.6, 0.0, 0.5) == 0.5


def test_an_element_is_spoiled_for_as_long_as_it_lasts() -> None:
    weeks, spoiled = rules.spoiled_after(0.0, 1.0, 10.0), 0
    while rules.is_spoiled(weeks):
        weeks, spoiled = rules.spoiled_after(weeks, 0.0, 10.0), spoiled + 1
    assert spoiled == 10


def test_the_second_hour_costs_more_than_the_first() -> None:
    one, two = (rules.chief_time_cost(hours, 400.0, 15.0) for hours in (1.0, 2.0))
    assert two > 2.0 * one
    assert rules.chief_time_cost(15.0, 400.0, 15.0) == 12_000.0
