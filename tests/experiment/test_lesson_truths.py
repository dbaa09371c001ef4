"""What the shipped lessons tell a class after the reveal is what the model gives."""

from functools import cache

import pytest

import sim
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.verdict import Verdict
from sim.schema.loading import list_scenarios, load_lesson

FUTURES = 60
TOLD = {
    "cliff": {"last_four_weeks_share": 1},
    "eighty-twenty": {"active_partners": -1, "trust": -1, "relational_engagement": -1},
    "promise": {"trust": -1, "conflict_loss": 1, "net_contribution": 1},
    "silent-partner": {"detection_delay": -1, "active_partners": 1, "trust": -1},
    "moving-car": {"partner_profit": 1, "trust": 1, "conflict_loss": -1, "programme_cost": 1},
}
"""Lesson → outcome → which way its explanation says that it goes."""


@cache
def result(name: str) -> Comparison:
    lesson = load_lesson(name)
    design = Design(sim.load_programme(lesson.design), lesson.start_week)
    return sim.compare(lesson.today, design, lesson.market, weeks=lesson.weeks, futures=FUTURES)


def test_every_lesson_is_checked() -> None:
    assert set(TOLD) == set(list_scenarios()["lessons"])


@pytest.mark.parametrize(("name", "outcome"), [(name, one) for name, told in TOLD.items() for one in told])
def test_an_outcome_goes_where_the_lesson_says(name: str, outcome: str) -> None:
    difference = result(name).findings[load_lesson(name).design][outcome].difference
    assert difference.mean * TOLD[name][outcome] > 3.0 * difference.mean_se


def test_money_moves_little_where_attention_follows_size() -> None:
    findings = result("eighty-twenty").findings[load_lesson("eighty-twenty").design]
    assert findings["net_contribution"].verdict in (Verdict.DEPENDS, Verdict.TOO_FEW)
