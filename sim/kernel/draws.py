"""Keyed random draws: a uniform number is a pure function of what it is for. There is no generator state.

A key belongs to one (seed, future, vendor, week, purpose); a draw to one key and one entity. Every step adds
a number to the state and mixes, with three multiplications, so states that differ in one field share nothing.
"""

import hashlib
from enum import IntEnum
from typing import Final

import numpy as np
from numba import float64, uint64
from numpy.typing import NDArray

from sim.kernel.compile import inlined, phase, primitive
from sim.kernel.machine import number_of

Key = int | np.uint64
"""64 bits without sign, as a Python integer or numpy.uint64."""

_STEP: Final = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_THIRD: Final = np.uint64(0xD6E8FEB86659FD93)
_30, _27, _31, _32, _12 = (np.uint64(bits) for bits in (30, 27, 31, 32, 12))
_ONE_TO_TWO: Final = np.uint64(0x3FF0000000000000)
_BELOW_ONE: Final = 1.0 - 2.0**-53


class Purpose(IntEnum):
    """What a draw decides. Numbers are part of the format: never changed, never reused."""

    ARRIVALS_PRODUCT = 1
    ARRIVALS_SOLUTION = 2
    EARLY_PRODUCT = 3
    EARLY_SOLUTION = 4
    LATE_PRODUCT = 5
    LATE_SOLUTION = 6
    CLOSE_PRODUCT = 7
    CLOSE_SOLUTION = 8
    HOLD_PRODUCT = 9
    HOLD_SOLUTION = 10
    RELEASE_PRODUCT = 11
    RELEASE_SOLUTION = 12
    NEWSLETTER = 13
    CALL = 14
    VISIT = 15
    LOYALTY = 16
    RETURN = 17
    EFFORT_NOISE = 18
    DEAL_SIZE = 19
    DEAL_WIN = 20
    DEAL_REGISTERED = 21
    DEAL_INCIDENT = 22
    DEAL_OUTCOME = 23
    PARAMETER = 24
    POPULATION = 25
    DRIFT = 26
    MARKET = 27
    REVIEW = 28
    COUNCIL = 29
    CONFERENCE = 30
    EVENT = 31
    PRESS = 32
    ROUND_TABLE = 33
    BRIEFING = 34
    PORTAL = 35
    SABOTAGE = 36
    PROMISE = 37
    CRISIS = 38
    EXPOSED = 39
    BUDGET = 40
    MANAGER = 41
    DEAL_QUARREL = 42
    INVITED = 43
    EXIT = 44
    SIGNING = 45
    ABLE = 46
    EASE = 47
    ACTIVATION = 48
    CHIEF = 49
    DISCIPLINE = 50
    REQUEST = 51
    SENSE = 52
    JUDGEMENT = 53
    DEAL_BID = 54


@inlined
def _mix(z: np.uint64) -> np.uint64:
    z = (z ^ (z >> _30)) * _FIRST
    z = (z ^ (z >> _27)) * _SECOND
    z = (z ^ (z >> _31)) * _THIRD
    return z ^ (z >> _32)


@inlined
def _absorb(key: Key, number: Key) -> np.uint64:
    return _mix(np.uint64(key) + np.uint64(number) + _STEP)


@inlined
def _unit(bits: np.uint64) -> float:
    return number_of((bits >> _12) | _ONE_TO_TWO) - _BELOW_ONE


@primitive(uint64(uint64, uint64, uint64, uint64, uint64))
def stream_key(seed: Key, future: Key, vendor: Key, week: Key, purpose: Key) -> Key:
    """Key of all draws for one purpose in one week of one future. All arguments from 0 to 2**64 - 1."""
    return _absorb(_absorb(_absorb(_absorb(_absorb(0, seed), future), vendor), week), purpose)


@primitive(float64(uint64, uint64))
def uniform(key: Key, entity: Key) -> float:
    """Uniform number strictly between 0 and 1 for one entity, a multiple of 2**-53."""
    return _unit(_absorb(key, entity))


@phase()
def fill_uniforms(seed: int, purpose: int, entities: NDArray[np.uint64], out: NDArray[np.float64]) -> None:
    """Write each entity's number in every future, outside of vendors and weeks, to [futures, entities]."""
    for future in range(len(out)):
        key = stream_key(seed, future, 0, 0, purpose)
        for e in range(len(entities)):
            out[future, e] = uniform(key, entities[e])


@primitive(float64(uint64, uint64, uint64))
def deal_uniform(key: Key, entity: Key, index: Key) -> float:
    """Uniform number strictly between 0 and 1 for deal number `index` of one entity."""
    return _unit(_absorb(_absorb(key, entity), index))


def name_number(text: str) -> int:
    """Stable number from 0 to 2**63 - 1 for a name, the same in every process and version."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little") >> 1
