"""Verdicts: what the futures allow to be said about a difference."""

from collections.abc import Sequence
from enum import StrEnum
from statistics import NormalDist
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.experiment.outcomes import Direction
from sim.experiment.paired import Difference
from sim.experiment.weekly import Array

FEWEST_FUTURES: Final = 10
"""Fewer futures have no tenth, hence no 80 % range."""

SAMPLING_LIMIT: Final = 0.10
"""Largest sampling error of the mean, in half-widths of the 80 % range, that lets the range speak."""

FALSE_ALARM_SHARE: Final = 0.05
"""Chance of naming an assumption when none matters, over all assumptions together."""


class Verdict(StrEnum):
    """What is said about a difference."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    DEPENDS = "depends"
    TOO_FEW = "too few futures"
    UNCHANGED = "unchanged"
    UNDEFINED = "undefined"


CLEAR: Final = frozenset({Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER, Verdict.LOWER})
"""Verdicts on a difference whose 80 % range is clear of zero."""


def judge(difference: Difference, direction: Direction) -> Verdict:
    """Verdict on a difference.

    Unchanged: no future in the 80 % range moves at all. Better or worse: the 80 % range is clear of zero
    (higher or lower for an outcome without a good way). Too few futures: sampling error still decides.
    Depends: the rest.
    """
    if difference.futures == 0:
        return Verdict.UNDEFINED
    if _is_still(difference):
        return Verdict.UNCHANGED
    if difference.futures < FEWEST_FUTURES:
        return Verdict.TOO_FEW
    if difference.p10 > 0.0 or difference.p90 < 0.0:
        return _side(difference.p10 > 0.0, direction)
    return Verdict.DEPENDS if _is_settled(difference) else Verdict.TOO_FEW


def _is_still(difference: Difference) -> bool:
    if difference.futures < FEWEST_FUTURES:
        return difference.p2_5 == difference.p97_5 == difference.mean == 0.0
    return difference.p10 == difference.p90 == 0.0


def _is_settled(difference: Difference) -> bool:
    return difference.mean_se <= SAMPLING_LIMIT * (difference.p90 - difference.p10) / 2.0


def _side(is_higher: bool, direction: Direction) -> Verdict:
    if direction is Direction.INFORM:
        return Verdict.HIGHER if is_higher else Verdict.LOWER
    return Verdict.BETTER if is_higher == (direction is Direction.HIGHER) else Verdict.WORSE


class Hinge(NamedTuple):
    """The one assumption that a verdict hinges on.

    Attributes
    ----------
    name : of the parameter
    split : its median over the futures, in its unit
    above, below : mean difference of the futures above and below it
    """

    name: str
    split: float
    above: float
    below: float


def deciding_assumption(
    differences: Array, rows: Array, upper: NDArray[np.bool_], names: Sequence[str]
) -> Hinge | None:
    """The one assumption whose upper and lower half flip the sign of the mean difference.

    Halves are split at the median. The contrast between them must stand out against chance, with the level
    shared among all assumptions (Bonferroni); of those that flip, the strongest is named.

    Parameters
    ----------
    differences : one per future; NaN where undefined
    rows : [futures, parameters], the assumptions
    upper : [futures, parameters], whether a future lies in the upper half of an assumption's draws
    names : of the parameters

    Returns
    -------
    the hinge, or None where chance or several assumptions together decide
    """
    known = np.isfinite(differences)
    if not (known.any() and names):
        return None
    contrasts = _flip_strengths(differences[known], upper[known].astype(np.float64))
    strongest = int(np.argmax(contrasts))
    if contrasts[strongest] <= _noticeable(len(names)):
        return None
    half = upper[known, strongest]
    above, below = (float(differences[known][side].mean()) for side in (half, ~half))
    return Hinge(names[strongest], float(np.median(rows[:, strongest])), above, below)


def _flip_strengths(differences: Array, upper: Array) -> Array:
    """Contrast of each assumption's halves, in standard errors if their means differ in sign, else 0."""
    above, below = _half(differences, upper), _half(differences, 1.0 - upper)
    flips = (np.minimum(above.futures, below.futures) > 1.0) & (above.mean * below.mean < 0.0)
    distance, error = np.abs(above.mean - below.mean), np.hypot(above.error, below.error)
    strength = np.divide(distance, error, out=np.full(len(error), np.inf), where=error > 0.0)
    return np.where(flips, strength, 0.0)


class _Half(NamedTuple):
    """Mean difference of one half of the futures for each assumption, and its sampling error."""

    futures: Array
    mean: Array
    error: Array


def _half(differences: Array, belongs: Array) -> _Half:
    count = belongs.sum(axis=0)
    mean = differences @ belongs / np.maximum(count, 1.0)
    squares = (np.square(differences[:, None] - mean) * belongs).sum(axis=0)
    return _Half(count, mean, np.sqrt(squares / np.maximum(count - 1.0, 1.0) / np.maximum(count, 1.0)))


def _noticeable(comparisons: int) -> float:
    return NormalDist().inv_cdf(1.0 - FALSE_ALARM_SHARE / (2.0 * comparisons))
