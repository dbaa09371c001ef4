"""Random counts by exact inversion: one uniform number each, counts as float64.

Each count has two forms with the same operations in the same order, so the same bits: a loop that stops when
it is done, and a short form without branches that vectorises and resolves counts below SHORT.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numba import float64

from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, primitive
from sim.kernel.draws import uniform
from sim.kernel.machine import bits_of
from sim.kernel.vmath import exp

SHORT: Final = 6
"""The short forms resolve counts below this number."""

UNRESOLVED: Final = 1e9
"""What a short form returns when it cannot tell the count."""

MEAN_LIMIT: Final = 600.0
"""Poisson means are held at or below this value."""

_ROUNDER: Final = 4503599627370496.0  # 2**52: adding it leaves a count in the low bits
_MANY: Final = 16.0  # trials that the short power ladder cannot climb
_1, _2, _4, _8, _16, _32, _64, _128, _256, _512 = (np.uint64(1 << place) for place in range(10))
_LANES: Final = np.uint64(BLOCK)  # an unsigned index cannot be negative, which would prevent vector loops
_NONE: Final = np.uint64(0)
_ONE: Final = np.uint64(1)
WHOLE: Final = 16
"""Rows of a list are worked on in multiples of this number: whole vectors."""
ROOM: Final = 4 * BLOCK + WHOLE
"""Rows of a list of draws: two stages of two offers, and one more place to write to."""
_NEGLIGIBLE: Final = 1e-18  # a term that no longer changes a cumulated probability


@primitive(float64(float64, float64))
def poisson(u: float, mean: float) -> float:
    """Poisson count: the smallest k whose cumulated probability reaches u.

    Parameters
    ----------
    u
        Uniform number between 0 and 1.
    mean
        Expected count, held at or below 600; below 0 it counts as 0.
    """
    mean = MEAN_LIMIT if mean > MEAN_LIMIT else mean
    term = exp(-mean)
    total = term
    count = 0.0
    while u > total and (count < mean or term > _NEGLIGIBLE):
        count += 1.0
        term *= mean * (1.0 / count)
        total += term
    return count


@primitive(float64(float64, float64))
def poisson_short(u: float, mean: float) -> float:
    """Poisson count without branches; UNRESOLVED when it is SHORT or more."""
    mean = MEAN_LIMIT if mean > MEAN_LIMIT else mean
    term = exp(-mean)
    total = term
    count = 0.0
    for k in (1.0, 2.0, 3.0, 4.0, 5.0):
        count = k if u > total else count
        term *= mean * (1.0 / k)
        total += term
    return UNRESOLVED if u > total else count


@primitive(float64(float64, float64, float64))
def binomial(u: float, count: float, chance: float) -> float:
    """Binomial count: the smallest k whose cumulated probability reaches u.

    Parameters
    ----------
    u
        Uniform number between 0 and 1.
    count
        Number of trials, a whole number from 0 to 1000.
    chance
        Chance of each trial; outside 0 to 1 it counts as 0 or 1.
    """
    swapped = chance > 0.5
    p = 1.0 - chance if swapped else chance
    goal = 1.0 - u if swapped else u
    odds = p / (1.0 - p)
    term = _power(1.0 - p, bits_of(count + _ROUNDER))
    total = term
    hits = 0.0
    middle = count * p
    while goal > total and hits < count and (hits < middle or term > _NEGLIGIBLE):
        term *= odds * (count - hits) * (1.0 / (hits + 1.0))
        hits += 1.0
        total += term
    return count - hits if swapped else hits


@primitive(float64(float64, float64, float64))
def binomial_short(u: float, count: float, chance: float) -> float:
    """Binomial count without branches.

    UNRESOLVED from SHORT hits (misses, if chance > 1/2) and from 16 trials.
    """
    swapped = chance > 0.5
    p = 1.0 - chance if swapped else chance
    goal = 1.0 - u if swapped else u
    odds = p / (1.0 - p)
    term, _ = _short_power(1.0 - p, bits_of(count + _ROUNDER))
    total = term
    hits = 0.0
    for k in (1.0, 2.0, 3.0, 4.0, 5.0):
        hits = k if goal > total else hits
        term *= odds * (count - (k - 1.0)) * (1.0 / k)
        total += term
    hits = count if hits > count else hits
    open_end = ((goal > total) & (count >= SHORT)) | (count >= _MANY)
    return UNRESOLVED if open_end else (count - hits if swapped else hits)


class Draws(NamedTuple):
    """A list of counts to draw, so that work is done for those only that can be above zero."""

    at: Any
    """uint64[ROOM]: place among the partners of a block, offer after offer"""
    key: Any
    """uint64[ROOM]"""
    entity: Any
    """uint64[ROOM]"""
    trials: Any
    """float64[ROOM]"""
    chance: Any
    """float64[ROOM]: chance of each trial, or mean"""
    count: Any
    """float64[ROOM]"""
    open: Any
    """uint64[ROOM]: rows that the short form leaves open"""


def new_draws() -> Draws:
    """An empty list."""
    at, key, entity, left = (np.zeros(ROOM, np.uint64) for _ in range(4))
    trials, chance, count = (np.zeros(ROOM) for _ in range(3))
    return Draws(at, key, entity, trials, chance, count, left)


@inlined
def padded(count: int) -> int:
    """The number of rows to work on: whole vectors; what stands in the last rows is not read."""
    return (count + WHOLE - 1) // WHOLE * WHOLE


@inlined
def list_positive(source: Any, first: int, width: int, at: Any) -> int:
    """List the places in source[first : first + width] that hold more than zero; returns their number."""
    found = np.uint64(0)
    for i in range(np.uint64(width)):
        at[found] = i
        found += _ONE if source[np.uint64(first) + i] > 0.0 else _NONE
    return int(found)


@inlined
def name_draws(draws: Draws, count: int, ids: Any, keys: Any, purpose: int) -> None:
    """Key and entity of every listed draw; purposes of one kind stand in the order of their places."""
    for m in range(count):
        at = draws.at[m]
        draws.key[m] = keys[np.uint64(purpose) + at // _LANES]
        draws.entity[m] = ids[at % _LANES]


@inlined
def pick(source: Any, first: int, draws: Draws, count: int, out: Any) -> None:
    """Copy the listed places of a field."""
    for m in range(count):
        out[m] = source[np.uint64(first) + draws.at[m]]


@inlined
def pick_of_partner(source: Any, first: int, draws: Draws, count: int, out: Any) -> None:
    """Copy a field that a partner has once for all its offers."""
    for m in range(count):
        out[m] = source[np.uint64(first) + draws.at[m] % _LANES]


@inlined
def put(draws: Draws, count: int, target: Any, first: int) -> None:
    """Write the counts to the listed places of a field."""
    for m in range(count):
        target[np.uint64(first) + draws.at[m]] = draws.count[m]


@inlined
def draw_poisson(draws: Draws, count: int) -> None:
    """Poisson counts of a list, means in ``chance``."""
    key, entity, mean, out = draws.key, draws.entity, draws.chance, draws.count
    for m in range(padded(count)):
        out[m] = uniform(key[m], entity[m])
    for m in range(padded(count)):
        out[m] = poisson_short(out[m], mean[m])
    for k in range(_list_open(draws, count)):
        m = draws.open[k]
        out[m] = poisson(uniform(key[m], entity[m]), mean[m])


@inlined
def draw_binomial(draws: Draws, count: int) -> None:
    """Binomial counts of a list."""
    key, entity, trials, chance, out = draws.key, draws.entity, draws.trials, draws.chance, draws.count
    for m in range(padded(count)):
        out[m] = uniform(key[m], entity[m])
    for m in range(padded(count)):
        out[m] = binomial_short(out[m], trials[m], chance[m])
    for k in range(_list_open(draws, count)):
        m = draws.open[k]
        out[m] = binomial(uniform(key[m], entity[m]), trials[m], chance[m])


@inlined
def _list_open(draws: Draws, count: int) -> int:
    left, found = _NONE, np.uint64(0)
    for m in range(padded(count)):
        left |= _ONE if draws.count[m] >= UNRESOLVED else _NONE
    if left == _NONE:
        return 0
    for m in range(np.uint64(count)):
        draws.open[found] = m
        found += _ONE if draws.count[m] >= UNRESOLVED else _NONE
    return int(found)


@inlined
def _short_power(base: float, bits: np.uint64) -> tuple[float, float]:
    """The power by the four lowest bits, and the eighth power, from which a longer ladder goes on."""
    b2 = base * base
    b4 = b2 * b2
    b8 = b4 * b4
    low = _rung(bits, _1, base) * _rung(bits, _2, b2) * _rung(bits, _4, b4) * _rung(bits, _8, b8)
    return low, b8


@inlined
def _power(base: float, bits: np.uint64) -> float:
    low, b8 = _short_power(base, bits)
    b16 = b8 * b8
    b32 = b16 * b16
    b64 = b32 * b32
    middle = low * _rung(bits, _16, b16) * _rung(bits, _32, b32) * _rung(bits, _64, b64)
    b128 = b64 * b64
    b256 = b128 * b128
    return middle * (_rung(bits, _128, b128) * _rung(bits, _256, b256) * _rung(bits, _512, b256 * b256))


@inlined
def _rung(bits: np.uint64, place: np.uint64, power: float) -> float:
    return power if bits & place else 1.0
