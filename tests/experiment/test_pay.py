"""The payout curve is what the engine pays, with its cliffs."""

import numpy as np
import polars as pl
import pytest

import sim
from sim.engine.calendar import calendar
from sim.engine.flatten import steps_of
from sim.engine.layout import MOST_STEPS, S, Z
from sim.engine.loops import money
from sim.experiment.tables.pay import cliffs_table, payout_table
from sim.kernel.block import BLOCK
from sim.schema.programme import Programme

LADDER = [
    {"from_target": 0.5, "rate_share": 0.01},
    {"from_target": 0.8, "rate_share": 0.02},
    {"from_target": 1.0, "rate_share": 0.04},
    {"from_target": 1.25, "rate_share": 0.06},
]


def plan(shape: str, **rebate: object) -> Programme:
    steps = {"none": [], "flat": [{"from_target": 0.0, "rate_share": 0.03}]}.get(shape, LADDER)
    return sim.changed(Programme(name=shape), {"rebate": {"shape": shape, "steps": steps, **rebate}})


PLANS = {
    "none": plan("none"),
    "flat": plan("flat"),
    "incremental": plan("incremental"),
    "retroactive": plan("retroactive"),
    "doubled": plan("retroactive", size=2.0),
    "capped": plan("retroactive", cap_target=1.1),
}


def paid_by_the_engine(programme: Programme, attainments: np.ndarray) -> np.ndarray:
    """Rebate as a share of the target's net sales, partner after partner of one block."""
    target, front = 40_000.0, 0.25
    found = []
    for start in range(0, len(attainments), BLOCK):
        here = np.resize(attainments[start : start + BLOCK], BLOCK)
        x, z = np.zeros(len(S) * BLOCK), np.zeros(len(Z) * BLOCK)
        x[S.target : S.target + BLOCK] = target
        x[S.period : S.period + BLOCK] = here * target
        z[Z.front : Z.front + BLOCK] = front
        money.rebate(x, z, steps_of(programme), MOST_STEPS, calendar(12, 13, 1.0, 1.0))
        found.append(z[Z.rebate : Z.rebate + BLOCK] / (target * (1.0 - front)))
    return np.concatenate(found)[: len(attainments)]


@pytest.mark.parametrize("name", PLANS)
def test_the_curve_is_what_the_engine_pays(name: str) -> None:
    """Where there are two rows at an attainment, the engine pays the later one."""
    curve = payout_table({name: PLANS[name]}).unique("attainment", keep="last", maintain_order=True)
    paid = paid_by_the_engine(PLANS[name], curve["attainment"].to_numpy())
    np.testing.assert_allclose(curve["pay_share"], paid, atol=1e-12)


def test_a_jump_is_two_rows_and_the_first_is_what_is_paid_just_before() -> None:
    curve = payout_table({"B": PLANS["retroactive"]}).filter(pl.col("attainment") == 1.0)
    np.testing.assert_allclose(curve["pay_share"], [0.02, 0.04])
    assert curve["marginal_share"].to_list() == [None, pytest.approx(0.04)]


def test_the_marginal_rate_is_the_slope_of_the_curve() -> None:
    for programme in PLANS.values():
        curve = payout_table({"B": programme})
        width = np.diff(curve["attainment"])
        slope = np.diff(curve["pay_share"])[width > 0.0] / width[width > 0.0]
        rate = curve["marginal_share"].to_numpy()[:-1][width > 0.0]
        np.testing.assert_allclose(slope, rate, atol=1e-9)


def test_every_step_within_the_curve_has_its_own_point() -> None:
    odd = sim.changed(PLANS["incremental"], {"rebate.steps": [{"from_target": 0.333, "rate_share": 0.02}]})
    assert 0.333 in payout_table({"B": odd})["attainment"].to_list()


def test_cliffs_are_the_jumps_of_the_curve() -> None:
    cliffs = cliffs_table(PLANS)
    assert cliffs["design"].unique(maintain_order=True).to_list() == ["retroactive", "doubled", "capped"]
    one = cliffs.filter(pl.col("design") == "retroactive")
    assert one["attainment"].to_list() == [0.5, 0.8, 1.0, 1.25]
    np.testing.assert_allclose(one["jump_share"], [0.005, 0.008, 0.02, 0.025])
    capped = cliffs.filter(pl.col("design") == "capped")
    assert capped["attainment"].to_list() == [0.5, 0.8, 1.0], "nothing is reached beyond the cap"
