"""Partners that re-plan: what sales are worth to them, and how they split their effort."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.groups.kinds import PLANNING
from sim.engine.layout import G, P
from sim.engine.loops import effort, plan, replay, terms
from sim.engine.loops.replay import BEHAVIOUR
from sim.kernel.block import BLOCK
from sim.kernel.compile import group, inlined
from sim.kernel.counts import padded


@inlined
def most(count: int) -> int:
    """Whole vectors of partners; at most a block, from which the compiler sees that fields do not overlap."""
    return min(padded(count), BLOCK)


@inlined
def _value(
    x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any, steps: Any, now: Now, many: int, count: int
) -> None:
    height = int(lev[G.steps])
    plan.outlook(x, f, z, par, now, count)
    plan.value_few(z, steps, height, count)
    if many > 0:
        plan.value_many(f, d, z, lev, par, steps, height, many)
    plan.remember_price(x, z, now, count)
    plan.option_value(x, f, z, lev, steps, height, count)
    plan.hold(x, z, par, now, count)


@inlined
def _plan(
    x: Any,
    f: Any,
    d: Any,
    z: Any,
    lev: Any,
    par: Any,
    steps: Any,
    now: Now,
    learn: float,
    many: int,
    count: int,
) -> None:
    terms.perceive(x, f, z, lev, par, now, count)
    if lev[G.linear] < 0.5:
        _value(x, f, d, z, lev, par, steps, now, many, count)
    else:
        plan.one_rate(x, f, lev[G.rate], lev[G.clock_weeks], count)
    effort.tiers(x, f, z, lev, now, count)
    effort.growth(x, f, z, lev[G.growth], now, count)
    effort.margins(x, f, d, z, lev, par, now, count)
    effort.relation(x, z, par, lev[G.hope], count)
    effort.pulls(x, d, z, par, count)
    if learn > 0.0:
        effort.learn(x, d, z, learn, count)
    effort.split(x, z, par, count)
    effort.produce(x, d, par[P.effort_elasticity], count)


@group(PLANNING)
def planning(
    x: Any, f: Any, d: Any, z: Any, own_x: Any, own_f: Any, own_d: Any, own_z: Any, at: Any, lev: Any,
    par: Any, steps: Any, now: Now, learn: float, row: Any, mode: int,
) -> None:  # fmt: skip
    """Plan for the partners whose turn it is, in rows of their own."""
    many, count = plan.who_plans(x, f, lev, now, at)
    if count > 0:
        plan.bring(x, plan.KNOWN, at, count, own_x)
        plan.bring(f, plan.FACTS, at, count, own_f)
        plan.bring(d, plan.USUAL, at, count, own_d)
        plan.bring(z, plan.MET, at, count, own_z)
        if learn > 0.0:
            plan.bring(d, plan.LEARNED, at, count, own_d)
            plan.bring(z, plan.LEVELS, at, count, own_z)
        _plan(own_x, own_f, own_d, own_z, lev, par, steps, now, learn, most(many), most(count))
        plan.take_back(own_x, plan.DECIDED, at, count, x)
        if learn > 0.0:
            plan.take_back(own_d, plan.LEARNED, at, count, d)
    replay.behaviour(row, x, z, mode)
    if mode == BEHAVIOUR:
        effort.produce(x, d, par[P.effort_elasticity], BLOCK)
