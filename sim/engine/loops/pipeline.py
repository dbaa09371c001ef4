"""Opportunities found, and deals on their way to a decision: integer counts per offer and stage."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import OFFERS, PRODUCT, SOLUTION, D, F, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.counts import binomial_block, poisson_block
from sim.kernel.draws import Purpose
from sim.rules import closing, demand, effort, payout, pipeline, reward


@loop
def find(
    x: Any,
    d: Any,
    z: Any,
    ids: Any,
    territory: Any,
    start: int,
    saturation: Any,
    market: float,
    par: Any,
    keys: Any,
) -> None:
    """New opportunities of the week."""
    for j in range(BLOCK):
        z[Z.worked + j] = saturation[territory[start + j]]
    _mean(x, d, z, market, par[P.effort_elasticity], PRODUCT)
    _mean(x, d, z, market, par[P.effort_elasticity], SOLUTION)
    poisson_block(z, Z.mean_p, Z.new_p, ids, start, keys[Purpose.ARRIVALS_PRODUCT])
    poisson_block(z, Z.mean_s, Z.new_s, ids, start, keys[Purpose.ARRIVALS_SOLUTION])


@inlined
def _mean(x: Any, d: Any, z: Any, market: float, elasticity: float, place: int) -> None:
    for j in range(BLOCK):
        output = effort.output(x[S.share_p + place + j], elasticity)
        z[Z.mean_p + place + j] = demand.opportunities(
            d[D.reach_p + place + j],
            output,
            z[Z.worked + j],
            market,
            z[Z.price_factor + j],
            z[Z.relative_marketing + j],
            x[S.willing + j],
        )


@loop
def timing(x: Any, f: Any, z: Any, clock_weeks: float, par: Any, now: Now) -> None:
    """Whether deals are hurried into this period or put off to the next one."""
    stiffness, control = par[P.timing_stiffness], par[P.timing_control]
    if now.late < 0.5:
        for j in range(BLOCK):
            z[Z.retiming + j] = 0.0
        return
    for j in range(BLOCK):
        later = reward.payment_discount(f[F.discount + j], clock_weeks)
        following = closing.next_price(x[S.price_start + j], later)
        here = closing.perceived_price(x[S.price + j], z[Z.owner + j], z[Z.worth + j])
        there = closing.perceived_price(following, z[Z.owner + j], z[Z.worth + j])
        z[Z.retiming + j] = closing.retiming(here, there, stiffness, control)


@loop
def chances(x: Any, d: Any, z: Any, par: Any, now: Now) -> None:
    """Chances of every move in the pipeline."""
    hazard, pull = par[P.closing_hazard], par[P.pull_share]
    buyers = closing.buyers_wait(par[P.buyer_wait_share], now.quarter_ends)
    for j in range(BLOCK):
        hurry, held = z[Z.retiming + j], x[S.hold + j]
        waiting = closing.hold_chance(held, buyers, hurry, now.period_ends)
        due = closing.due_chance(hazard, waiting)
        close = closing.close_chance(due, hazard, hurry)
        z[Z.close + j] = close
        z[Z.delay + j] = closing.to_hold_chance(hazard, waiting, close)
        z[Z.release + j] = closing.release_chance(now.quarter_ends, now.period_ends, hurry, held)
        z[Z.advance_p + j] = d[D.develop_p + j]
        z[Z.advance_s + j] = d[D.develop_s + j]
        z[Z.ripen_p + j] = pipeline.hurried_chance(d[D.develop_p + j], hurry, pull)
        z[Z.ripen_s + j] = pipeline.hurried_chance(d[D.develop_s + j], hurry, pull)


@loop
def move(x: Any, z: Any, ids: Any, start: int, keys: Any) -> None:
    """Deals ripen: late ones become ready, early ones late, new ones enter."""
    binomial_block(x, S.late_p, z, Z.ripen_p, Z.ripe_p, ids, start, keys[Purpose.LATE_PRODUCT])
    binomial_block(x, S.late_s, z, Z.ripen_s, Z.ripe_s, ids, start, keys[Purpose.LATE_SOLUTION])
    binomial_block(x, S.early_p, z, Z.advance_p, Z.moved_p, ids, start, keys[Purpose.EARLY_PRODUCT])
    binomial_block(x, S.early_s, z, Z.advance_s, Z.moved_s, ids, start, keys[Purpose.EARLY_SOLUTION])
    for j in range(OFFERS * BLOCK):
        x[S.ready_p + j] = pipeline.moved(x[S.ready_p + j], z[Z.ripe_p + j], 0.0)
        x[S.late_p + j] = pipeline.moved(x[S.late_p + j], z[Z.moved_p + j], z[Z.ripe_p + j])
        x[S.early_p + j] = pipeline.moved(x[S.early_p + j], z[Z.new_p + j], z[Z.moved_p + j])


@loop
def decide(x: Any, z: Any, ids: Any, start: int, keys: Any) -> None:
    """Ready deals are decided or held back; held deals are released."""
    binomial_block(x, S.held_p, z, Z.release, Z.freed_p, ids, start, keys[Purpose.RELEASE_PRODUCT])
    binomial_block(x, S.held_s, z, Z.release, Z.freed_s, ids, start, keys[Purpose.RELEASE_SOLUTION])
    binomial_block(x, S.ready_p, z, Z.close, Z.closed_p, ids, start, keys[Purpose.CLOSE_PRODUCT])
    binomial_block(x, S.ready_s, z, Z.close, Z.closed_s, ids, start, keys[Purpose.CLOSE_SOLUTION])
    for j in range(OFFERS * BLOCK):
        x[S.ready_p + j] = pipeline.moved(x[S.ready_p + j], 0.0, z[Z.closed_p + j])
    binomial_block(x, S.ready_p, z, Z.delay, Z.kept_p, ids, start, keys[Purpose.HOLD_PRODUCT])
    binomial_block(x, S.ready_s, z, Z.delay, Z.kept_s, ids, start, keys[Purpose.HOLD_SOLUTION])
    for j in range(OFFERS * BLOCK):
        x[S.ready_p + j] = pipeline.moved(x[S.ready_p + j], 0.0, z[Z.kept_p + j])
        x[S.held_p + j] = pipeline.moved(x[S.held_p + j], z[Z.kept_p + j], z[Z.freed_p + j])
        z[Z.decided_p + j] = payout.added(z[Z.closed_p + j], z[Z.freed_p + j])
