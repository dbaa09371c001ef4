"""What partners earn with us against elsewhere: kinds of partners add up to all of them."""

import numpy as np
import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.returns import return_sums, returns_of
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.request import Request
from sim.experiment.setting import prepare

TODAY = sim.load_programme("retro-volume")
NAMES = [outcome.name for outcome in OUTCOMES]
PLACE = NAMES.index("partner_return")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=30, futures=5))


def tried(**changes: object) -> Design:
    return Design(sim.changed(TODAY, {"name": "tried", **changes}))


def test_over_all_kinds_the_return_is_the_outcome(bench: Bench) -> None:
    design = tried(**{"front.discount_share": (0.18, 0.21, 0.24, 0.27)})
    for one, name in ((bench.today, TODAY.name), (design, "tried")):
        earned, elsewhere, _, _ = return_sums(bench, one, bench.futures(5)).sum(axis=1).T
        measured = bench.whole([design]).measured[name].values[:, PLACE]
        np.testing.assert_allclose(earned / elsewhere, measured, rtol=1e-9)


def test_nothing_moves_where_nothing_changes(bench: Bench) -> None:
    found = returns_of(bench, tried(), bench.futures(5))
    assert (found["today_mean"] == found["mean"]).all()
    assert (found["leverage_today_mean"] == found["leverage_mean"]).all()
    assert found.select("difference_mean", "difference_p10", "difference_p90").to_numpy().any() == 0


def test_over_all_kinds_partners_spend_what_the_outcome_counts(bench: Bench) -> None:
    """What is given to single partners is a part of what the programme costs."""
    spent, given = return_sums(bench, bench.today, bench.futures(5)).sum(axis=1).T[2:]
    today = bench.whole([]).measured[TODAY.name].values
    programme_cost, leverage = (today[:, NAMES.index(name)] for name in ("programme_cost", "leverage"))
    np.testing.assert_allclose(spent, leverage * programme_cost, rtol=1e-9)
    assert np.all(given < programme_cost)


def test_twice_the_rebate_makes_partners_put_in_less_per_unit_of_ours(bench: Bench) -> None:
    found = returns_of(bench, tried(**{"rebate.size": 2.0}), bench.futures(5)).drop_nulls()
    assert (found["leverage_mean"] < found["leverage_today_mean"]).all()
