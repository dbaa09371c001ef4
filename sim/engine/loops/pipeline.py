"""Opportunities found, and deals on their way to a decision: integer counts per offer and stage.

Most counts are zero: those above zero are listed, drawn together and put back.
"""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import OFFERS, STAGES, D, F, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.counts import (
    Draws,
    draw_binomial,
    draw_poisson,
    list_positive,
    name_draws,
    pick,
    pick_of_partner,
    put,
)
from sim.kernel.draws import Purpose
from sim.rules import closing, demand, payout, pipeline, reward


@loop
def find(x: Any, d: Any, z: Any, territory: Any, saturation: Any, market: float) -> None:
    """How many opportunities a partner may find this week."""
    for j in range(BLOCK):
        z[Z.worked + j] = saturation[territory[j]]
    for j in range(BLOCK):
        territory_factor, price, marketing = (
            z[Z.worked + j],
            z[Z.price_factor + j],
            z[Z.relative_marketing + j],
        )
        circumstances = territory_factor, market, price, marketing, x[S.willing + j]
        found = demand.opportunities(d[D.reach_p + j], x[S.output_p + j], *circumstances)
        z[Z.mean_p + j] = payout.added(found, z[Z.extra + j])
        z[Z.mean_s + j] = demand.opportunities(d[D.reach_s + j], x[S.output_s + j], *circumstances)


@loop
def arrive(z: Any, ids: Any, keys: Any, draws: Draws) -> None:
    """New opportunities."""
    count = list_positive(z, Z.mean_p, OFFERS * BLOCK, draws.at)
    name_draws(draws, count, ids, keys, Purpose.ARRIVALS_PRODUCT)
    pick(z, Z.mean_p, draws, count, draws.chance)
    draw_poisson(draws, count)
    for j in range(OFFERS * BLOCK):
        z[Z.new_p + j] = 0.0
    put(draws, count, z, Z.new_p)


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
def move(x: Any, z: Any, ids: Any, keys: Any, draws: Draws) -> None:
    """Deals ripen: late ones become ready, early ones late, new ones enter."""
    count = list_positive(x, S.early_p, STAGES * OFFERS * BLOCK, draws.at)
    name_draws(draws, count, ids, keys, Purpose.EARLY_PRODUCT)
    pick(x, S.early_p, draws, count, draws.trials)
    pick(z, Z.advance_p, draws, count, draws.chance)
    draw_binomial(draws, count)
    for j in range(STAGES * OFFERS * BLOCK):
        z[Z.moved_p + j] = 0.0
    put(draws, count, z, Z.moved_p)
    for j in range(OFFERS * BLOCK):
        x[S.ready_p + j] = pipeline.moved(x[S.ready_p + j], z[Z.ripe_p + j], 0.0)
        x[S.late_p + j] = pipeline.moved(x[S.late_p + j], z[Z.moved_p + j], z[Z.ripe_p + j])
        x[S.early_p + j] = pipeline.moved(x[S.early_p + j], z[Z.new_p + j], z[Z.moved_p + j])


@loop
def release(x: Any, z: Any, ids: Any, keys: Any, draws: Draws, now: Now) -> None:
    """Held deals are released, none before a quarter ends."""
    for j in range(OFFERS * BLOCK):
        z[Z.freed_p + j] = 0.0
    if now.quarter_ends > 0.5:
        count = list_positive(x, S.held_p, OFFERS * BLOCK, draws.at)
        name_draws(draws, count, ids, keys, Purpose.RELEASE_PRODUCT)
        pick(x, S.held_p, draws, count, draws.trials)
        pick_of_partner(z, Z.release, draws, count, draws.chance)
        draw_binomial(draws, count)
        put(draws, count, z, Z.freed_p)


@loop
def decide(x: Any, z: Any, ids: Any, keys: Any, draws: Draws) -> None:
    """Ready deals are decided or held back."""
    for j in range(OFFERS * BLOCK):
        z[Z.closed_p + j] = 0.0
        z[Z.kept_p + j] = 0.0
    count = list_positive(x, S.ready_p, OFFERS * BLOCK, draws.at)
    name_draws(draws, count, ids, keys, Purpose.CLOSE_PRODUCT)
    pick(x, S.ready_p, draws, count, draws.trials)
    pick_of_partner(z, Z.close, draws, count, draws.chance)
    draw_binomial(draws, count)
    put(draws, count, z, Z.closed_p)
    for m in range(count):
        draws.trials[m] = pipeline.moved(draws.trials[m], 0.0, draws.count[m])
    name_draws(draws, count, ids, keys, Purpose.HOLD_PRODUCT)
    pick_of_partner(z, Z.delay, draws, count, draws.chance)
    draw_binomial(draws, count)
    put(draws, count, z, Z.kept_p)
    for j in range(OFFERS * BLOCK):
        ready = pipeline.moved(x[S.ready_p + j], 0.0, z[Z.closed_p + j])
        x[S.ready_p + j] = pipeline.moved(ready, 0.0, z[Z.kept_p + j])
        x[S.held_p + j] = pipeline.moved(x[S.held_p + j], z[Z.kept_p + j], z[Z.freed_p + j])
        z[Z.decided_p + j] = payout.added(z[Z.closed_p + j], z[Z.freed_p + j])
