"""Who talks with whom: a small world inside each segment, made of pairs so that it never depends on order."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.kernel.draws import Key, Purpose, name_number, stream_key, uniform
from sim.schema.market import SEGMENTS, Market

Integers = NDArray[np.int64]

ROUNDS: Final = 60
"""Steps of the power method."""
STABLE: Final = 0.6
"""Largest product of spectral radius and retelling at which hearsay dies out quickly."""


def small_world(market: Market, ids: Integers, segment: Integers, seed: int = 1) -> Integers:
    """Neighbours of every partner: int64[partners, most neighbours], filled up with -1.

    Each partner knows the next ones of its segment, half of its acquaintances on either side; some of these
    are exchanged for anybody of the segment. Acquaintance is mutual.

    Parameters
    ----------
    market : number of acquaintances by segment, and how many of them lie far away
    ids : numbers of the partners, in their order
    segment : index into ``SEGMENTS`` of each
    seed : picks another draw
    """
    known: list[set[int]] = [set() for _ in ids]
    keys = [stream_key(seed, 0, 0, name_number(what), int(Purpose.POPULATION)) for what in ("far", "whom")]
    for place, name in enumerate(SEGMENTS):
        here = np.flatnonzero(segment == place)
        for near in range(1, 1 + round(market.segments[name].graph_degree / 2)):
            _acquaint(known, here, near, ids, market.rewiring_share, keys)
    return _table(known)


def _acquaint(
    known: list[set[int]], here: Integers, near: int, ids: Integers, far_share: float, keys: list[Key]
) -> None:
    """Let every partner of a segment meet the one so many places on, or somebody else."""
    count = len(here)
    for place, one in enumerate(here.tolist() if count > 1 else []):
        number = int(ids[one]) * 64 + near
        other = int(here[(place + near) % count])
        if uniform(keys[0], number) < far_share:
            other = int(here[min(int(uniform(keys[1], number) * count), count - 1)])
        if other != one:
            known[one].add(other)
            known[other].add(one)


def _table(known: list[set[int]]) -> Integers:
    most = max((len(others) for others in known), default=0)
    table = np.full((len(known), max(most, 1)), -1, dtype=np.int64)
    for place, others in enumerate(known):
        table[place, : len(others)] = sorted(others)
    return table


def spectral_radius(neighbours: Integers) -> float:
    """How much hearsay grows in a week if everything heard is told on: largest eigenvalue of the graph.

    neighbours : table of ``small_world``
    """
    if not np.any(neighbours >= 0):
        return 0.0
    level, growth = np.ones(len(neighbours) + 1), 0.0
    for _ in range(ROUNDS):
        level[-1] = 0.0
        reached = level[:-1] + np.sum(level[neighbours], axis=1)
        growth = float(np.max(reached))
        level = np.append(reached / growth, 0.0)
    return growth - 1.0
