"""The rules give the figures of theory, and the checks against it can fail."""

from __future__ import annotations

from math import log

import pytest

from sim.kernel.compile import RULES
from sim.validation import dynamic, replanning, timing
from sim.validation.closed_forms import ABSENT, REFERENCES
from sim.validation.ideal import PLANS
from tests.rules import battery

CARRIED = {
    "CF1",
    "CF3",
    "CF4",
    "CF5",
    "CF5b",
    "CF6",
    "CF8",
    "CF9",
    "CF10",
    "CF12",
    "CF16",
    "CF17",
    "CF18",
    "CF19",
    "CF20",
}
NULLS = {"F27", "F28"}


def label(reference) -> str:
    return f"{reference.id}: {reference.statement}"


@pytest.mark.parametrize("reference", REFERENCES, ids=label)
def test_the_rules_give_the_figure_of_theory(reference) -> None:
    assert reference.simulated() == pytest.approx(reference.expected, abs=reference.tolerance, rel=0.0)


def test_every_closed_form_is_carried_or_declared_absent() -> None:
    assert {reference.id for reference in REFERENCES} >= CARRIED | NULLS
    everything = {f"CF{number}" for number in range(1, 22)}
    assert {entry.id for entry in (*REFERENCES, *ABSENT)} >= everything
    assert all(entry.reason.startswith("mechanism absent: ") for entry in ABSENT)


def test_a_reference_names_rules_that_exist() -> None:
    assert battery.modules()
    words = {word.split(".")[-1] for entry in REFERENCES for word in entry.rule.split(", ")}
    assert words - {"*", "poisson", "binomial"} <= set(RULES)


def test_a_convex_plan_piles_deals_up_at_the_end_of_the_quarter() -> None:
    retroactive = PLANS["retroactive .3/.6 at 1"]
    shares = timing.profile(retroactive, timing.TIERS, timing.Timing(control=0.4))
    assert 0.40 < shares[-4:].sum() < 0.52


def test_control_of_dates_is_what_piles_them_up() -> None:
    retroactive = PLANS["retroactive .3/.6 at 1"]
    tight, loose = (
        timing.profile(retroactive, timing.TIERS, timing.Timing(control=c))[-4:].sum() for c in (0.0, 0.4)
    )
    assert tight == pytest.approx(4 / 13, abs=1e-9)
    assert loose > tight


def test_buyers_who_wait_for_the_end_of_the_quarter_bring_deals_there_under_any_plan() -> None:
    shares = timing.profile(PLANS["flat .5"], timing.LINEAR, timing.Timing(buyers=0.07))
    assert 1.1 / 13 < shares[-1] < 2 / 13


def test_a_discount_makes_a_linear_plan_uneven() -> None:
    shares = timing.profile(PLANS["flat .5"], timing.LINEAR, timing.Timing(discount_per_week=0.003))
    assert shares[-1] > 1.05 / 13


def test_effort_rises_through_the_period_when_pay_is_discounted() -> None:
    efforts = replanning.course(dynamic.BONUS, dynamic.UNIT, 13, log(2.0)).efforts
    assert (efforts[1:] > efforts[:-1]).all()
