"""Extreme markets and programmes: finite, conserving, and the same in both engines."""

import numpy as np
import pytest

from sim.engine.agents.run import MesaEngine
from sim.engine.layout import S
from sim.engine.run import Engine, Run, Week0
from sim.kernel.block import BLOCK
from sim.population.building import assemble, draw_firms
from sim.schema.programme import Programme
from tests.engine.small import TODAY, assert_conserved, engine, futures, small_market, unequal, variant, week

DIRECT = variant("direct-heavy", direct__rule="first-come", direct__enforcement_share=0, direct__coverage=3)
NOTHING = variant(
    "flat-margin",
    front__discount_share=[0.0, 0.0, 0.0, 0.0],
    registration__points_share=0.0,
    rebate={**TODAY.rebate.model_dump(mode="json"), "size": 0.0},
    rewards__solution_share=0.0,
    rewards__new_logo_share=0.0,
    rewards__growth_share=0.0,
    rewards__funds_share=0.0,
)


def both(ours: Engine, new: Programme, weeks: int = 15, trust: float | None = None) -> Run:
    """The compiled run, after a look at its sums and at the other engine."""
    drawn = futures(1)
    start = ours.week0(drawn)
    if trust is not None:
        believe(start, trust)
    theirs = MesaEngine(ours.market, ours.today, ours.partners)
    run, other = (kind.run(start, new, drawn, weeks) for kind in (ours, theirs))
    assert np.all(np.isfinite(run.weekly))
    assert np.all(np.isfinite(run.end.state))
    assert_conserved(run, start, ours.partners.size)
    assert unequal(run, other, ours.partners.size) == []
    return run


def believe(start: Week0, trust: float) -> None:
    for place in (S.trust, S.reputation):
        start.state[..., place : place + BLOCK] = trust


@pytest.mark.parametrize("wins", [1e-3, 1e-9])
def test_no_demand(wins: float) -> None:
    run = both(engine(small_market(2, 3, 3, 3, wins_per_year=wins)), TODAY)
    assert np.sum(week(run, "arrivals")) == 0


@pytest.mark.parametrize("trust", [0.0, 1.0])
def test_nobody_or_everybody_trusts(trust: float, few: Engine) -> None:
    both(few, TODAY, trust=trust)


def test_only_direct_sales_and_no_rules(few: Engine) -> None:
    run = both(few, DIRECT)
    assert np.sum(week(run, "taken")) > 0


@pytest.mark.parametrize("counts", [(1, 0, 0, 0), (0, 0, 0, 1)])
def test_one_partner(counts: tuple[int, ...]) -> None:
    both(engine(small_market(*counts)), TODAY)


def test_no_partners() -> None:
    run = both(engine(small_market(0, 0, 0, 0)), TODAY)
    assert not np.any(week(run, "active"))
    assert not np.any(week(run, "silent"))


def test_one_week(few: Engine) -> None:
    assert both(few, DIRECT, weeks=1).weekly.shape[1] == 1


def test_nothing_is_paid(few: Engine) -> None:
    run = both(few, NOTHING)
    assert not np.any(week(run, "partner_payout"))


def test_nobody_sells_at_the_start() -> None:
    market = small_market(2, 4, 4, 4)
    firms = draw_firms(market, seed=1)
    nobody = firms._replace(active=np.zeros(14), weeks_silent=np.full(14, 9.0))
    both(Engine(market, TODAY, assemble(market, nobody)), TODAY)
