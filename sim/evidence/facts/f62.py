"""F62: a reward on one of two substitute tasks takes effort from the other."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.evidence.fact import Fact
from sim.evidence.protocol import after
from sim.evidence.world import Floats, World, column
from sim.schema.editing import changed

RATE: Final = 0.04


def crowded_out(world: World) -> Floats:
    """Log change of effort for products when solutions are rewarded."""
    here = world.stand()
    runs = after(here, changed(here.today, {"rewards.solution_share": RATE})), after(here)
    with_it, without = (column(run, S.share_p, here.engine.partners.size).sum(axis=1) for run in runs)
    return np.asarray(np.log(with_it / without), dtype=np.float64)


FACTS: Final = (Fact("crowding_out", "F62", "holmstrom-milgrom-1991", crowded_out, -inf, 0.0),)
