"""F33: strong sellers hardly react to how near a reward is, and earn most of the rewards."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.evidence.fact import Fact
from sim.evidence.protocol import SETTLE, Setting, after, bonus, sellers, thirds
from sim.evidence.world import Floats, World, column

COMMON: Final = Setting(deals=8.0, quota=1.25, common=True)
QUOTA_SHARE: Final = 0.05
LOOK: Final = SETTLE + 10
"""Week in which nearness and effort are looked at: three weeks before a quarter ends."""


def steepness(world: World) -> Floats:
    """Slope of effort in nearness among the strongest third, less half of that in the middle third."""
    here = sellers(world, COMMON)
    size = here.engine.partners.size
    runs = [here.run(plan, LOOK, smoothly=True) for plan in (bonus(here.today, QUOTA_SHARE), None)]
    efforts = [column(run, S.share_p, size) + column(run, S.share_s, size) for run in runs]
    near = -np.abs(1.0 - column(runs[1], S.period, size) / column(runs[1], S.target, size))
    change = np.log(efforts[0] / efforts[1])
    _, middle, top = (group > 0.0 for group in thirds(here))
    return np.array(
        [
            _slope(near[i][top], change[i][top]) - 0.5 * _slope(near[i][middle], change[i][middle])
            for i in range(world.seeds)
        ]
    )


def _slope(one: Floats, other: Floats) -> float:
    return float(np.polyfit(one, other, 1)[0])


def earned_by_top(world: World) -> Floats:
    """Share of all bonuses that the strongest third earns."""
    here = sellers(world, COMMON)
    paid = column(after(here, bonus(here.today, QUOTA_SHARE)), S.total_payout, here.engine.partners.size)
    return np.asarray(paid @ thirds(here)[2] / paid.sum(axis=1), dtype=np.float64)


VIARD: Final = "hartmann-viard-2008"
FACTS: Final = (
    Fact("near_reward", "F33", VIARD, steepness, -inf, 0.0, is_quick=False),
    Fact("rewards_of_top", "F33", VIARD, earned_by_top, 0.60, inf, is_quick=False),
)
