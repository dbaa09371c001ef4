"""F25: deals pushed at a period's end: more wins, more losses, smaller deals."""

from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.facts.f23 import by_week
from sim.evidence.protocol import after
from sim.evidence.world import Floats, World

ELSEWHERE: Final = slice(2, 11)
"""Weeks of a quarter that are neither first nor last."""


def _last_over_usual(world: World, one: tuple[int, ...], other: tuple[int, ...] = ()) -> Floats:
    """A sum of columns, over another, in the last week of a quarter against the middle weeks."""
    run = after(world.stand())
    weeks = sum((by_week(run, place) for place in one), np.zeros(1))
    if other:
        weeks = weeks / sum((by_week(run, place) for place in other), np.zeros(1))
    return np.asarray(weeks[:, -1] / weeks[:, ELSEWHERE].mean(axis=1), dtype=np.float64)


def wins(world: World) -> Floats:
    """Wins in the last week of a quarter over those of a middle week."""
    return _last_over_usual(world, (W.won,))


def win_rate(world: World) -> Floats:
    """Share of decided deals that are won, the same."""
    return _last_over_usual(world, (W.won,), (W.won, W.lost, W.taken))


def deal_size(world: World) -> Floats:
    """List value of a won deal, the same."""
    return _last_over_usual(world, (W.list_product, W.list_solution), (W.won,))


FACTS: Final = (
    Fact("rush_wins", "F25", "insidesales-2017", wins, 1.5, 5.0),
    Fact("rush_win_rate", "F25", "insidesales-2017", win_rate, 0.3, 0.8),
    Fact("rush_size", "F25", "insidesales-2017", deal_size, 0.6, 0.95),
)
