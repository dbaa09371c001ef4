"""F14: more frequent quotas help weak sellers, hurt strong ones and move them to smaller deals."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import Setting, after, bonus, lift_of, sellers, thirds
from sim.evidence.world import Floats, World, column

HIGH: Final = Setting(deals=8.0, quota=1.5, common=True)
QUOTA_SHARE: Final = 0.05


def _changes(world: World) -> tuple[Floats, Floats, Floats]:
    """From yearly to quarterly quotas, same bonus a year: sales of weak and of strong sellers, solutions."""
    here = sellers(world, HIGH)
    yearly, quarterly = (
        after(here, bonus(here.today, QUOTA_SHARE, clock=clock), with_sales=True)
        for clock in ("year", "quarter")
    )
    low, _, top = thirds(here)
    size = here.engine.partners.size
    solutions = _solutions(quarterly, size, top) - _solutions(yearly, size, top)
    return lift_of(quarterly, yearly, low), lift_of(quarterly, yearly, top), solutions


def _solutions(run: Run, size: int, group: Floats) -> Floats:
    """Share of a group's effort that goes to solutions, the larger deals, at the end."""
    product, solution = (column(run, place, size) @ group for place in (S.share_p, S.share_s))
    return np.asarray(solution / (product + solution), dtype=np.float64)


def _known(world: World) -> tuple[Floats, Floats, Floats]:
    return world.known("more frequent quotas", lambda: _changes(world))


def of_weak(world: World) -> Floats:
    """Change of sales of the weakest third."""
    return _known(world)[0]


def of_strong(world: World) -> Floats:
    """Change of sales of the strongest third."""
    return _known(world)[1]


def large_deals(world: World) -> Floats:
    """Change of the share of the strongest third's effort that goes to solutions."""
    return _known(world)[2]


CNC: Final = "chung-narayandas-chang-2021"
FACTS: Final = (
    Fact("frequent_low", "F14", CNC, of_weak, 0.0, inf, is_quick=False),
    Fact("frequent_top", "F14", CNC, of_strong, -inf, 0.0, is_quick=False),
    Fact("frequent_large_deals", "F14", CNC, large_deals, -inf, 0.0, is_quick=False),
)
