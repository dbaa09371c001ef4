"""The ledger adds up, and what must be explained adds up too."""

import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.complexity import complexity_of, minutes_of
from sim.experiment.explain.conflict import conflicts_of
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.behaviour import Behaviour
from sim.schema.loading import list_scenarios

TODAY = sim.load_programme("weak-rules")
LOSS = [outcome.name for outcome in OUTCOMES].index("conflict_loss")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=52, futures=10))


@pytest.mark.parametrize("rule", ["first-come", "hard-deck", "all-indirect"])
def test_the_rows_add_up_to_the_conflict_loss(bench: Bench, rule: str) -> None:
    tried = Design(sim.changed(TODAY, {"name": "tried", "direct.rule": rule}))
    loss = bench.preview([tried]).measured["tried"].values[:, LOSS].mean()
    assert conflicts_of(bench, tried, bench.futures(10))["loss_list"].sum() == pytest.approx(loss, abs=0.005)


def test_one_more_step_of_a_rebate_takes_as_long_as_the_parameter_says() -> None:
    today = sim.load_programme("retro-volume")
    steps = [step.model_dump() for step in today.rebate.steps]
    longer = sim.changed(today, {"rebate.steps": [*steps, {"from_target": 2.5, "rate_share": 0.29}]})
    added = minutes_of(longer) - minutes_of(today)
    assert added == pytest.approx(Behaviour().minutes_per_threshold)


@pytest.mark.parametrize("name", list_scenarios()["programmes"])
def test_minutes_are_the_sum_of_their_parts(name: str) -> None:
    programme = sim.load_programme(name)
    assert complexity_of(programme)["minutes"].sum() == pytest.approx(minutes_of(programme))


def test_a_retroactive_ladder_takes_three_times_as_long_to_explain_as_a_flat_margin() -> None:
    ladder, flat = (minutes_of(sim.load_programme(name)) for name in ("retro-volume", "flat-margin"))
    assert ladder >= 3.0 * flat
