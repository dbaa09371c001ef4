"""Policy and assumption are kept apart."""

import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.assumed import assumed, bounds_of, register
from sim.experiment.outcomes import HEADLINE
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.behaviour import Behaviour

TODAY = sim.load_programme("retro-volume")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=40, futures=20))


def test_today_moves_nothing_under_any_assumption(bench: Bench) -> None:
    found = assumed(bench, bench.today, "price_elasticity", 0.8, bench.futures(10))
    assert found.by_policy(HEADLINE) == 0.0
    assert found.by_assumption(HEADLINE) != 0.0


def test_an_assumption_held_at_what_it_has_moves_nothing(bench: Bench) -> None:
    """With default assumptions in every future, the default is no change."""
    plain = Bench(bench.setting, TODAY, Request(weeks=40, futures=10, luck_only=True))
    default = float(Behaviour().price_elasticity)
    tried = Design(sim.changed(TODAY, {"name": "tried", "rebate.size": 1.5}))
    found = assumed(plain, tried, "price_elasticity", default, plain.futures(10))
    assert found.by_assumption(HEADLINE) == 0.0
    difference = plain.preview([tried]).findings["tried"][HEADLINE].difference
    assert found.by_policy(HEADLINE) == difference.mean


@pytest.mark.parametrize(
    ("name", "value", "problem"), [("no_such", 1.0, KeyError), ("price_elasticity", 9.0, ValueError)]
)
def test_what_is_no_assumption_or_outside_its_bounds_is_refused(
    bench: Bench, name: str, value: float, problem: type[Exception]
) -> None:
    with pytest.raises(problem, match=name):
        assumed(bench, bench.today, name, value, bench.futures(10))


def test_the_register_holds_every_assumption_that_futures_draw(bench: Bench) -> None:
    known = register()
    assert set(known["name"]) == set(bench.futures(1).names)
    assert (known["low"] <= known["value"]).all()
    assert (known["value"] <= known["high"]).all()
    low, high = bounds_of("price_elasticity")
    assert known.filter(name="price_elasticity").select("low", "high").row(0) == (low, high)
