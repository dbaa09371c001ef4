"""When bookings alone would show what a design does: against the usual ups and downs of a quarter."""

from typing import Final

import numpy as np
from scipy.signal import detrend

from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import BY_NAME, OUTCOMES
from sim.experiment.weekly import Array

BOOKINGS: Final = OUTCOMES.index(BY_NAME["revenue"])
STANDS_OUT: Final = 1.28
"""Standard deviations that one quarter in five leaves by chance, up or down (normal law)."""
FEWEST: Final = 4
"""Quarters without which ups and downs cannot be told from a trend."""
TREND: Final = 2
"""Figures of the straight line that is taken away."""


def visible_from(result: Comparison, design: str) -> Array:
    """Quarter after which the bookings of a future have shown the design: [futures].

    It is the second of the first two quarters in a row in which revenue differs from today's by more than
    its usual ups and downs, which are what today's quarters do around a straight line in the same future.
    The first quarter is 1; NaN where that never happens, or the horizon has too few full quarters.

    Parameters
    ----------
    result : with the design
    design : its name

    Raises
    ------
    KeyError : no such design
    """
    tried, today = (
        _quarters(result.measured[name].series[:, :, BOOKINGS]) for name in (design, result.today)
    )
    if today.shape[1] < FEWEST:
        return np.full(len(today), np.nan)
    around = detrend(today, axis=1)
    noise = np.sqrt(np.sum(around**2, axis=1, keepdims=True) / (today.shape[1] - TREND))
    outside = np.abs(tried - today) > STANDS_OUT * noise
    twice = outside[:, :-1] & outside[:, 1:]
    return np.where(twice.any(axis=1), twice.argmax(axis=1) + 2.0, np.nan)


def _quarters(weeks: Array) -> Array:
    count = weeks.shape[1] // WEEKS_PER_QUARTER
    quarters: Array = weeks[:, : count * WEEKS_PER_QUARTER].reshape(len(weeks), count, -1).sum(axis=2)
    return quarters
