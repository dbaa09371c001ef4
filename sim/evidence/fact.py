"""What a published fact is here: a statistic per future, what passes, and how a verdict is reached."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, isfinite
from typing import Final, Literal

import numpy as np

from sim.evidence.world import Floats, World

Verdict = Literal["pass", "fail", "other_setting", "not_applicable"]
NORMAL_95: Final = 1.96


@dataclass(frozen=True)
class Fact:
    """A published fact, or one side of it.

    Attributes
    ----------
    name : key of its words in the catalogue
    id : of the published fact, F01 to F62
    source : keys of docs/bibliography.md, or empty where only the setting is known
    measure : statistic of each future: [seeds]; one value where nothing is drawn
    low, high : band for the mean; a bound of 0 beside an infinite one is a sign: all of the 95 % range is on
        that side
    is_quick : belongs to the quick table
    """

    name: str
    id: str
    source: str
    measure: Callable[[World], Floats]
    low: float
    high: float = inf
    is_quick: bool = True

    @property
    def is_sign(self) -> bool:
        """Whether only the sign was published."""
        return (self.low, self.high) in ((0.0, inf), (-inf, 0.0))


@dataclass(frozen=True)
class Measured:
    """A statistic with its range.

    Attributes
    ----------
    mean : over futures
    low, high : its 95 % range; both the mean where nothing is drawn
    """

    mean: float
    low: float
    high: float


def summary(values: Floats) -> Measured:
    """Mean over futures and its 95 % range; NaN where a future has no value.

    Parameters
    ----------
    values : [seeds]
    """
    mean = float(np.mean(values))
    if len(values) < 2:
        return Measured(mean, mean, mean)
    half = NORMAL_95 * float(np.std(values, ddof=1)) / float(np.sqrt(len(values)))
    return Measured(mean, mean - half, mean + half)


def judged(fact: Fact, found: Measured) -> Verdict:
    """Whether the model shows a fact: the mean in its band, or all of the range on the side of its sign."""
    if not isfinite(found.mean):
        return "fail"
    if fact.is_sign:
        return "pass" if (found.low > 0.0 if fact.high == inf else found.high < 0.0) else "fail"
    return "pass" if fact.low <= found.mean <= fact.high else "fail"
