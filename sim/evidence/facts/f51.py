"""F51: unfairness amplifies conflict; among the fairly treated it has little effect."""

from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.world import YEAR, Floats, World
from sim.schema.editing import changed

FAIR, UNFAIR = 0.01, 0.15
BAD_RULES: Final = {"direct.rule": "first-come", "direct.enforcement_share": 0.15}


def loss(world: World, unfairness: float) -> Floats:
    """Change of log effort in the third year when a hard deck is dropped.

    Parameters
    ----------
    world : to measure in
    unfairness : mean felt by partners, 0 to 1
    """
    here = world.stand("hard-deck", unfairness=unfairness)
    bad = here.run(changed(here.today, BAD_RULES))
    late = [run.weekly[:, -YEAR:, W.share_sum].sum(axis=1) for run in (bad, here.run())]
    return np.asarray(np.log(late[0] / late[1]), dtype=np.float64)


def fair_over_unfair(world: World) -> Floats:
    """Mean loss among the fairly treated over mean loss among the unfairly treated; one figure."""
    return np.array([np.mean(loss(world, FAIR)) / np.mean(loss(world, UNFAIR))])


FACTS: Final = (
    Fact("unfairness_amplifies", "F51", "samaha-palmatier-dant-2011", fair_over_unfair, -1.0, 1.0 / 3.0),
)
