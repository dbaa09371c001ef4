"""F02: pay in proportion to sales instead of fixed pay raises output, and makes sellers differ more."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import LAG_WEEKS, TO_THE_END, Setting, hired, sold
from sim.evidence.world import Floats, World
from sim.schema.editing import changed

COST_COVERED: Final = 0.10
"""Front discount whose part that is kept pays just what selling costs: nothing is left of it for effort."""
RATE: Final = 0.10
LEVERS: Final = {
    "front.discount_share": (COST_COVERED,) * 4,
    "rebate.shape": "flat",
    "rebate.steps": [{"from_target": 0.0, "rate_share": RATE}],
    "rebate.lag_weeks": LAG_WEEKS,
}


def _arms(world: World) -> tuple[Run, Run]:
    """A piece rate, and the same people on fixed pay."""
    here = hired(world, Setting(), LEVERS)
    fixed = changed(here.today, {"rebate.shape": "none", "rebate.steps": []})
    piece, without = (here.run(plan, TO_THE_END, smoothly=True, with_sales=True) for plan in (None, fixed))
    return piece, without


def uplift(world: World) -> Floats:
    """Output of the same people on a piece rate over that on fixed pay, less 1."""
    piece, fixed = (sold(run).sum(axis=1) for run in _arms(world))
    return np.asarray(piece / fixed - 1.0, dtype=np.float64)


def spread(world: World) -> Floats:
    """Change of the standard deviation of output between people, as a share of mean output on fixed pay."""
    piece, fixed = (sold(run) for run in _arms(world))
    change: Floats = (piece.std(axis=1) - fixed.std(axis=1)) / fixed.mean(axis=1)
    return change


LAZEAR: Final = "lazear-2000"
FACTS: Final = (
    Fact("piece_rate", "F02", LAZEAR, uplift, 0.20, 0.60),
    Fact("piece_rate_spread", "F02", LAZEAR, spread, 0.0, inf),
)
