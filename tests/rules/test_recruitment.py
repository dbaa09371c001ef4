"""Joining and leaving."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri

from sim.rules import recruitment

shares = st.floats(0.0, 1.0)


def test_hunters_bring_nothing_before_they_are_hired_and_all_once_they_know_how() -> None:
    grown = [recruitment.ramp(0.0, weeks, 11.0, 26.0) for weeks in (0.0, 11.0, 24.0, 37.0, 500.0)]
    assert grown == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.0])
    assert recruitment.ramp(0.4, 0.0, 0.0, 52.0) == pytest.approx(0.4)


def test_prospects_that_sign_are_a_flow_out_of_a_finite_pool() -> None:
    left = 1000.0
    for _ in range(52):
        left -= left * recruitment.signing_chance(0.01, 2.0, 1.0, 1.0)
    assert left == pytest.approx(1000.0 * exp(-52 * 0.02), rel=1e-12)
    assert recruitment.signing_chance(0.01, 0.0, 1.0, 1.0) == 0.0


def test_only_the_able_can_ever_start_and_half_of_these_are_easier_than_the_middle() -> None:
    u = (np.arange(2000) + 0.5) / 2000
    eases = np.array([recruitment.ease(0.2, one, 0.45, 0.5, 0.6) for one in u])
    assert recruitment.ease(0.46, 0.5, 0.45, 0.5, 1.0) == 0.0
    assert np.median(eases) == pytest.approx(0.6, rel=1e-3)
    assert np.log(eases / 0.6) == pytest.approx(0.5 * ndtri(u), abs=1e-9)


@given(rate=st.floats(0.01, 0.2), knows=shares, hours=st.floats(0.0, 5.0))
def test_zeal_knowledge_and_care_help_a_beginner_and_the_unable_never_start(rate, knows, hours):
    care = recruitment.onboarding_factor(hours, 0.5, 1.0)
    fresh = recruitment.activation_chance(rate, 1.0, 13.0, 13.0, 0.3, knows, care)
    late = recruitment.activation_chance(rate, 1.0, 14.0, 13.0, 0.3, knows, care)
    assert late <= fresh
    assert recruitment.activation_chance(rate, 1.0, 13.0, 13.0, 0.3, knows, 1.0) <= fresh
    assert recruitment.activation_chance(rate, 0.0, 1.0, 13.0, 0.3, knows, care) == 0.0
    assert 1.0 <= care <= 2.0


def test_half_the_hours_bring_half_the_lift() -> None:
    assert recruitment.onboarding_factor(0.0, 0.5, 1.6) == 1.0
    assert recruitment.onboarding_factor(0.5, 0.5, 1.6) == pytest.approx(1.8)


def test_exits_over_a_year_are_the_segment_s_at_the_usual_trust() -> None:
    rate = -np.log1p(-0.12) / 52.0
    stays = (1.0 - recruitment.exit_chance(rate, 1.0, 0.0, 5.0)) ** 52
    assert stays == pytest.approx(0.88)
    lower, higher = (recruitment.exit_chance(rate, 1.0, trust, 5.0) for trust in (-0.1, 0.1))
    assert lower / higher == pytest.approx(exp(1.0), rel=5e-3)


def test_the_second_early_order_comes_once() -> None:
    before, seen = 0.0, []
    for since, won in ((1, 1.0), (2, 0.0), (25, 2.0), (26, 1.0), (27, 5.0)):
        after = recruitment.early_orders(before, won, since, 26.0)
        seen.append(recruitment.second_order(before, after))
        before = after
    assert seen == [0.0, 0.0, 1.0, 0.0, 0.0]
    assert before == 4.0


def test_better_people_take_less_time_for_a_signature() -> None:
    assert recruitment.hours_to_sign(50.0, 1.0, 1.25) == 40.0
    assert recruitment.hours_to_sign(50.0, 0.0, 1.0) == 0.0


def test_the_way_of_recruiting_picks_its_number() -> None:
    assert [recruitment.of_four(float(kind), 1.0, 2.0, 3.0, 4.0) for kind in range(4)] == [1.0, 2.0, 3.0, 4.0]


def test_a_beginner_that_gives_up_has_a_constant_hazard() -> None:
    stays = 1.0 - recruitment.weekly_exit(0.006)
    assert stays**100 == pytest.approx(exp(-0.6))
