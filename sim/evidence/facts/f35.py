"""F35: better terms by tier and a reward on every deal both add to sales, almost independently."""

from math import inf
from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.protocol import after, lift, planned, ratio_of_means
from sim.evidence.world import Floats, World
from sim.schema.editing import changed

TIERS: Final = (0.30, 0.32, 0.34, 0.36)
"""Discounts by tier, from 30 per cent for everybody."""
RATE: Final = 0.04


def _effects(world: World) -> tuple[Floats, Floats, Floats]:
    """Effects of tiers and of the reward alone, and what both together add to their sum."""
    here = world.stand("flat-margin")
    tiered = changed(here.today, {"front.discount_share": TIERS})
    plans = tiered, planned(here.today, "flat", [(0.0, RATE)]), planned(tiered, "flat", [(0.0, RATE)])
    tiers, reward, both = (np.log1p(lift(after(here, plan), after(here))) for plan in plans)
    return tiers, reward, both - tiers - reward


def _known(world: World) -> tuple[Floats, Floats, Floats]:
    return world.known("tiers and reward", lambda: _effects(world))


def of_tiers(world: World) -> Floats:
    """Log effect of tiers on purchases."""
    return _known(world)[0]


def of_reward(world: World) -> Floats:
    """Log effect of the reward on purchases."""
    return _known(world)[1]


def interaction(world: World) -> Floats:
    """What both together add to their sum, over the effect that is smaller on average."""
    tiers, reward, joint = _known(world)
    return ratio_of_means(joint, tiers if tiers.mean() < reward.mean() else reward)


KOPALLE: Final = "kopalle-2012"
FACTS: Final = (
    Fact("tiers_add", "F35", KOPALLE, of_tiers, 0.0, inf),
    Fact("rewards_add", "F35", KOPALLE, of_reward, 0.0, inf),
    Fact("tiers_and_rewards", "F35", KOPALLE, interaction, -0.5, 0.5),
)
