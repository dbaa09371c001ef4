"""Predictions of a class, scored against what the futures say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import BY_NAME, OUTCOMES
from sim.experiment.paired import quantiles_over_futures, summarise
from sim.experiment.weekly import Array

RANGE: Final = (0.10, 0.90)
FULL: Final = 100.0
"""Points of a prediction that could not be better."""


@dataclass(frozen=True)
class Quarters:
    """Difference of a design to today, quarter by quarter.

    Attributes
    ----------
    mean, low, high : [quarters], mean and 80 % range over futures of a quarter's mean, in the outcome's unit
    """

    mean: Array
    low: Array
    high: Array


def quarters_of(result: Comparison, design: str, outcome: str) -> Quarters:
    """Difference of an outcome to today in every full quarter.

    Parameters
    ----------
    result : with the design
    design : its name
    outcome : key of ``outcomes.OUTCOMES`` whose weeks are levels

    Raises
    ------
    KeyError : no such design
    """
    place = [known.name for known in OUTCOMES].index(outcome)
    path, before = (result.measured[name].series[:, :, place] for name in (design, result.today))
    apart = path - before
    count = apart.shape[1] // WEEKS_PER_QUARTER
    by_quarter = apart[:, : count * WEEKS_PER_QUARTER].reshape(len(apart), count, WEEKS_PER_QUARTER)
    mean, low, high = quantiles_over_futures(by_quarter.mean(axis=2), RANGE)
    return Quarters(mean, low, high)


def both_ways(result: Comparison, design: str, outcome: str) -> tuple[float, float]:
    """Shares of futures in which a design does better, and worse, than today; equal ones are neither.

    Parameters
    ----------
    result : with the design
    design : its name
    outcome : key of ``outcomes.BY_NAME``

    Raises
    ------
    KeyError : no such design or outcome
    """
    measure, difference = BY_NAME[outcome], result.findings[design][outcome].difference
    tried, before = (
        result.measured[name].values[:, OUTCOMES.index(measure)] for name in (design, result.today)
    )
    return difference.better_share, summarise(before - tried, measure.direction.sign).better_share


def choice_score(better_share: float, worse_share: float, says: str) -> float:
    """Points of a chosen sentence, 0 to 100: the share of futures in which it comes true.

    Who says that it depends gets all points where as many futures are better as are worse, and none where
    all go one way. A future in which nothing changes makes neither better nor worse come true.

    Parameters
    ----------
    better_share, worse_share : futures in which the design does better and worse than today, 0 to 1
    says : better, worse or depends

    Raises
    ------
    KeyError : says something else
    """
    split = 1.0 - abs(better_share - worse_share)
    return FULL * {"better": better_share, "worse": worse_share, "depends": split}[says]


def line_score(drawn: Sequence[float], found: Quarters) -> float:
    """Points of a drawn line, 0 to 100: the mean over its quarters.

    A point inside the 80 % range counts in full. Outside it counts the less, the farther it lies from the
    range; at the range's own width away it counts nothing.

    Parameters
    ----------
    drawn : difference to today in each quarter, in the outcome's unit
    found : what the futures say

    Raises
    ------
    ValueError : more or fewer points than quarters
    """
    if len(drawn) != len(found.mean):
        raise ValueError(f"{len(drawn)} points for {len(found.mean)} quarters")
    points = np.asarray(drawn, dtype=np.float64)
    away = np.maximum(np.maximum(found.low - points, points - found.high), 0.0)
    width = found.high - found.low
    lost = np.divide(away, width, out=np.where(away > 0.0, 1.0, 0.0), where=width > 0.0)
    return float(FULL * np.mean(1.0 - np.minimum(lost, 1.0)))


def inside(drawn: Sequence[float], found: Quarters) -> int:
    """How many points of a drawn line lie inside the 80 % range."""
    points = np.asarray(drawn, dtype=np.float64)
    return int(np.sum((points >= found.low) & (points <= found.high)))
