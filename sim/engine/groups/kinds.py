"""Kinds of arguments that compiled code takes, and the signature of every group of loops."""

from typing import Any, Final

import numba
import numpy as np

from sim.engine.calendar import calendar
from sim.engine.common import Vendorial
from sim.engine.house import House
from sim.engine.loops.deals import Engagement, new_deals
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.kernel.counts import new_draws

_numba: Any = numba
_void: Any = numba.void
_function: Any = numba.types.FunctionType
_named: Any = numba.types.NamedTuple

NUMBER: Final[Any] = numba.float64
WHOLE: Final[Any] = numba.int64
BITS: Final[Any] = numba.uint64
ROW, TABLE, CUBE = NUMBER[::1], NUMBER[:, ::1], NUMBER[:, :, ::1]
KEYS, KEY_TABLE = BITS[::1], BITS[:, ::1]
PLACES, PLACE_TABLE, PLACE_CUBE = WHOLE[::1], WHOLE[:, ::1], WHOLE[:, :, ::1]
NOW: Final = _numba.typeof(calendar(0, 13, 1.0, 1.0))
RULE: Final = _numba.typeof(Engagement(*np.zeros(len(Engagement._fields)).tolist()))
HOUSE: Final = _numba.typeof(House(*np.zeros(len(House._fields)).tolist()))
ALL: Final = _named((NUMBER, NUMBER, NUMBER, RULE, *[NUMBER] * 14, HOUSE), Vendorial)
DRAWS: Final = _numba.typeof(new_draws())
DEALS: Final = _numba.typeof(new_deals())
PARTNERS: Final = ROW, ROW, ROW, ROW
"""State, facts, facts of the future and scratch of a block."""

MEETING: Final = _void(*PARTNERS, KEYS, ROW, ROW, ROW, TABLE, ALL, NOW, KEYS, ROW, WHOLE)
PLANNING: Final = _void(*PARTNERS, *PARTNERS, KEYS, ROW, ROW, TABLE, NOW, NUMBER, ROW, WHOLE)
SELLING: Final = _void(*PARTNERS, KEYS, PLACES, ROW, ROW, ROW, NUMBER, NOW, KEYS, DRAWS, ROW, WHOLE)
CLOSING: Final = _void(*PARTNERS, KEYS, ROW, ROW, ALL, KEY_TABLE, KEYS, DEALS, TABLE, NUMBER)
PAYING: Final = _void(*PARTNERS, ROW, ROW, ROW, TABLE, NOW, ROW, WHOLE)
RELATING: Final = _void(*PARTNERS, KEYS, PLACES, PLACE_TABLE, ROW, ROW, NOW, KEYS, ROW, ROW, ROW, ROW)
JOINING: Final = _void(*PARTNERS, KEYS, ROW, ROW, ALL, NUMBER, KEYS, ROW)
GROUPS: Final = tuple(
    _function(one) for one in (MEETING, PLANNING, SELLING, CLOSING, PAYING, RELATING, JOINING)
)

WEEKS: Final = _void(
    *GROUPS,
    _named((TABLE, KEY_TABLE, PLACE_TABLE, ROW, ROW, PLACE_CUBE), World),
    _named(
        (TABLE, CUBE, WHOLE, WHOLE, WHOLE, WHOLE, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER), Designs
    ),
    _named((ROW, BITS, BITS), Future),
    _named((WHOLE, ROW, ROW, ROW), Weeks),
    _named((TABLE, TABLE, ROW, TABLE, ROW), Memory),
    _named((ROW, *PARTNERS, ROW, ROW, TABLE, ROW, KEYS, KEY_TABLE, ROW, DRAWS, DEALS), Room),
    _named((TABLE, CUBE, CUBE, TABLE), Record),
    WHOLE,
)
"""All weeks of a future: the groups as functions, and the records."""
