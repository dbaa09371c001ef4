"""F12: where the next quota follows this result, effort is lower."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, planned, sellers, total
from sim.evidence.world import Floats, World

WEIGHTS: Final = (0.0, 0.1, 0.5)
"""Of this result in the next quota, as sellers expect it."""
FROM, RATE = 0.5, 0.10


def dampening(world: World) -> Floats:
    """The larger of both changes of log effort from one weight to the next."""
    here, efforts = sellers(world), []
    plan = planned(here.today, "incremental", [(FROM, RATE)])
    for weight in WEIGHTS:
        minding = here.assuming(target_memory_share=weight, foresight_share=1.0)
        efforts.append(np.log(total(after(minding, plan), W.share_sum)))
    return np.asarray(np.maximum(efforts[1] - efforts[0], efforts[2] - efforts[1]), dtype=np.float64)


FACTS: Final = (Fact("ratchet", "F12", "weitzman-1980, chung-hbr-2015", dampening, -inf, 0.0),)
