"""F22: a yearly bonus makes sales high at the year's end and low at its start."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import SETTLE, Setting, after, bonus, sellers
from sim.evidence.world import QUARTER, Floats, World

SHORT: Final = Setting(control=0.2)
"""Short cycles: sellers decide the date of few ready deals."""
QUOTA_SHARE: Final = 0.05


def _quarters(run: Run) -> Floats:
    """Log purchases of the four quarters of a year, mean over years: [seeds, 4]."""
    weekly = run.weekly[:, SETTLE:, W.bought_list].reshape(len(run.weekly), -1, 4, QUARTER)
    return np.asarray(np.log(weekly.sum(axis=3)).mean(axis=1), dtype=np.float64)


def _seasons(world: World) -> Floats:
    """Effect of the bonus on each quarter less its mean effect on the two middle ones: [seeds, 4]."""
    here = sellers(world, SHORT)
    effect = _quarters(after(here, bonus(here.today, QUOTA_SHARE, clock="year"))) - _quarters(after(here))
    return np.asarray(effect - effect[:, 1:3].mean(axis=1, keepdims=True), dtype=np.float64)


def last_quarter(world: World) -> Floats:
    """Rise of the last quarter against mid-year."""
    return _seasons(world)[:, 3]


def first_quarter(world: World) -> Floats:
    """Fall of the first quarter against mid-year."""
    return _seasons(world)[:, 0]


def swing(world: World) -> Floats:
    """Last quarter above the first."""
    return last_quarter(world) - first_quarter(world)


OYER: Final = "oyer-1998"
FACTS: Final = (
    Fact("year_end", "F22", OYER, last_quarter, 0.005, 0.06),
    Fact("year_start", "F22", OYER, first_quarter, -0.08, -0.005),
    Fact("year_swing", "F22", OYER, swing, 0.0, inf),
)
