"""Skill grows with deals and fades without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import learning


@given(
    skill=st.floats(0.0, 1.0),
    wins=st.floats(0.0, 100.0),
    step=st.floats(0.0, 0.1),
    fading=st.floats(0.0, 0.1),
)
def test_skill_stays_a_share(skill, wins, step, fading):
    assert 0.0 <= learning.skill_after(skill, wins, step, fading) <= 1.0


@given(wins=st.floats(0.01, 5.0), step=st.floats(0.005, 0.1), fading=st.floats(0.005, 0.05))
def test_skill_at_rest_neither_grows_nor_fades(wins, step, fading):
    rest = learning.skill_at_rest(wins, step, fading)
    assert learning.skill_after(rest, wins, step, fading) == pytest.approx(rest)
    assert learning.skill_after(0.5 * rest, wins, step, fading) > 0.5 * rest


def test_skill_moves_the_chance_to_win_around_the_reference():
    assert learning.skill_factor(0.4, 0.4, 0.25) == 1.0
    assert learning.skill_factor(0.6, 0.4, 0.25) == pytest.approx(1.05)
    assert learning.skill_factor(0.0, 0.4, 0.25) == pytest.approx(0.9)
