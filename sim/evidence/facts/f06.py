"""F06: sales answer to selling effort with an elasticity near a third."""

from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, planned, sellers, total
from sim.evidence.world import Floats, World

RATE: Final = 0.01


def elasticity(world: World) -> Floats:
    """Log change of opportunities over log change of effort, when pay moves effort a little."""
    here = sellers(world)
    more, usual = after(here, planned(here.today, "flat", [(0.0, RATE)])), after(here)
    found = np.log(total(more, W.arrivals) / total(usual, W.arrivals))
    return np.asarray(found / np.log(total(more, W.share_sum) / total(usual, W.share_sum)), dtype=np.float64)


FACTS: Final = (
    Fact(
        "effort_elasticity",
        "F06",
        "albers-mantrala-sridhar-2010",
        elasticity,
        0.20,
        0.45,
        is_calibration=True,
    ),
)
