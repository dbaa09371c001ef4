"""Every loop of the compiled week with arguments from a running market, to be timed one by one."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from sim.engine.calendar import calendar
from sim.engine.driver import weekly_numbers
from sim.engine.flatten import levers_of, steps_of
from sim.engine.layout import G, Z
from sim.engine.loops import contact, deals, effort, money, pipeline, plan, relations, sums, terms
from sim.engine.run import Engine, _room
from sim.kernel.block import BLOCK
from sim.kernel.compile import phase
from sim.kernel.draws import stream_key
from sim.population.building import from_market
from sim.schema.behaviour import Behaviour
from sim.schema.loading import load_market, load_programme

PLANNING_SHARE = 7.0 / 13.0
"""Weeks of a quarter in which a block re-plans: the first, the last four, two of the eight between."""


class Phase(NamedTuple):
    """A loop, its arguments, the share of weeks in which it runs, and its budget on an AVX-512 core."""

    name: str
    loop: Callable[..., Any]
    arguments: tuple[Any, ...]
    share: float
    budget_ns: float


class Rows(NamedTuple):
    """Futures with default parameters."""

    seed: int
    luck_ids: Any
    rows: Any


def default_futures(count: int) -> Rows:
    """Futures that differ in luck only."""
    row = np.array(list(Behaviour().model_dump().values()))
    return Rows(1, np.arange(count, dtype=np.uint64), np.tile(row, (count, 1)))


def baseline_engine() -> Engine:
    """The baseline market under retroactive volume rebates: the most expensive of the usual plans."""
    market = load_market("baseline")
    return Engine(market, load_programme("retro-volume"), from_market(market))


def phases(engine: Engine) -> list[Phase]:
    """All loops in the order of the week, on the market's second block, in the last week of a quarter."""
    rows, b = default_futures(1), 1
    memory = engine.week0(rows, 156)
    x, f, d = memory.state[0, 0, b].copy(), engine.world.facts[b], memory.derived[0, b]
    room, par, lev, steps = _room(engine.world), rows.rows[0], levers_of(engine.today), steps_of(engine.today)
    z, ids, start, count = room.z, engine.world.ids, b * BLOCK, int(lev[G.steps])
    now, keys = (
        calendar(12, 13, 1.0, 1.0),
        np.array([stream_key(1, 0, 0, 12, n) for n in range(40)], np.uint64),
    )
    all_ = phase()(weekly_numbers)(lev, par, engine.world.vend, memory.shared[0], keys[0], 1.0)
    room.saturation[:] = 1.0
    z[:] = 0.3
    z[Z.decided_p : Z.decided_p + 2 * BLOCK] = 0.0
    z[Z.decided_p : Z.decided_p + 48] = 1.0
    listed, place = 48, (ids, start)
    room.deals.y[:] = 0.5
    every, planning = 1.0, PLANNING_SHARE
    table = [
        ("plan_contacts", contact.plan_contacts, (x, f, z, lev, par, now), every, 1.0),
        ("meet", contact.meet, (z, *place, lev, par, 0.9, now, keys), every, 1.5),
        ("understand", contact.understand, (x, z, f, par, 0.5), every, 1.5),
        ("bond", contact.bond, (x, z, par, 1.0), every, 0.3),
        ("terms", terms.terms, (x, f, z, lev), every, 0.5),
        ("perceive", terms.perceive, (x, f, z, lev, par, now), every, 1.0),
        ("protection", terms.protection, (x, f, z, lev, par), every, 0.5),
        ("customers", terms.customers, (x, f, d, z, lev, par), every, 0.8),
        ("outlook", plan.outlook, (x, f, z, par, now), planning, 3.0),
        ("value_few", plan.value_few, (z, steps, count), planning, 15.0),
        ("option_value", plan.option_value, (x, f, z, lev, steps, count), planning, 5.0),
        ("hold", plan.hold, (x, z, par, now), planning, 1.0),
        ("tiers", effort.tiers, (x, f, z, lev, now), planning, 5.0),
        ("margins", effort.margins, (x, f, d, z, lev, par, now), planning, 3.0),
        ("relation", effort.relation, (x, z, par), planning, 0.5),
        ("pulls", effort.pulls, (x, d, z, par), planning, 4.0),
        ("split", effort.split, (x, f, z, room.others, par), planning, 1.5),
        ("find", pipeline.find, _find(engine, x, d, room, par, keys, start), every, 6.0),
        ("timing", pipeline.timing, (x, f, z, 13.0, par, now), 2.0 / 13.0, 1.0),
        ("chances", pipeline.chances, (x, d, z, par, now), every, 0.5),
        ("move", pipeline.move, (x, z, *place, keys), every, 5.0),
        ("decide", pipeline.decide, (x, z, *place, keys), every, 7.5),
        ("before_deciding", deals.before_deciding, (x, d, z, par), every, 0.3),
        ("gather", deals.gather, (x, f, d, z, *place, room.deals, 0), every, 3.0),
        ("judge", deals.judge, (lev, par, all_.rule, room.deals, listed, room.deal_keys), every, 5.0),
        ("add_up", deals.add_up, (z, room.deals, listed, 0.05), every, 1.0),
        ("buy", money.buy, (x, z, par), every, 0.3),
        ("order_ahead", money.order_ahead, (x, z, steps, count, par), 1.0 / 13.0, 2.0),
        ("book", money.book, (x, z, par), every, 0.5),
        ("rebate", money.rebate, (x, z, steps, count, now), 1.0 / 13.0, 1.5),
        ("rewards", money.rewards, (x, f, z, lev, now), every, 0.5),
        ("vendor_account", sums.vendor_account, (f, z, 0.05, engine.world.vend), every, 0.4),
        ("partner_account", sums.partner_account, (f, d, z, 0.05, par), every, 0.6),
        ("trusting", relations.trusting, (x, f, z, par, 1.0, now), every, 2.0),
        ("believing", relations.believing, (x, z, par), every, 0.4),
        ("practising", relations.practising, (x, z, par), every, 0.3),
        ("staying", relations.staying, (x, f, d, z, *place, par, keys), every, 4.5),
        ("standing", sums.standing, (x, f, d, z, par), every, 2.0),
        ("totals", sums.totals, (x, z, now), every, 0.6),
        ("add_block", sums.add_block, (x, f, z, room.lanes), every, 3.5),
        (
            "spread_level",
            sums.spread_level,
            (z, engine.world.territory, start, memory.territory_level[0]),
            every,
            0.6,
        ),
    ]
    return [Phase(*row) for row in table]


def _find(engine: Engine, x: Any, d: Any, room: Any, par: Any, keys: Any, start: int) -> tuple[Any, ...]:
    world = engine.world
    return x, d, room.z, world.ids, world.territory, start, room.saturation, 1.0, par, keys
