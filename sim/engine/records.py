"""What a run is made of: plain records of arrays that both engines take."""

from typing import Any, NamedTuple

import numpy as np

from sim.engine.loops.deals import Deals
from sim.kernel.counts import Draws


class World(NamedTuple):
    """What is the same in every future and design."""

    facts: Any
    """float64[blocks, facts * BLOCK]"""
    ids: Any
    """uint64[blocks, BLOCK]"""
    territory: Any
    """int64[blocks, BLOCK]"""
    territory_list: Any
    """float64[territories]: reference sales per week of the partners active at the start, ¤ list"""
    vend: Any
    """float64[vendor figures]"""
    neighbours: Any
    """int64[blocks, BLOCK, most]: places of the partners that each partner talks with; -1 for none"""


class Designs(NamedTuple):
    """Today's programme and the one that replaces it."""

    levers: Any
    """float64[3, levers]: today's, the new ones, the new ones with no front discount below today's"""
    steps: Any
    """float64[3, steps, step fields]"""
    announce_week: int
    change_week: int
    """first week of the new programme"""
    protected_week: int
    """first week in which nobody keeps old discounts any more"""
    reverse_week: int
    """first week of today's programme again"""
    leaked: float
    """1 when the change is known as a rumour before it is announced"""
    changed_share: float
    """part of the programme that is new"""
    protects: float
    """1 when contracts of those that sell are never ended"""
    ended_below: float
    """contracts of lower tiers are ended when the programme takes effect"""
    invites: float
    """1 when silent partners are asked back on that day"""
    invites_ended: float
    """1 when those whose contract was ended are asked back once the change is taken back"""


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
    desks: Any
    """float64[desks, desk fields]: partner managers"""
    territory_level: Any
    """float64[territories]: partner selling of last week, ¤ list"""


class Room(NamedTuple):
    """Scratch that is used again every week; one per thread."""

    z: Any
    own_x: Any
    """rows in which planning partners are brought together: state, facts, facts of the future, scratch"""
    own_f: Any
    own_d: Any
    own_z: Any
    lanes: Any
    heard: Any
    """float64[blocks * BLOCK]: what is told this week"""
    tales: Any
    """float64[3, blocks * BLOCK]: tales of each kind that are told this week"""
    saturation: Any
    keys: Any
    deal_keys: Any
    levers: Any
    """float64[levers]: the programme as it is carried out this week"""
    draws: Draws
    deals: Deals


class Record(NamedTuple):
    """What a run leaves behind."""

    weekly: Any
    """float64[weeks, weekly sums]"""
    tape: Any
    """float64[weeks, blocks, tape fields * BLOCK], or empty"""
    sales: Any = np.zeros((0, 0, 0))
    """float64[weeks, 2, blocks * BLOCK]: purchases, ¤ list, and deals won; or empty"""
    ledger: Any = np.zeros((0, 9))
    """float64[1 + incidents, 9]: deals that met direct sales, their number in the first row; or empty"""
