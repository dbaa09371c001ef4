"""F18: a bonus steadies orders of exclusive dealers; extra margin above a threshold unsettles shared ones."""

from functools import partial
from math import inf
from typing import Final

import numpy as np

from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import SETTLE, after, beside, bonus, lift, planned, sellers
from sim.evidence.world import QUARTER, Floats, Stand, World
from sim.schema.programme import Programme

LUMP: Final = 0.04
"""Bonus for reaching the quota, share of the quota."""
EXTRA: Final = 0.04
"""Extra margin on all that is sold above the quota."""


def _threshold(today: Programme) -> Programme:
    return planned(today, "incremental", [(1.0, EXTRA)])


def _shared(world: World) -> Stand:
    """Dealers that also sell for a rival that pays extra margin above a threshold of its own."""
    return beside(world, _threshold)


def _unsteady(run: Run) -> Floats:
    """Squared coefficient of variation of a dealer's quarterly orders, mean over dealers: [seeds]."""
    weekly = run.sales[:, SETTLE:, 0]
    seeds, weeks, dealers = weekly.shape
    quarters = weekly.reshape(seeds, weeks // QUARTER, QUARTER, dealers).sum(axis=2)
    mean, variance = quarters.mean(axis=1), quarters.var(axis=1)
    found = np.where(mean > 0.0, variance / np.maximum(mean, 1.0) ** 2, np.nan)
    return np.asarray(np.nanmean(found, axis=1), dtype=np.float64)


def _change(here: Stand, plan: Programme) -> Floats:
    kept = partial(after, here, with_sales=True)
    return np.asarray(_unsteady(kept(plan)) / _unsteady(kept()) - 1.0, dtype=np.float64)


def bonus_mean(world: World) -> Floats:
    """Change of exclusive dealers' orders by a bonus for reaching the quota."""
    here = sellers(world)
    return lift(after(here, bonus(here.today, LUMP), with_sales=True), after(here, with_sales=True))


def bonus_variance(world: World) -> Floats:
    """Change of how unsteady exclusive dealers' orders are, by the same bonus."""
    here = sellers(world)
    return _change(here, bonus(here.today, LUMP))


def threshold_variance(world: World) -> Floats:
    """Change of how unsteady shared dealers' orders are, by extra margin above the quota."""
    here = _shared(world)
    return _change(here, _threshold(here.today))


SOHONI: Final = "sohoni-chopra-2011"
FACTS: Final = (
    Fact("exclusive_bonus", "F18", SOHONI, bonus_mean, 0.0, inf, is_quick=False),
    Fact("exclusive_steadier", "F18", SOHONI, bonus_variance, -inf, 0.0, is_quick=False),
    Fact("shared_unsettled", "F18", SOHONI, threshold_variance, 0.0, inf, is_quick=False),
)
