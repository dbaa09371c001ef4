"""Every loop of the compiled week with arguments from a running market, to be timed one by one."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from sim.engine.calendar import calendar
from sim.engine.common import weekly_numbers
from sim.engine.flatten import levers_of, steps_of
from sim.engine.groups.planning import most
from sim.engine.house import organise
from sim.engine.layout import OFFERS, G, Z
from sim.engine.loops import (
    contact,
    effort,
    hearsay,
    money,
    pipeline,
    plan,
    relations,
    renewing,
    sums,
    terms,
    touches,
    watching,
)
from sim.engine.loops import deals as deals_loops
from sim.engine.loops.changing import FOR_EVER
from sim.engine.run import Engine, room_of
from sim.kernel.block import BLOCK
from sim.kernel.compile import apart, phase
from sim.kernel.counts import list_positive
from sim.kernel.draws import Purpose, stream_key
from sim.population.building import from_market
from sim.schema.behaviour import Behaviour
from sim.schema.loading import load_market, load_programme

PLANNERS = 64
"""Partners that are brought together to plan in what is timed."""
PLANNING_SHARE = 0.28
"""Partners that plan in a week: of the .45 that sell 7 of 13 in the mean week, of the others 1 of 13."""
MANY_SHARE = 0.07
"""Work for those with many deals a period, of what it takes for ``PLANNERS`` of them."""
DEALS = 58
"""Deals decided in a block and week."""


class Phase(NamedTuple):
    """A loop, its arguments, the share of weeks in which it runs, and its budget on an AVX-512 core."""

    name: str
    loop: Callable[..., Any]
    arguments: tuple[Any, ...]
    share: float
    budget_ns: float


def repeated(row: Phase) -> Callable[..., None]:
    """A phase compiled by itself as it is inside its group: ``again(n, *arguments)`` runs it n times."""
    names = [f"a{place}" for place in range(len(row.arguments))]
    given = list(names)
    if type(row.arguments[-1]) is int:  # a number of planners
        given[-1] = f"most({given[-1]})"
    text = f"def again(n, {', '.join(names)}):\n    for _ in range(n):\n        loop({', '.join(given)})\n"
    known: dict[str, Any] = {"loop": row.loop, "most": most}
    exec(text, known)
    compiled: Callable[..., None] = apart(known["again"])
    return compiled


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
    x, f, d = memory.state[0, 0, b].copy(), engine.world.facts[b], memory.derived[0, 0, b].copy()
    room, par, lev, steps = (
        room_of(engine.world),
        rows.rows[0],
        levers_of(engine.today),
        steps_of(engine.today),
    )
    z, ids, territory, count = room.z, engine.world.ids[b], engine.world.territory[b], int(lev[G.steps])
    now, keys = (
        calendar(12, 13, 1.0, 1.0),
        np.array([stream_key(1, 0, 0, 12, n) for n in range(max(Purpose) + 1)], np.uint64),
    )
    vend, shared = engine.world.vend, memory.shared[0, 0]
    desks, level = memory.desks[0, 0], memory.territory_level[0, 0]
    house = phase()(organise)(lev, par, vend, shared, desks, level, keys, 12, FOR_EVER)
    all_ = phase()(weekly_numbers)(lev, par, vend, shared, house, keys[0], 1.0, 12.0, FOR_EVER)
    held = all_._replace(council=1.0, conference=1.0, event=1.0, press=1.0, round_table=1.0, briefing=1.0)
    room.saturation[:], z[:], room.deals.y[:] = 1.0, 0.3, 0.5
    z[Z.decided_p : Z.decided_p + 2 * BLOCK] = 0.0
    z[Z.decided_p : Z.decided_p + DEALS] = 1.0
    deals, draws, n = room.deals, room.draws, PLANNERS
    found = phase()(list_positive)(z, Z.decided_p, OFFERS * BLOCK, draws.at)
    places = draws.at.copy()
    own = room.own_x, room.own_f, room.own_d, room.own_z
    for source, target in zip((x, f, d, z), own, strict=True):
        target[:] = source
    xx, ff, dd, zz = own
    every, plans, few = 1.0, PLANNING_SHARE * BLOCK / PLANNERS, MANY_SHARE
    table = [
        ("attend", touches.attend, (x, f, z, lev), every, 0.3),
        ("plan_contacts", contact.plan_contacts, (f, z, lev, par, now, 1.0), every, 1.5),
        ("by_desk", touches.by_desk, (f, z, desks, 0.9, 0.0, 0.3), every, 0.3),
        ("meet", contact.meet, (z, ids, keys), every, 1.5),
        ("read", contact.read, (x, z, ids, lev, par, now, keys), every, 0.5),
        ("keep_rhythm", touches.keep_rhythm, (x, f, z, par), every, 2.0),
        ("answer", touches.answer, (x, d, z, par, all_), every, 0.8),
        ("occasions", touches.gather, (x, z, ids, lev, par, engine.world.vend, held, keys), 0.06, 12.0),
        ("understand", contact.understand, (x, z, f, par, 0.5), every, 1.5),
        ("bond", contact.bond, (x, z, par), every, 0.5),
        ("come_up", renewing.come_up, (x, f, d, z, lev, par), every, 1.5),
        ("terms", terms.terms, (x, f, z, lev), every, 0.5),
        ("protection", terms.protection, (x, f, z, lev, par), every, 0.5),
        ("customers", terms.customers, (x, f, d, z, lev, par), every, 0.8),
        ("who_plans", plan.who_plans, (x, f, lev, now, draws.at), every, 0.5),
        ("bring", plan.bring, (x, plan.KNOWN, places, n, xx), plans, 1.0),
        ("take_back", plan.take_back, (xx, plan.DECIDED, places, n, x), plans, 0.5),
        ("perceive", terms.perceive, (xx, ff, zz, lev, par, now, n), plans, 0.4),
        ("outlook", plan.outlook, (xx, ff, zz, par, now, n), plans, 1.0),
        ("value_few", plan.value_few, (zz, steps, count, n), plans, 8.0),
        ("value_many", plan.value_many, (ff, dd, zz, lev, par, steps, count, n), few, 2.0),
        ("option_value", plan.option_value, (xx, ff, zz, lev, steps, count, n), plans, 2.0),
        ("hold", plan.hold, (xx, zz, par, now, n), plans, 0.5),
        ("tiers", effort.tiers, (xx, ff, zz, lev, now, n), plans, 2.0),
        ("margins", effort.margins, (xx, ff, dd, zz, lev, par, now, n), plans, 1.0),
        ("relation", effort.relation, (xx, zz, par, 1.0, n), plans, 0.3),
        ("pulls", effort.pulls, (xx, dd, zz, par, n), plans, 1.5),
        ("split", effort.split, (xx, zz, par, n), plans, 0.5),
        ("produce", effort.produce, (xx, dd, 0.34, n), plans, 2.0),
        ("find", pipeline.find, (x, d, z, territory, room.saturation, 1.0), every, 1.0),
        ("arrive", pipeline.arrive, (z, ids, keys, draws), every, 3.0),
        ("timing", pipeline.timing, (x, f, z, 13.0, par, now), 2.0 / 13.0, 1.0),
        ("chances", pipeline.chances, (x, d, z, lev, par, now), every, 0.5),
        ("move", pipeline.move, (x, z, ids, keys, draws), every, 4.0),
        ("release", pipeline.release, (x, z, ids, keys, draws, now, 0.0), 1.0 / 13.0, 1.0),
        ("decide", pipeline.decide, (x, z, ids, keys, draws), every, 4.0),
        ("clear", deals_loops.clear, (z,), every, 0.2),
        ("before_deciding", deals_loops.before_deciding, (x, d, z, par, 0.0), every, 0.3),
        ("gather", deals_loops.gather, (x, z, ids, places, found, 0, deals), every, 1.0),
        ("bring_deals", deals_loops.bring, (f, d, z, deals, DEALS), every, 1.0),
        ("judge", deals_loops.judge, (lev, par, all_.rule, deals, DEALS, room.deal_keys), every, 5.0),
        ("add_up", deals_loops.add_up, (z, deals, DEALS), every, 1.0),
        ("add_conflicts", deals_loops.add_conflicts, (z, deals, DEALS, 0.05), every, 0.3),
        ("number_on", deals_loops.number_on, (x, z), every, 0.2),
        ("buy", money.buy, (x, z, par), every, 0.3),
        ("order_ahead", money.order_ahead, (x, z, steps, count, par), 1.0 / 13.0, 2.0),
        ("book", money.book, (x, z, par), every, 0.5),
        ("rebate", money.rebate, (x, z, steps, count, now), 1.0 / 13.0, 1.5),
        ("rewards", money.rewards, (x, f, z, lev, now), every, 0.5),
        ("close_periods", money.close_periods, (x, f, lev, par, now), 1.0 / 13.0, 1.0),
        ("vendor_account", sums.vendor_account, (z, engine.world.vend), every, 0.4),
        ("partner_account", sums.partner_account, (f, d, z, lev, par), every, 0.6),
        ("count_deals", sums.count_deals, (x, z), every, 0.5),
        ("trusting", relations.trusting, (x, f, z, par, now, 1.0), every, 2.0),
        ("believing", relations.believing, (x, z, par), every, 0.4),
        ("tell", hearsay.tell, (x, z, par), every, 0.5),
        ("watch", watching.watch, (x, z, lev, par, ids, keys), every, 2.0),
        ("win_back", watching.win_back, (x, f, d, z, lev, par), every, 0.2),
        ("practising", relations.practising, (x, z, par), every, 0.3),
        ("leaving", relations.leaving, (x, f, d, z, ids, par, keys), every, 2.0),
        ("staying", relations.staying, (x, f, z, ids, par, keys), every, 2.0),
        ("run_on", renewing.run_on, (x, f, d, z, lev, 0.0), every, 0.5),
        ("engage", watching.engage, (x, f, d, z, par), every, 0.8),
        ("standing", sums.standing, (x, f, z), every, 0.5),
        ("totals", sums.totals, (x, z, now), every, 0.6),
        ("add_block", sums.add_block, (x, z, room.lanes), every, 2.0),
        ("spread_level", sums.spread_level, (z, territory, level), every, 0.6),
    ]
    return [Phase(*row) for row in table]
