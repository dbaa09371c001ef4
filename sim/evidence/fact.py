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
        that side; 0 twice is a null: the 95 % range holds 0
    is_quick : belongs to the quick table
    is_other_setting : the published size comes from a setting that is not this one: it is shown, not judged
    is_calibration : may be used to set a parameter, and so is no evidence when it passes
    rules_alone : measured on rules without a market, which no variant touches
    """

    name: str
    id: str
    source: str
    measure: Callable[[World], Floats]
    low: float
    high: float = inf
    is_quick: bool = True
    is_other_setting: bool = False
    is_calibration: bool = False
    rules_alone: bool = False

    @property
    def is_sign(self) -> bool:
        """Whether only the sign was published."""
        return (self.low, self.high) in ((0.0, inf), (-inf, 0.0))

    @property
    def is_null(self) -> bool:
        """Whether the published finding is that nothing happens."""
        return self.low == self.high == 0.0


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


def judged(fact: Fact, found: Measured, variant: str = "model") -> Verdict:
    """Whether a world shows a fact: the mean in its band, or all of the range on the side of its sign.

    Parameters
    ----------
    fact : the fact
    found : what the world gave
    variant : of the model; none can touch what was read from rules alone
    """
    if fact.rules_alone and variant != "model":
        return "not_applicable"
    if not isfinite(found.mean):
        return "fail"
    if fact.is_other_setting:
        return "other_setting"
    return "pass" if _holds(fact, found) else "fail"


def _holds(fact: Fact, found: Measured) -> bool:
    if fact.is_sign:
        return found.low > 0.0 if fact.high == inf else found.high < 0.0
    if fact.is_null:
        return found.low <= 0.0 <= found.high
    return fact.low <= found.mean <= fact.high
