"""Partners followed one by one through a future."""

from functools import cache

import numpy as np
import polars as pl
import pytest

import sim
from sim.engine.layout import W
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.crowd import KNOWN, UNSEEN, crowd_of, silences_of
from sim.experiment.explain.standing import Standing, standing_of, usual_order
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.schema.loading import load_programme

WEEKS = 30
TODAY = load_programme("retro-volume")


@cache
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=WEEKS, futures=10, seed=3))


@cache
def followed() -> pl.DataFrame:
    return crowd_of(bench(), bench().today)


@cache
def silences() -> pl.DataFrame:
    return silences_of(bench(), bench().today)


@cache
def weekly() -> np.ndarray:
    future = bench().futures(1)
    return bench().setting.simulation.run(bench().week0(future), bench().today, future, WEEKS).weekly[0]


def test_silent_partners_are_those_the_run_counts() -> None:
    states = followed()["state"]
    assert sum(state in (KNOWN, UNSEEN) for state in states) == weekly()[-1, W.silent]


def test_those_who_fell_silent_less_those_who_came_back_are_the_difference() -> None:
    found = silences()
    began = found.filter(pl.col("silent") > 1).height
    returned = found.filter(pl.col("silent") > 1)["back"].drop_nulls().len()
    first = found.filter(pl.col("silent") == 1)["back"].drop_nulls().len()
    gone = found.filter(pl.col("back").is_null())["partner"].to_list()
    silent = set(followed().filter(pl.col("state").is_in([KNOWN, UNSEEN]))["partner"])
    assert began + returned + first > 0
    assert set(gone) <= silent


def test_a_silence_is_noticed_while_it_lasts() -> None:
    found = silences()
    noticed = found.drop_nulls("noticed")
    assert (noticed["noticed"] >= noticed["silent"]).all()
    both = noticed.drop_nulls("back")
    assert (both["noticed"] < both["back"]).all()


def test_those_whom_the_vendor_counts_as_gone_are_below_its_threshold() -> None:
    own = followed()
    threshold = TODAY.monitoring.threshold_share
    gone = own.filter(pl.col("state") == KNOWN)["alive"].to_numpy()
    unseen = own.filter(pl.col("state") == UNSEEN)["alive"].to_numpy()
    assert np.mean(gone < threshold) > 0.95  # one week's change of the known pace lies between
    assert np.mean(unseen >= threshold) > 0.95


def test_an_order_of_nothing_adds_nothing_and_one_to_the_top_earns_the_top_rate_on_everything() -> None:
    none = sim.changed(TODAY, {"rebate.size": 0.0})
    own = Standing(TODAY, sales=40.0, target=100.0, front=0.2)
    assert own.attainment == 0.4
    assert own.adds(0.0) == 0.0
    assert Standing(none, 40.0, 100.0, 0.2).adds(1e6) == 0.0
    top = TODAY.rebate.steps[-1].rate_share
    assert TODAY.rebate.steps[0].from_target > 0.4, "nothing is paid yet"
    assert own.adds(260.0) == pytest.approx(top * 300.0 * 0.8)
    assert np.isnan(Standing(TODAY, 40.0, 0.0, 0.2).attainment)
    assert Standing(TODAY, 40.0, 0.0, 0.2).adds(260.0) == 0.0


def test_a_partner_stands_where_its_purchases_of_the_period_have_brought_it() -> None:
    future, week = bench().futures(1), 11
    run = bench().setting.simulation.run(bench().week0(future), bench().today, future, WEEKS, with_sales=True)
    bought = run.sales[0, :week, 0].sum(axis=0)
    place = int(np.argmax(bought))
    found = standing_of(bench(), bench().today, place, week)
    assert found.sales == pytest.approx(bought[place])
    assert found.front in TODAY.front.discount_share
    assert standing_of(bench(), bench().today, place, 13).sales == 0.0, "a period has ended"
    assert usual_order(bench(), place) > 0.0


def test_before_a_design_is_in_force_a_partner_stands_under_todays_programme() -> None:
    later = Design(sim.changed(TODAY, {"name": "later", "rebate.size": 2.0}), 20)
    assert standing_of(bench(), later, 0, 20).programme is bench().today.programme
    assert standing_of(bench(), later, 0, 21).programme is later.programme
