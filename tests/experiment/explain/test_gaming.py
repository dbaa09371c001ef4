"""What gaming costs is what goes with it, and a rule is blamed only for what goes without the rule."""

import numpy as np
import pytest

import sim
from sim.engine.layout import D
from sim.engine.loops.prepare import derive
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.gaming import MECHANISMS, gaming_of, is_clear
from sim.experiment.futures import Futures
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.kernel.block import BLOCK

TODAY = sim.load_programme("retro-volume")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=52, futures=20))


def weekly(bench: Bench, futures: Futures) -> np.ndarray:
    start = bench.week0(bench.futures(5))
    return np.array(bench.setting.simulation.run(start, bench.today, futures, 52).weekly)


def test_a_twin_that_neither_holds_nor_moves_deals_is_one_without_control_of_dates(bench: Bench) -> None:
    """Two ways to the same twin agree to the bit: each action out of reach, or no control at all."""
    five = bench.futures(5)
    neither = five.assuming(*MECHANISMS["holding"]).assuming(*MECHANISMS["moving"])
    powerless = weekly(bench, five.assuming("timing_control", 0.0))
    np.testing.assert_array_equal(weekly(bench, neither), powerless)
    assert np.any(powerless != weekly(bench, five))


def test_what_is_known_at_week_0_does_not_depend_on_what_is_switched_off(bench: Bench) -> None:
    facts = bench.setting.simulation.engine.world.facts[0]
    five = bench.futures(5)

    def derived(futures: Futures) -> np.ndarray:
        out = np.zeros(len(D) * BLOCK)
        derive(facts, out, futures.rows[0])
        return out

    for off in MECHANISMS.values():
        np.testing.assert_array_equal(derived(five.assuming(*off)), derived(five))
    assert np.any(derived(five.assuming("services_rent_share", 0.25)) != derived(five))


def test_a_plan_of_one_rate_is_not_gamed_and_blames_nobody(bench: Bench) -> None:
    """One rate on everything: no date, no stock and no target changes what is paid."""
    found = gaming_of(bench, Design(sim.load_programme("flat-margin")), bench.futures(10))
    assert found["mechanism"].to_list() == list(MECHANISMS)
    assert found.select("cost", "se", "p10", "p90").to_numpy().any() == 0.0
    assert found["rule"].null_count() == found["left"].null_count() == len(MECHANISMS)


def test_goods_are_ordered_ahead_only_where_a_step_pays_for_all_sales(bench: Bench) -> None:
    """A rate on its own slice alone has no jump to reach; the jump is what is blamed."""
    retroactive = gaming_of(bench, bench.today, bench.futures(20)).row(2, named=True)
    assert is_clear(retroactive["cost"], retroactive["se"])
    assert retroactive["cost"] > 0.0
    assert (retroactive["rule"], retroactive["left"]) == ("jump", 0.0)
    sliced = Design(sim.changed(TODAY, {"rebate.shape": "incremental"}))
    assert gaming_of(bench, sliced, bench.futures(20)).row(2, named=True)["cost"] == 0.0


def test_a_cost_that_chance_could_bring_is_not_clear() -> None:
    assert is_clear(-2.1, 1.0)
    assert not is_clear(1.9, 1.0)
    assert not is_clear(0.0, 0.0)
