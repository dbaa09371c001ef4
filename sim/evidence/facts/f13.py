"""F13: pay beyond the quota sustains strong sellers, a bonus at the quota helps weak ones."""

from math import inf
from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.protocol import Setting, after, bonus, lift_of, planned, sellers, thirds
from sim.evidence.world import Floats, World

COMMON: Final = Setting(deals=8.0, quota=1.25, common=True)
RATE: Final = 0.05
ROUNDING: Final = 0.005
"""Gain by losing a part of the plan that still counts as none."""


def _losses(world: World) -> dict[str, tuple[Floats, ...]]:
    """Change of sales of low, middle and high sellers when a part of the plan is taken away."""
    here = sellers(world, COMMON)
    parts = {
        "accelerator": bonus(here.today, RATE),
        "bonus": planned(here.today, "incremental", [(1.0, RATE)]),
    }
    whole = after(here, planned(here.today, "retroactive", [(1.0, RATE)]), with_sales=True)
    result = {}
    for name, left in parts.items():
        run = after(here, left, with_sales=True)
        result[name] = tuple(lift_of(run, whole, group) for group in thirds(here))
    return result


def losses(world: World) -> dict[str, tuple[Floats, ...]]:
    """The same, measured once."""
    return world.known("parts of a plan", lambda: _losses(world))


def without_accelerator(world: World) -> Floats:
    """What strong sellers lose without pay beyond the quota, less what weak ones lose."""
    low, _, top = losses(world)["accelerator"]
    return low - top


def without_bonus(world: World) -> Floats:
    """What weak sellers lose without the bonus at the quota, less what strong ones lose."""
    low, _, top = losses(world)["bonus"]
    return top - low


def any_gain(world: World) -> Floats:
    """Largest gain of any third by losing a part of the plan."""
    changes = [change for part in losses(world).values() for change in part]
    return np.asarray(np.max(changes, axis=0), dtype=np.float64)


CSS: Final = "chung-steenburgh-sudhir-2014"
FACTS: Final = (
    Fact("accelerator_top", "F13", CSS, without_accelerator, 0.0, inf, is_quick=False),
    Fact("bonus_low", "F13", CSS, without_bonus, 0.0, inf, is_quick=False),
    Fact("no_part_hurts", "F13", CSS, any_gain, -inf, ROUNDING, is_quick=False),
)
