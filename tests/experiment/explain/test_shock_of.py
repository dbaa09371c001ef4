"""A change that nobody must learn disturbs nobody; margins cut overnight disturb everybody."""

import numpy as np
import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.shock import shock_of
from sim.experiment.request import Request
from sim.experiment.setting import prepare

TODAY = sim.load_programme("retro-volume")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=60, futures=10))


def test_more_calls_disturb_nobody(bench: Bench) -> None:
    more = Design(sim.changed(TODAY, {"contact.calls_per_quarter": 6.0}))
    assert np.all(shock_of(bench, more, bench.futures(10)) == 0.0)


def test_margins_cut_overnight_disturb(bench: Bench) -> None:
    cut = Design(sim.changed(TODAY, {"front.discount_share": [0.15, 0.16, 0.17, 0.18]}))
    assert np.all(shock_of(bench, cut, bench.futures(10)) > 0.0)
