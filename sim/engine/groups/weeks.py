"""The order of everything: weeks, in each of them blocks, and for each block the groups of loops."""

from typing import Any

from sim.engine.calendar import calendar
from sim.engine.common import direct_intensity, fill_keys, fill_saturation, weekly_numbers
from sim.engine.groups.kinds import WEEKS
from sim.engine.house import organise
from sim.engine.layout import OFFERS, WEEK_OFFSET, G, H, V, W
from sim.engine.loops import changing, hearsay, sums, tales
from sim.engine.loops.changing import FOR_EVER, design_of
from sim.engine.loops.deals import engagement
from sim.engine.loops.replay import NONE
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.kernel.block import BLOCK
from sim.kernel.compile import phase
from sim.kernel.draws import Purpose, stream_key
from sim.rules import payout


@phase(WEEKS)
def run_weeks(
    meeting: Any, planning: Any, selling: Any, closing: Any, paying: Any, relating: Any, joining: Any,
    world: World, designs: Designs, future: Future, weeks: Weeks, memory: Memory, room: Room, record: Record,
    mode: int,
) -> None:  # fmt: skip
    """All weeks of one future; ``memory`` and ``record`` are changed in place."""
    par, vend, keys, z = future.par, world.vend, room.keys, room.z
    today = designs.levers[0]
    direct_today = direct_intensity(today, engagement(today, par, FOR_EVER), vend)
    vendor = int(vend[V.number])
    for number in range(OFFERS):
        fill_keys(room.deal_keys[number], future.seed, future.luck, vendor, number)
    for w in range(len(weeks.growth)):
        week = weeks.first + w
        design, in_force = design_of(week, designs)
        lev, steps = room.levers, designs.steps[design]
        lev[:] = designs.levers[design]
        now = calendar(week, int(lev[G.clock_weeks]), weeks.growth[w], weeks.speed[w])
        stamp = week + WEEK_OFFSET
        fill_keys(keys, future.seed, future.luck, vendor, stamp)
        quarter = stream_key(future.seed, future.luck, 0, stamp // 13, Purpose.MARKET)
        house = organise(
            lev, par, vend, memory.shared, memory.desks, memory.territory_level, keys, week, in_force
        )
        lev[G.funds] = payout.part(lev[G.funds], house.budget)
        lev[G.hope], lev[G.mending] = house.hope, house.mending
        all_ = weekly_numbers(lev, par, vend, memory.shared, house, quarter, now.growth, now.week, in_force)
        direct, talk = direct_intensity(lev, all_.rule, vend), tales.begun(designs, lev, vend, week)
        worked = fill_saturation(
            room.saturation, memory.territory_level, world.territory_list, direct, direct_today, par
        )
        memory.territory_level[:] = 0.0
        room.lanes[:] = 0.0
        for b in range(len(world.facts)):
            x, f, d = memory.state[b], world.facts[b], memory.derived[b]
            ids, territory = world.ids[b], world.territory[b]
            row = record.tape[w, b] if mode != NONE else record.weekly[w]
            changing.change(x, f, ids, par, designs, keys, week)
            meeting(x, f, d, z, ids, lev, par, vend, memory.desks, all_, now, keys, row, mode)
            planning(
                x, f, d, z, room.own_x, room.own_f, room.own_d, room.own_z, room.draws.at, lev, par, steps,
                now, weeks.learn[w], row, mode,
            )  # fmt: skip
            selling(
                x, f, d, z, ids, territory, room.saturation, lev, par, all_.market, now, keys, room.draws,
                row, mode,
            )  # fmt: skip
            closing(
                x, f, d, z, ids, lev, par, all_, room.deal_keys, room.draws.at, room.deals, record.ledger,
                now.week,
            )  # fmt: skip
            paying(x, f, d, z, lev, par, vend, steps, now, row, mode)
            if talk:
                tales.hear_tales(x, z, lev, par)
            relating(
                x, f, d, z, ids, territory, world.neighbours[b], lev, par, now, keys, vend,
                room.lanes, memory.territory_level, room.heard,
            )  # fmt: skip
            if vend[V.turnover] > 0.0:
                joining(x, f, d, z, ids, lev, par, all_, in_force, keys, room.lanes)
            if talk:
                tales.tell_tales(x, par, world.neighbours[b], room.tales)
            if len(record.sales) > 0:
                sums.keep_sales(z, b * BLOCK, record.sales[w])
        out = record.weekly[w]
        sums.close_week(room.lanes, out)
        hearsay.hear(memory.state, room.heard)
        if talk:
            tales.tales_arrive(memory.state, room.tales)
            if lev[G.focus] > 0.0:
                tales.compare_treatment(memory.state, world.facts, world.neighbours, par)
        sums.vendor_week(out, lev, vend, par, all_, worked, now.growth, memory.shared)
        asked = changing.invitations(designs, par, week, out[W.silent], out[W.ended])
        memory.shared[H.hours] = payout.added(out[W.hours], asked)
