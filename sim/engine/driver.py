"""One future, week after week: the order of the phases and what partners share."""

from typing import Any, NamedTuple

import numpy as np

from sim.engine.calendar import Now, calendar
from sim.engine.layout import OFFERS, G, H, P, V, W
from sim.engine.loops import contact as meeting
from sim.engine.loops import deals as dealing
from sim.engine.loops import effort as splitting
from sim.engine.loops import money, pipeline, plan, relations, replay, sums, terms
from sim.engine.loops.deals import Deals, Engagement
from sim.engine.loops.replay import NONE
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop, phase
from sim.kernel.draws import Purpose, stream_key, uniform
from sim.rules import contact, demand

WEEK_OFFSET = 5200
"""Added to week numbers so that keys of weeks before the start stay positive: a hundred years."""


class World(NamedTuple):
    """What is the same in every future and design."""

    facts: Any
    """float64[blocks, facts * BLOCK]"""
    ids: Any
    """uint64[blocks * BLOCK]"""
    territory: Any
    """int64[blocks * BLOCK]"""
    territory_list: Any
    """float64[territories]: reference sales per week of the partners active at the start, ¤ list"""
    vend: Any
    """float64[vendor figures]"""


class Designs(NamedTuple):
    """Today's programme and the one that replaces it."""

    levers: Any
    """float64[2, levers]"""
    steps: Any
    """float64[2, steps, step fields]"""
    change_week: int
    """first week of the new programme"""


class Future(NamedTuple):
    """One draw of doubt and luck."""

    par: Any
    """float64[parameters]"""
    seed: Any
    """uint64"""
    luck: Any
    """uint64"""


class Weeks(NamedTuple):
    """The weeks to run."""

    first: int
    growth: Any
    """float64[weeks]: demand relative to week 0"""
    speed: Any
    """float64[weeks]: how fast reputation moves"""
    learn: Any
    """float64[weeks]: weight of the week in the reference levels, 0 once they are fixed"""


class Memory(NamedTuple):
    """What a future carries from week to week."""

    state: Any
    """float64[blocks, state * BLOCK]"""
    derived: Any
    """float64[blocks, derived * BLOCK]"""
    shared: Any
    """float64[shared]"""
    territory_level: Any
    """float64[territories]: partner selling of last week, ¤ list"""


class Room(NamedTuple):
    """Scratch that is used again every week; one per thread."""

    z: Any
    others: Any
    lanes: Any
    saturation: Any
    keys: Any
    deal_keys: Any
    deals: Deals


class Record(NamedTuple):
    """What a run leaves behind."""

    weekly: Any
    """float64[weeks, weekly sums]"""
    tape: Any
    """float64[weeks, blocks, tape fields * BLOCK], or empty"""
    sales: Any = np.zeros((0, 0, 0))
    """float64[weeks, 2, blocks * BLOCK]: purchases, ¤ list, and deals won; or empty"""


class Vendorial(NamedTuple):
    """What one vendor's programme and last week's load mean for all its partners this week."""

    quality: float
    load: float
    complexity: float
    rule: Engagement
    market: float


@loop
def fill_keys(keys: Any, seed: int, luck: int, vendor: int, week: int) -> None:
    """Keys of all draws of a week, or of deals, whose ``week`` is the number of the offer."""
    for purpose in range(len(keys)):
        keys[purpose] = stream_key(seed, luck, vendor, week, purpose)


@inlined
def weekly_numbers(lev: Any, par: Any, vend: Any, shared: Any, quarter_key: Any, growth: float) -> Vendorial:
    """What holds for all partners this week."""
    load = contact.load(
        shared[H.hours], contact.managers(lev[G.managers], vend[V.partners]), par[P.manager_hours]
    )
    minutes = contact.minutes_to_explain(
        lev[G.rules_count],
        lev[G.thresholds_count],
        lev[G.exceptions_count],
        lev[G.claim_steps_count],
        par[P.minutes_per_rule],
        par[P.minutes_per_threshold],
        par[P.minutes_per_exception],
        par[P.minutes_per_claim_step],
    )
    return Vendorial(
        contact.quality(load, par[P.quality_dilution]),
        load,
        contact.complexity(minutes, par[P.complexity_half_minutes]),
        dealing.engagement(lev, par),
        demand.grown(demand.market_factor(uniform(quarter_key, 0), vend[V.noise]), growth),
    )


@inlined
def direct_intensity(lev: Any, rule: Engagement, vend: Any) -> float:
    """Direct selling relative to partner selling at the reference."""
    return demand.direct_level(vend[V.direct_level], lev[G.coverage], rule.accounts)


@loop
def fill_saturation(
    out: Any, level: Any, reference: Any, direct: float, direct_reference: float, par: Any
) -> float:
    """Demand factor of every territory; returns their mean."""
    base, pond = par[P.intensity_reference], par[P.direct_pond_share]
    usual = demand.saturation(demand.intensity(1.0, direct_reference, base, pond))
    total = 0.0
    for t in range(len(out)):
        worked = demand.intensity(demand.relative(level[t], reference[t]), direct, base, pond)
        out[t] = demand.relative(demand.saturation(worked), usual)
        total += out[t]
    return total / len(out)


