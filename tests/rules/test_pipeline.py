"""How opportunities ripen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import pipeline


@given(weeks=st.floats(2.0, 100.0))
def test_two_stages_take_the_time_to_develop_on_average(weeks):
    assert 2.0 / pipeline.stage_chance(weeks) == pytest.approx(weeks)


@given(weeks=st.floats(0.1, 2.0))
def test_quick_deals_move_every_week(weeks):
    assert pipeline.stage_chance(weeks) == 1.0


@given(chance=st.floats(0.0, 1.0), move=st.floats(-1.0, 1.0), pull=st.floats(0.0, 1.0))
def test_hurry_only_ever_hurries(chance, move, pull):
    hurried = pipeline.hurried_chance(chance, move, pull)
    assert chance <= hurried <= 1.0
    if move <= 0.0:
        assert hurried == chance


def test_full_hurry_pulls_the_share_that_can_be_pulled():
    assert pipeline.hurried_chance(0.0, 1.0, 0.3) == pytest.approx(0.3)
    assert pipeline.hurried_chance(0.2, 0.5, 0.3) == pytest.approx(0.2 + 0.8 * 0.15)


@given(stage=st.integers(0, 1000), into=st.integers(0, 1000), out=st.integers(0, 1000))
def test_no_deal_is_lost_between_stages(stage, into, out):
    assert pipeline.moved(float(stage), float(into), float(out)) == stage + into - out
