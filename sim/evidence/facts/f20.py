"""F20: about half of sellers make their quota, and the median seller is at it."""

from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.protocol import after, sellers
from sim.evidence.world import YEAR, Floats, World

MORE: Final = 1.0
"""Quotas against last year's sales, in a market without growth."""


def _attained(world: World) -> Floats:
    """Sales of the last year against those of the year before: [seeds, sellers]."""
    sales = after(sellers(world), with_sales=True).sales[:, :, 0]
    last, before = sales[:, -YEAR:].sum(axis=1), sales[:, -2 * YEAR : -YEAR].sum(axis=1)
    return np.asarray(last / np.maximum(MORE * before, 1.0), dtype=np.float64)


def making(world: World) -> Floats:
    """Share of sellers at or above last year's sales."""
    return np.asarray(np.mean(_attained(world) >= 1.0, axis=1), dtype=np.float64)


def middle(world: World) -> Floats:
    """Attainment of the median seller."""
    return np.asarray(np.median(_attained(world), axis=1), dtype=np.float64)


FACTS: Final = (
    Fact("making_quota", "F20", "", making, 0.40, 0.65, is_calibration=True),
    Fact("median_attainment", "F20", "", middle, 0.90, 1.10, is_calibration=True),
)