@inlined
def block_week(
    b: int,
    world: World,
    memory: Memory,
    lev: Any,
    steps: Any,
    par: Any,
    all_: Vendorial,
    now: Now,
    learn: float,
    room: Room,
    row: Any,
    mode: int,
) -> None:
    """One week of one block: the phases in their order."""
    x, f, d, z = memory.state[b], world.facts[b], memory.derived[b], room.z
    ids, start, keys, count = world.ids, b * BLOCK, room.keys, int(lev[G.steps])
    tiered = lev[G.linear] < 0.5
    if now.quarter_starts > 0.5:
        splitting.new_quarter(x, ids, start, par, keys)
    meeting.plan_contacts(x, f, z, lev, par, now)
    meeting.meet(z, ids, start, lev, par, all_.load, now, keys)
    meeting.understand(x, z, f, par, all_.complexity)
    meeting.bond(x, z, par, all_.quality)
    replay.beliefs(row, x, mode)
    terms.terms(x, f, z, lev)
    terms.perceive(x, f, z, lev, par, now)
    terms.protection(x, f, z, lev, par)
    terms.customers(x, f, d, z, lev, par)
    if plan.who_plans(f, z, now):
        if tiered:
            plan.outlook(x, f, z, par, now)
            plan.value_few(z, steps, count)
            plan.value_many(f, d, z, lev, par, steps, count)
            plan.remember_price(x, z, now)
            plan.option_value(x, f, z, lev, steps, count)
            plan.hold(x, z, par, now)
        else:
            plan.one_rate(x, f, z, lev[G.rate], lev[G.clock_weeks])
        splitting.tiers(x, f, z, lev, now)
        splitting.growth(x, f, z, lev[G.growth], now)
        splitting.margins(x, f, d, z, lev, par, now)
        splitting.relation(x, z, par)
        splitting.pulls(x, d, z, par)
        if learn > 0.0:
            splitting.learn(x, d, z, learn)
        splitting.split(x, f, z, room.others, par)
    replay.behaviour(row, x, z, mode)
    pipeline.find(x, d, z, ids, world.territory, start, room.saturation, all_.market, par, keys)
    pipeline.timing(x, f, z, lev[G.clock_weeks], par, now)
    replay.dates(row, z, mode)
    pipeline.chances(x, d, z, par, now)
    pipeline.move(x, z, ids, start, keys)
    pipeline.decide(x, z, ids, start, keys)
    dealing.clear(z)
    dealing.before_deciding(x, d, z, par)
    first = 0
    while first < BLOCK:
        listed, first = dealing.gather(x, f, d, z, ids, start, room.deals, first)
        dealing.judge(lev, par, all_.rule, room.deals, listed, room.deal_keys)
        dealing.add_up(z, room.deals, listed, par[P.incident_price_cut])
    dealing.number_on(x, z)
    money.buy(x, z, par)
    if now.period_ends > 0.5 and tiered:
        money.order_ahead(x, z, steps, count, par)
    replay.orders(row, z, mode)
    money.book(x, z, par)
    money.rebate(x, z, steps, count, now)
    money.rewards(x, f, z, lev, now)
    sums.vendor_account(f, z, lev[G.points], world.vend)
    sums.partner_account(f, d, z, lev[G.points], par)
    money.close_periods(x, f, lev, par, now)
    relations.trusting(x, f, z, par, all_.quality, now)
    relations.believing(x, z, par)
    relations.practising(x, z, par)
    relations.staying(x, f, d, z, ids, start, par, keys)
    sums.standing(x, f, d, z, par)
    sums.totals(x, z, now)
    sums.add_block(x, f, z, room.lanes)
    sums.spread_level(z, world.territory, start, memory.territory_level)


@phase()
def run_future(
    world: World,
    designs: Designs,
    future: Future,
    weeks: Weeks,
    memory: Memory,
    room: Room,
    record: Record,
    mode: int,
) -> None:
    """All weeks of one future; ``memory`` is changed in place."""
    blocks = world.facts.shape[0]
    today = designs.levers[0]
    direct_today = direct_intensity(today, dealing.engagement(today, future.par), world.vend)
    for number in range(OFFERS):
        fill_keys(room.deal_keys[number], future.seed, future.luck, 0, number)
    for w in range(len(weeks.growth)):
        week = weeks.first + w
        design = 1 if week >= designs.change_week else 0
        lev, steps = designs.levers[design], designs.steps[design]
        now = calendar(week, int(lev[G.clock_weeks]), weeks.growth[w], weeks.speed[w])
        stamp = week + WEEK_OFFSET
        fill_keys(room.keys, future.seed, future.luck, 0, stamp)
        quarter = stream_key(future.seed, future.luck, 0, stamp // 13, Purpose.MARKET)
        all_ = weekly_numbers(lev, future.par, world.vend, memory.shared, quarter, now.growth)
        worked = fill_saturation(
            room.saturation,
            memory.territory_level,
            world.territory_list,
            direct_intensity(lev, all_.rule, world.vend),
            direct_today,
            future.par,
        )
        memory.territory_level[:] = 0.0
        room.lanes[:] = 0.0
        for b in range(blocks):
            row = record.tape[w, b] if mode != NONE else record.weekly[w]
            block_week(b, world, memory, lev, steps, future.par, all_, now, weeks.learn[w], room, row, mode)
            if len(record.sales) > 0:
                sums.keep_sales(room.z, b * BLOCK, record.sales[w])
        out = record.weekly[w]
        sums.close_week(room.lanes, out)
        memory.shared[H.hours] = out[W.hours]
        elasticity = future.par[P.effort_elasticity]
        sums.vendor_week(
            out, lev, world.vend, all_.rule.cost_per_year, all_.rule.accounts, worked, now.growth, elasticity
        )
