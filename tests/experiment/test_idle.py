"""Levers that are said to do nothing do nothing in a run, and each says why."""

import numpy as np
import pytest

import sim
from sim.experiment.designs import Design
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.catalogue import catalogue
from sim.schema.idle import idle
from sim.schema.programme import Programme
from sim.text.idle import why_idle

TODAY = sim.load_programme("retro-volume")
FLAT_OF_NOTHING = {"rebate.shape": "flat", "rebate.steps": [{"from_target": 0.0, "rate_share": 0.0}]}
STATES = {
    "no rebate": {"rebate.shape": "none", "rebate.steps": []},
    "size 0": {"rebate.size": 0.0},
    "rates 0": FLAT_OF_NOTHING,
    "no registration": {"registration.offered": False},
    "one discount": {"front.discount_share": [0.25] * 4},
    "no funds": {"rewards.funds_share": 0.0},
    "first come": {"direct.rule": "first-come"},
    "first come, no registration": {"direct.rule": "first-come", "registration.offered": False},
    "named accounts": {"direct.rule": "named-accounts"},
    "all indirect": {"direct.rule": "all-indirect"},
    "no direct team": {"direct.coverage": 0.0},
    "not enforced": {"direct.enforcement_share": 0.0},
    "not clear": {"direct.clarity_share": 0.0},
}
OTHER = {
    "rebate.size": 2.0, "rebate.lag_weeks": 20.0, "rebate.target_growth_share": 0.3,
    "registration.approval_hours": 100.0, "registration.approval_share": 0.9,
    "registration.minimum_list": 0.0, "registration.protection_weeks": 6,
    "front.tier_threshold_list": [20e3, 100e3, 2e6],
    "rewards.funds_window_weeks": 4,
    "price.customer_discount_share": 0.1,
    "bids.answer_hours": 4.0, "route.distributor_margin_share": 0.1, "leads.rule": "skill",
    "direct.threshold_list": 150e3, "direct.enforcement_share": 0.9, "direct.clarity_share": 0.9,
}  # fmt: skip
NEEDED = {
    "price.customer_discount_share": {"price.invoiced_by": "vendor"},
    "bids.answer_hours": {"bids.discount_share": 0.1},
    "route.distributor_margin_share": {"route.serves": "serves-everybody"},
    "leads.rule": {"leads.per_year": 1000.0},
}
"""Without these a lever does nothing under today's programme."""
NEXT_TO_NOTHING = {"clock_of_no_rebate", "cap_of_no_rebate", "clarity_of_nothing"}


@pytest.fixture(scope="module")
def run():
    """Weekly sums of a design in two futures."""
    simulation = prepare(TODAY, "baseline").simulation
    futures = Request(weeks=60, futures=2).draw()
    state = simulation.week0(futures)
    return lambda programme: simulation.run(state, Design(programme), futures, 60).weekly


@pytest.mark.parametrize("name", STATES)
def test_a_lever_that_is_said_to_do_nothing_does_nothing(name: str, run) -> None:
    before = sim.changed(TODAY, STATES[name])
    weeks, found = run(before), idle(before)
    assert found, "something is idle in each of these"
    for path, reason in found.items():
        if reason not in NEXT_TO_NOTHING:
            assert np.array_equal(run(sim.changed(before, {path: OTHER[path]})), weeks), path


def test_the_other_value_of_each_lever_does_something_elsewhere(run) -> None:
    weeks = run(TODAY)
    for path, value in OTHER.items():
        before = sim.changed(TODAY, NEEDED.get(path, {}))
        usual = run(before) if path in NEEDED else weeks
        assert not np.array_equal(run(sim.changed(before, {path: value})), usual), path


def test_in_a_programme_that_uses_all_its_parts_nothing_is_idle() -> None:
    parts = {path: value for needed in NEEDED.values() for path, value in needed.items()}
    assert idle(sim.changed(TODAY, parts)) == {}


def test_without_a_rebate_its_size_says_why_it_does_nothing() -> None:
    none = sim.changed(TODAY, STATES["no rebate"])
    assert why_idle(none)["rebate.size"] == "No rebate is paid, so this changes nothing."
    assert set(idle(none)) == {
        "rebate.size", "rebate.clock", "rebate.lag_weeks", "rebate.target_growth_share", "rebate.cap_target",
        *NEEDED,
    }  # fmt: skip
    assert "rebate.size" not in idle(sim.changed(TODAY, STATES["size 0"])), "larger, it would pay again"


def test_every_reason_has_its_sentence_and_every_path_is_a_lever() -> None:
    levers = {entry.path for entry in catalogue(Programme)}
    for state in STATES.values():
        programme = sim.changed(TODAY, state)
        assert set(why_idle(programme)) == set(idle(programme)) <= levers
