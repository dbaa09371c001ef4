"""Partners followed one by one through a future."""

from functools import cache

import numpy as np
import polars as pl
import pytest

from sim.engine.layout import W
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.crowd import KNOWN, UNSEEN, Crowd, crowd_of, one_more_order
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.loading import load_programme

WEEKS = 30
TODAY = load_programme("retro-volume")


@cache
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=WEEKS, futures=10, seed=3))


@cache
def followed() -> Crowd:
    return crowd_of(bench(), bench().today)


@cache
def weekly() -> np.ndarray:
    future = bench().futures(1)
    return bench().setting.simulation.run(bench().week0(future), bench().today, future, WEEKS).weekly[0]


def test_silent_partners_are_those_the_run_counts() -> None:
    states = followed().partners["state"]
    assert sum(state in (KNOWN, UNSEEN) for state in states) == weekly()[-1, W.silent]


def test_those_who_fell_silent_less_those_who_came_back_are_the_difference() -> None:
    found = followed().silences
    began = found.filter(pl.col("silent") > 1).height
    returned = found.filter(pl.col("silent") > 1)["back"].drop_nulls().len()
    first = found.filter(pl.col("silent") == 1)["back"].drop_nulls().len()
    gone = found.filter(pl.col("back").is_null())["partner"].to_list()
    silent = set(followed().partners.filter(pl.col("state").is_in([KNOWN, UNSEEN]))["partner"])
    assert began + returned + first > 0
    assert set(gone) <= silent


def test_a_silence_is_noticed_while_it_lasts() -> None:
    found = followed().silences
    noticed = found.drop_nulls("noticed")
    assert (noticed["noticed"] >= noticed["silent"]).all()
    both = noticed.drop_nulls("back")
    assert (both["noticed"] < both["back"]).all()


def test_those_whom_the_vendor_counts_as_gone_are_below_its_threshold() -> None:
    own = followed().partners
    threshold = TODAY.monitoring.threshold_share
    gone = own.filter(pl.col("state") == KNOWN)["alive"].to_numpy()
    unseen = own.filter(pl.col("state") == UNSEEN)["alive"].to_numpy()
    assert np.mean(gone < threshold) > 0.95  # one week's change of the known pace lies between
    assert np.mean(unseen >= threshold) > 0.95


def test_an_order_of_nothing_adds_nothing_and_a_jump_adds_its_whole_rate() -> None:
    crowd = followed()
    place = int(np.argmax(crowd.target[10]))
    target, sales = crowd.target[10, place], crowd.period[10, place]
    assert one_more_order(crowd, TODAY, place, 11, 0.0).adds == 0.0
    flat = Design(TODAY.model_copy(update={"rebate": TODAY.rebate.model_copy(update={"size": 0.0})}))
    assert one_more_order(crowd, flat.programme, place, 11, 1e6).adds == 0.0
    missing = max(0.0, 3.0 * target - sales)
    top = TODAY.rebate.steps[-1].rate_share * TODAY.rebate.size
    order = one_more_order(crowd, TODAY, place, 11, missing)
    before = one_more_order(crowd, TODAY, place, 11, -sales)
    paid = order.adds - before.adds
    assert paid == pytest.approx(top * max(sales, 3.0 * target) * (1.0 - crowd.front[10, place]))
