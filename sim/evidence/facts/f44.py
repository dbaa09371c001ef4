"""F44: conflict lowers performance."""

from typing import Final

import numpy as np

from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.world import YEAR, Floats, World, within

OVERLAPPED: Final = 2
"""Segments met by direct sellers: integrators and resellers, the first two of the baseline market."""


def incidents(run: Run, partners: int, weeks: int) -> Floats:
    """Incidents of each partner in the first weeks: [seeds, partners].

    Parameters
    ----------
    run : with its ledger
    partners : in the market
    weeks : that count
    """
    return np.array(
        [
            np.bincount(rows[rows[:, 0] < weeks][:, 1].astype(int), minlength=partners).astype(float)
            for rows in run.ledger
        ]
    )


def conflict_and_growth(world: World) -> Floats:
    """Correlation of incidents per deal with growth of sales, within segment, under weak rules."""
    here = world.stand("weak-rules")
    run = here.run(weeks=2 * YEAR, with_sales=True, with_ledger=True)
    segment = here.engine.partners.segment
    counts = incidents(run, here.engine.partners.size, YEAR)
    sales, won = run.sales[:, :, 0], run.sales[:, :YEAR, 1].sum(axis=1)
    first, second = sales[:, :YEAR].sum(axis=1), sales[:, YEAR:].sum(axis=1)
    growth = np.log(np.maximum(second, 1.0)) - np.log(np.maximum(first, 1.0))
    chosen = (segment < OVERLAPPED) & (first > 0.0) & (second > 0.0) & (won > 0.0)
    rate = counts / (won + 1.0)
    return np.array([within(rate[i], growth[i], segment, chosen[i]) for i in range(world.seeds)])


FACTS: Final = (Fact("conflict_growth", "F44", "eshghi-ray-2021", conflict_and_growth, -0.5, -0.05),)
