"""F11: a cap takes effort from those near and above it."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import MEASURED, SETTLE, Setting, after, planned, ratio_of_means, sellers, sold
from sim.evidence.world import YEAR, Floats, Stand, World, column

CAP: Final = 1.2
RATE: Final = 0.05
BELOW, BEYOND = (1.15, 1.20), (1.20, 1.25)
FIXED: Final = Setting(deals=8.0, quota=1.0)


def _arms(world: World) -> tuple[Stand, Run, Run]:
    here = sellers(world, FIXED)
    plans = (planned(here.today, "incremental", [(0.0, RATE)], cap=cap, clock="year") for cap in (CAP, 0.0))
    capped, free = (after(here, plan, with_sales=True) for plan in plans)
    return here, capped, free


def effort_of_best(world: World) -> Floats:
    """Log change of the effort of the fifth that sells most against its quota without a cap."""
    here, capped, free = _arms(world)
    size, facts = here.engine.partners.size, here.engine.partners.facts
    reached = sold(free) / (facts.deals * facts.mean_deal)
    best = reached >= np.quantile(reached, 0.8, axis=1)[:, None]
    efforts = [(column(run, S.total_effort, size) * best).sum(axis=1) for run in (capped, free)]
    return np.asarray(np.log(efforts[0] / efforts[1]), dtype=np.float64)


def _bunching(here: Stand, run: Run) -> Floats:
    """Years that end just below the cap over years that end just above it."""
    facts = here.engine.partners.facts
    years = run.sales[:, SETTLE:, 0].reshape(len(run.sales), MEASURED // YEAR, YEAR, -1).sum(axis=2)
    reached = years / (facts.deals * facts.mean_deal * YEAR)
    below, beyond = (
        np.sum((reached >= low) & (reached < high), axis=(1, 2)) for low, high in (BELOW, BEYOND)
    )
    return ratio_of_means(below, beyond)


def bunching(world: World) -> Floats:
    """The same ratio with a cap over its mean without."""
    here, capped, free = _arms(world)
    ratio: Floats = _bunching(here, capped) / _bunching(here, free).mean()
    return ratio


FACTS: Final = (
    Fact("cap_effort", "F11", "chung-hbr-2015", effort_of_best, -inf, 0.0, is_quick=False),
    Fact("cap_bunching", "F11", "chung-hbr-2015", bunching, 1.3, inf, is_quick=False),
)
