"""F40: enrolled is not active."""

from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.facts.f36 import yearly
from sim.evidence.world import Floats, World


def active_share(world: World) -> Floats:
    """Share of enrolled partners with a deal within a year."""
    return np.asarray(np.mean(yearly(world) > 0.0, axis=1), dtype=np.float64)


FACTS: Final = (Fact("enrolled_active", "F40", "", active_share, 0.25, 0.60),)
