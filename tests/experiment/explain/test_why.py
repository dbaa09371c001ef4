"""A difference taken apart adds up, and what cannot answer has no share."""

import numpy as np
import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.layers import layers_of
from sim.experiment.explain.levers import credit_of, lever_groups
from sim.experiment.outcomes import HEADLINE
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.programme import Programme

TODAY = sim.load_programme("retro-volume")
CHANGES = {"rewards.solution_share": 0.06, "direct.rule": "hard-deck", "contact.calls_per_quarter": 8.0}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=40, futures=20))


def design(changes: dict[str, object]) -> Design:
    return Design(sim.changed(TODAY, {"name": "tried", **changes}))


def difference(bench: Bench, tried: Design) -> float:
    return bench.whole([tried]).findings["tried"][HEADLINE].difference.mean


def test_layers_and_shares_add_up_to_the_headline_to_the_cent(bench: Bench) -> None:
    tried = design(CHANGES)
    cents = round(difference(bench, tried) * 100)
    assert layers_of(bench, tried, bench.futures(20)).table["cents"].sum() == cents
    assert credit_of(bench, tried, bench.futures(20)).table["cents"].sum() == cents


def test_a_price_cut_that_nobody_may_answer_is_all_mechanics(bench: Bench) -> None:
    """The mechanics of a larger discount are what it costs on the sales of today."""
    tried = design({"front.discount_share": [0.24, 0.27, 0.30, 0.33]})
    layers = layers_of(bench, tried, bench.futures(10))
    mechanics = layers.amounts[:, 0]
    assert np.all(mechanics < 0.0)
    assert mechanics.mean() < layers.total


def test_a_lever_that_does_nothing_gets_exactly_nothing(bench: Bench) -> None:
    today = sim.changed(TODAY, {"rewards.funds_share": 0.0})
    idle = Bench(prepare(today, "baseline"), today, Request(weeks=20, futures=10))
    tried = Design(sim.changed(today, {"name": "tried", "rewards.funds_window_weeks": 4, "rebate.size": 1.5}))
    found = credit_of(idle, tried, idle.futures(10))
    assert found.groups == (("rebate.size",), ("rewards.funds_window_weeks",))
    assert np.all(found.shares.amounts[:, 1] == 0.0)


@pytest.mark.parametrize(
    ("changes", "groups"),
    [
        ({"rebate.size": 1.5, "direct.rule": "hard-deck"}, [("rebate.size",), ("direct.rule",)]),
        ({"rebate.shape": "none", "rebate.steps": []}, [("rebate.shape", "rebate.steps")]),
        (
            {"transition.notice_weeks": 8, "transition.leaked": True},
            [("transition.notice_weeks", "transition.leaked")],
        ),
    ],
)
def test_levers_that_cannot_be_moved_alone_count_as_one(
    changes: dict[str, object], groups: list[tuple[str, ...]]
) -> None:
    tried: Programme = sim.changed(TODAY, changes)
    assert list(lever_groups(TODAY, tried)) == groups


def test_progress_is_told_run_by_run(bench: Bench) -> None:
    told: list[tuple[int, int]] = []
    tried = design({"rebate.size": 1.5, "direct.rule": "hard-deck"})
    credit_of(bench, tried, bench.futures(10), lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
