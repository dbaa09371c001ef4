"""Shorter steps: every quantity is converted by its unit, a week of them is a week again."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.layout import W
from sim.engine.stepping import (
    CONVERTED,
    FACT_RATES,
    FACT_SPANS,
    chance,
    factor,
    in_weeks,
    parameters_in_steps,
    partners_in_steps,
    rate,
    span,
)
from sim.population.building import from_market
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import catalogue
from sim.schema.loading import load_market

steps_in_a_week = st.integers(1, 14)


@given(st.floats(0.0, 1.0), steps_in_a_week)
def test_a_chance_taken_in_every_step_is_the_chance_of_the_week(weekly: float, steps: int) -> None:
    assert 1.0 - (1.0 - chance(weekly, steps)) ** steps == pytest.approx(weekly, abs=1e-12)


@given(st.floats(0.01, 1.0), steps_in_a_week)
def test_a_factor_of_every_step_is_the_factor_of_the_week(weekly: float, steps: int) -> None:
    assert factor(weekly, steps) ** steps == pytest.approx(weekly)


@given(st.floats(0.0, 50.0), st.floats(1.0, 100.0), steps_in_a_week)
def test_what_flows_in_a_time_does_not_depend_on_the_step(flow: float, weeks: float, steps: int) -> None:
    assert rate(flow, steps) * span(weeks, steps) == pytest.approx(flow * weeks)


def test_no_unit_of_behaviour_that_names_a_week_is_left_alone() -> None:
    units = {entry.meta.unit for entry in catalogue(Behaviour) if entry.meta}
    assert {unit for unit in units if "week" in unit} <= set(CONVERTED)


def test_parameters_without_a_time_stay_and_rates_shrink() -> None:
    defaults = np.array([float(entry.default) for entry in catalogue(Behaviour)])
    units = [entry.meta.unit for entry in catalogue(Behaviour) if entry.meta]
    halved = parameters_in_steps(defaults, 2)
    timeless = np.array([unit not in CONVERTED for unit in units])
    assert np.array_equal(halved[timeless], defaults[timeless])
    assert (halved[~timeless] != defaults[~timeless]).all()
    assert parameters_in_steps(defaults, 1) is defaults


def test_partners_sell_as_much_and_wait_as_long_in_half_weeks() -> None:
    people = from_market(load_market("baseline"))
    halved = partners_in_steps(people, 2)
    for name, value in people.facts._asdict().items():
        ratio = 0.5 if name in FACT_RATES else 2.0 if name in FACT_SPANS else 1.0
        assert np.array_equal(getattr(halved.facts, name), value * ratio), name
    assert partners_in_steps(people, 1) is people


def test_flows_of_steps_add_up_to_weeks_and_states_are_means() -> None:
    sums = np.random.default_rng(1).uniform(size=(2, 6, len(W)))
    weeks = in_weeks(sums, 2)
    assert weeks.shape == (2, 3, len(W))
    assert weeks[:, :, W.net_revenue].sum() == pytest.approx(sums[:, :, W.net_revenue].sum())
    assert weeks[:, :, W.active].mean() == pytest.approx(sums[:, :, W.active].mean())


IN_HALF_WEEKS = """
from sim.engine.calendar import calendar
year = [calendar(step, 26, 1.0, 1.0) for step in range(104)]
for name in ("period_ends", "quarter_ends", "late"):
    print(sum(getattr(now, name) for now in year))
print(*(sum(now.turn == group for now in year) for group in range(4)), sum(now.all_plan for now in year))
"""


def test_a_calendar_of_half_weeks_has_the_same_quarters_and_as_many_plans() -> None:
    env = {**os.environ, "PARTNERLAB_STEPS": "2", "NUMBA_DISABLE_JIT": "1"}
    words = [sys.executable, "-c", IN_HALF_WEEKS]
    told = subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout
    assert [float(word) for word in told.split()] == [4, 4, 16, 13, 13, 13, 13, 20]
