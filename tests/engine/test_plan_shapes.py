"""What payout plans do to a quarter and to sales, in the baseline market with the default parameters.

The shares of a quarter in its last four weeks are bands of judgement for each shape of plan. In a uniform
quarter the share is 31 %.
"""

from typing import NamedTuple

import numpy as np
import pytest

from sim.engine.layout import P, W
from sim.engine.run import Engine
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme

WEEKS = 104
CONVEX = {
    "rebate.shape": "incremental",
    "rebate.steps": [{"from_target": 0.0, "rate_share": 0.02}, {"from_target": 1.0, "rate_share": 0.25}],
}


class Quarter(NamedTuple):
    """Share of a quarter's purchases in its last four weeks and in its last one."""

    last_four: float
    last: float


def default_futures(**parameters: float) -> Futures:
    futures = draw_futures(behaviour_doubts(), 4, seed=1, luck_only=True)
    for name, value in parameters.items():
        futures.rows[:, getattr(P, name)] = value
    return futures


def quarter_of(programme: Programme, **parameters: float) -> Quarter:
    market, futures = load_market("baseline"), default_futures(**parameters)
    engine = Engine(market, programme, from_market(market))
    bought = engine.run(engine.week0(futures), programme, futures, WEEKS).weekly[:, :, W.bought_list]
    weeks = bought.sum(axis=0).reshape(-1, 13).sum(axis=0)
    return Quarter(weeks[9:].sum() / weeks.sum(), weeks[12] / weeks.sum())


@pytest.mark.parametrize(
    ("name", "parameters", "low", "high"),
    [
        ("flat-margin", {"buyer_wait_share": 0.0}, 0.30, 0.34),
        ("flat-margin", {}, 0.33, 0.39),
        ("incremental-growth", {}, 0.36, 0.48),
        ("retro-volume", {}, 0.40, 0.52),
    ],
)
def test_the_end_of_a_quarter_follows_from_the_shape_of_the_plan(name, parameters, low, high):
    assert low <= quarter_of(load_programme(name), **parameters).last_four <= high


def test_convex_pay_and_full_control_of_dates_pile_deals_up_in_the_last_week():
    quarter = quarter_of(changed(load_programme("retro-volume"), CONVEX), timing_control=1.0)
    assert quarter.last_four >= 0.50
    assert quarter.last >= 0.40


def test_taking_the_rebate_away_costs_sales_beyond_the_noise():
    market, today = load_market("baseline"), load_programme("retro-volume")
    futures = draw_futures(behaviour_doubts(), 16, seed=1)
    engine = Engine(market, today, from_market(market))
    start = engine.week0(futures)
    without = changed(today, {"rebate.shape": "none", "rebate.steps": []})
    runs = [
        engine.run(start, one, futures, 156).weekly[:, :, W.bought_list].sum(axis=1)
        for one in (today, without)
    ]
    change = runs[1] / runs[0] - 1.0
    assert np.mean(change) < -0.005
    assert np.mean(change) < -3.0 * np.std(change, ddof=1) / np.sqrt(len(change))
