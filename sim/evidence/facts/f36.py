"""F36, F37: the best fifth of partners makes most of the revenue; more so counted over all enrolled."""

from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.moments import top_share
from sim.evidence.world import YEAR, Floats, World


def yearly(world: World) -> Floats:
    """Sales of a year of today's programme: [seeds, partners]."""
    sales = world.stand().run(weeks=YEAR, with_sales=True).sales
    return np.asarray(sales[:, :, 0].sum(axis=1), dtype=np.float64)


def among_active(world: World) -> Floats:
    """Share of the best fifth of those who sold."""
    return np.array([top_share(row[row > 0.0]) for row in yearly(world)])


def among_enrolled(world: World) -> Floats:
    """Share of the best fifth of all enrolled."""
    return np.array([top_share(row) for row in yearly(world)])


FACTS: Final = (
    Fact("top_of_active", "F36", "mccarthy-winer-2019", among_active, 0.60, 0.85),
    Fact("top_of_enrolled", "F37", "", among_enrolled, 0.75, 0.97),
)
