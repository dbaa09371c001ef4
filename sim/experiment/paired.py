"""Paired differences: a design less today, future by future."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan

import numpy as np
from numpy.typing import NDArray

from sim.experiment.weekly import Array


@dataclass(frozen=True)
class Difference:
    """What the futures say about one difference, in the unit of its outcome.

    Attributes
    ----------
    mean : over the futures in which both sides are defined
    p2_5, p10, p90, p97_5 : ``quantiles`` over futures; p10 to p90 is the 80 % range
    mean_se : sampling error of the mean; NaN with a single future
    better_share : share of futures in which the design is strictly better (higher, where no way is better)
    futures : how many futures are counted
    """

    mean: float
    p2_5: float
    p10: float
    p90: float
    p97_5: float
    mean_se: float
    better_share: float
    futures: int

    @property
    def strength(self) -> float:
        """Size of the mean in half-widths of the 80 % range; infinite where all futures agree."""
        half_width = (self.p90 - self.p10) / 2.0
        return abs(self.mean) / half_width if half_width > 0.0 else inf


def summarise(differences: Array, sign: float = 1.0) -> Difference:
    """Summary of the paired differences of one outcome.

    Parameters
    ----------
    differences : one per future; NaN where one side is undefined
    sign : +1 where higher is better, -1 where lower is better
    """
    known = differences[np.isfinite(differences)]
    if not len(known):
        return Difference(nan, nan, nan, nan, nan, nan, nan, 0)
    return _summaries(known[None], np.array([sign]))[0]


def summarise_each(differences: Array, signs: Sequence[float]) -> list[Difference]:
    """Summaries of the paired differences of several outcomes.

    Parameters
    ----------
    differences : [futures, outcomes]; NaN where one side is undefined
    signs : one per outcome, as in ``summarise``
    """
    rows, each_sign = np.ascontiguousarray(differences.T), np.array(signs)
    whole = np.all(np.isfinite(rows), axis=1)
    of_whole = iter(_summaries(rows[whole], each_sign[whole]))
    return [
        next(of_whole) if is_whole else summarise(row, sign)
        for is_whole, row, sign in zip(whole.tolist(), rows, signs, strict=True)
    ]


def _summaries(rows: Array, signs: Array) -> list[Difference]:
    """Summary of each row, in which all is defined."""
    count = rows.shape[1]
    ends = quantiles(rows, (0.025, 0.10, 0.90, 0.975), axis=1)
    error = rows.std(axis=1, ddof=1) / np.sqrt(count) if count > 1 else np.full(len(rows), nan)
    better = np.mean(signs[:, None] * rows > 0.0, axis=1)
    figures = (rows.mean(axis=1), *ends, error, better)
    return list(map(Difference, *(figure.tolist() for figure in figures), [count] * len(rows)))


def standard_error(values: Array) -> float:
    """Sampling error of the mean; NaN for a single value."""
    return float(values.std(ddof=1) / np.sqrt(len(values))) if len(values) > 1 else nan


def quantiles(values: Array, shares: tuple[float, ...], axis: int = 0) -> Array:
    """Values below which a further future lies with these chances, however few futures there are.

    Of n values the k-th smallest is the quantile k / (n + 1), and between two of them the line is straight; a
    share beyond the smallest or largest gives that one. The usual rule, whose ends are the smallest and the
    largest, is too narrow for few futures: of ten, its 80 % range holds 67 % of further ones.

    Parameters
    ----------
    values : all defined
    shares : 0 to 1
    axis : of the futures

    Returns
    -------
    [shares, ...], without the axis of the futures
    """
    found: Array = np.quantile(values, shares, axis=axis, method="weibull")
    return found


def quantiles_over_futures(values: Array, shares: tuple[float, ...]) -> tuple[Array, ...]:
    """Mean and ``quantiles`` over the futures in which a week is defined.

    Parameters
    ----------
    values : [futures, weeks]; NaN where undefined
    shares : of the quantiles, 0 to 1

    Returns
    -------
    mean and one array per share, each [weeks]; NaN where no future is defined
    """
    ordered = np.sort(values.T, axis=1)  # undefined ones come last
    if np.isfinite(ordered[:, -1]).all():
        defined = np.full(len(ordered), ordered.shape[1])
        return values.mean(axis=0), *(_quantile(ordered, defined, share) for share in shares)
    defined = np.isfinite(values).sum(axis=0)
    total = np.where(np.isfinite(values), values, 0.0).sum(axis=0)
    mean = np.where(defined > 0, total / np.maximum(defined, 1), np.nan)
    return mean, *(_quantile(ordered, defined, share) for share in shares)


def _quantile(ordered: Array, defined: NDArray[np.intp], share: float) -> Array:
    last = np.maximum(defined - 1, 0)
    place = np.clip(share * (defined + 1) - 1.0, 0.0, last)
    below = np.floor(place).astype(np.intp)
    above = np.minimum(below + 1, last)
    weeks = np.arange(len(ordered))
    low, high = ordered[weeks, below], ordered[weeks, above]
    found: Array = low + (place - below) * (high - low)
    return found
