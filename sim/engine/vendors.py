"""Several vendors on the same partners: their weeks side by side, and the partners' time between them.

A vendor's week is the same with and without named rivals. What couples them is one number per partner: the
weight of everything else, as it was last week, so that the order of vendors changes nothing.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.layout import F, P, V, W
from sim.engine.loops.replay import NONE
from sim.engine.loops.sharing import add_claims, add_what_it_sells, meet_others, note_rivals
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.kernel.block import BLOCK
from sim.rules import effort

Floats = NDArray[np.float64]


class Lane(NamedTuple):
    """One vendor in one future: its figures, what it does, what it remembers and what is kept of it."""

    run_future: Any
    """the weeks of the compiled engine, or of the one for reading"""
    world: World
    designs: Designs
    memory: Memory
    record: Record
    unnamed: Floats
    """float64[blocks, BLOCK], weight of own business and of vendors without a name"""


def run_vendors(lanes: Sequence[Lane], future: Future, weeks: Weeks, room: Room, mode: int) -> None:
    """All weeks of one future for all vendors, ours first; memories and records are changed in place.

    Parameters
    ----------
    lanes : of the vendors
    future, weeks, room : as ``run_future`` takes them
    mode : of our record; those of rivals are never replayed
    """
    ours, *rivals = lanes
    if not rivals:
        ours.run_future(ours.world, ours.designs, future, weeks, ours.memory, room, ours.record, mode)
        return
    modes = [mode, *(NONE for _ in rivals)]
    for place in range(len(weeks.growth)):
        _share_time(lanes, future.par)
        earned = _earned_before(lanes)
        one = Weeks(weeks.first + place, *(numbers[place : place + 1] for numbers in weeks[1:]))
        for lane, kind in zip(lanes, modes, strict=True):
            record = _week_of(lane.record, place)
            lane.run_future(lane.world, lane.designs, future, one, lane.memory, room, record, kind)
        _note_rivals(lanes, earned, place)


def _share_time(lanes: Sequence[Lane], par: Any) -> None:
    """What each vendor meets this week, by last week's weights and shares of all of them."""
    in_order = sorted(lanes, key=lambda lane: float(lane.world.vend[V.number]))
    own = in_order[0].unnamed
    claims = np.stack([np.zeros_like(own), own, np.ones_like(own)], axis=1)
    for lane in in_order:
        add_claims(lane.memory.state, claims)
    for lane in in_order:
        meet_others(lane.memory.state, lane.unnamed, claims, par[P.effort_elasticity])


def unnamed_weights(worlds: Sequence[World], active_share: Floats) -> list[Floats]:
    """Weight of own business and of vendors without a name, as each vendor meets it: [blocks, BLOCK] each.

    Parameters
    ----------
    worlds : of the vendors
    active_share : [blocks, BLOCK], share of a partner's segment that usually sells for a vendor
    """
    weigh: Any = effort.unnamed_weight  # one call for all partners
    wallets = [world.facts[:, F.wallet : F.wallet + BLOCK] for world in worlds]
    signed = [world.facts[:, F.start_enrolled : F.start_enrolled + BLOCK] for world in worlds]
    usual = [wallet * active_share * under for wallet, under in zip(wallets, signed, strict=True)]
    everybody = np.sum(np.stack(usual), axis=0)
    return [weigh(wallet, everybody - own) for wallet, own in zip(wallets, usual, strict=True)]


def _week_of(record: Record, place: int) -> Record:
    here = slice(place, place + 1)
    return Record(record.weekly[here], record.tape[here], record.sales[here], record.ledger)


def _note_rivals(lanes: Sequence[Lane], earned: Floats, place: int) -> None:
    """What partners that sell for us do for others, into our week; ``earned`` holds what they had before."""
    ours, *rivals = lanes
    week, state = ours.record.weekly[place], ours.memory.state
    own = np.zeros_like(earned)
    add_what_it_sells(state, state, own, ended=True)
    for lane in rivals:
        add_what_it_sells(lane.memory.state, state, earned, ended=True)
        sold = lane.record.weekly[place]
        week[W.rivals_list] += sold[W.list_product] + sold[W.list_solution]
    note_rivals(state, own, earned, week)


def _earned_before(lanes: Sequence[Lane]) -> Floats:
    ours, *rivals = lanes
    earned = np.zeros((len(ours.unnamed), 3, BLOCK))
    for lane in rivals:
        add_what_it_sells(lane.memory.state, ours.memory.state, earned, ended=False)
    return earned
