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
    own_x: Any
    """rows in which planning partners are brought together: state, facts, facts of the future, scratch"""
    own_f: Any
    own_d: Any
    own_z: Any
    lanes: Any
    saturation: Any
    keys: Any
    deal_keys: Any
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
