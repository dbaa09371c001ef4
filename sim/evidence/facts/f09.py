"""F09: a quota bonus on top of a linear commission raises sales, evenly, and sales may dip when it ends."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import SETTLE, after, bonus, lift, sellers, sold
from sim.evidence.world import QUARTER, Floats, World
from sim.schema.editing import changed

QUOTA_SHARE: Final = 0.03
ENDS: Final = SETTLE + QUARTER
AFTERWARDS: Final = 4


def uplift(world: World) -> Floats:
    """Relative change of sales by a quarterly bonus of three per cent of the quota."""
    here = sellers(world)
    return lift(after(here, bonus(here.today, QUOTA_SHARE)), after(here))


def evenness(world: World) -> Floats:
    """Slope of sellers' log uplift on the log of their usual sales."""
    here = sellers(world)
    more = sold(after(here, bonus(here.today, QUOTA_SHARE), with_sales=True))
    usual = sold(after(here, with_sales=True))
    facts = here.engine.partners.facts
    size = np.log(facts.deals * facts.mean_deal)
    gains = np.log(np.maximum(more, 1.0)) - np.log(np.maximum(usual, 1.0))
    return np.array([np.polyfit(size, gain, 1)[0] for gain in gains])


def afterwards(world: World) -> Floats:
    """Relative change of sales in the four weeks after a bonus that lasted five quarters."""
    here = sellers(world)
    plan = changed(bonus(here.today, QUOTA_SHARE), {"transition.reversed_after_weeks": ENDS})
    ended, usual = (
        run.weekly[:, ENDS : ENDS + AFTERWARDS, W.bought_list].sum(axis=1)
        for run in (after(here, plan), after(here))
    )
    return np.asarray(ended / usual - 1.0, dtype=np.float64)


CHUNG: Final = "chung-narayandas-2017"
FACTS: Final = (
    Fact("bonus_on_top", "F09", CHUNG, uplift, 0.0, inf),
    Fact("bonus_even", "F09", CHUNG, evenness, 0.0, 0.0, is_quick=False),
    Fact("bonus_ended", "F09", CHUNG, afterwards, -inf, 0.0),
)
