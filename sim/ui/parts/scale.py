"""The track of a slider: which values its stops have, and where on it a value lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10, prod
from statistics import fmean
from typing import Final

from sim.schema.fields import Meta

_CROWDED: Final = 0.2  # bands below `high` that end in the first fifth of the bounds leave no room for a hand
_FINE: Final = 10  # stops for each typical step
_PER_BAND: Final = 12  # stops in one word band at most
_NICE: Final = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)
_ROUND: Final = (1.0, 2.0, 5.0, 10.0)
_DAY: Final = 1 / 7  # weeks
_OF_MULTIPLES: Final = 0.01  # written with two digits: a finer stop would read like its neighbour
_DIGITS: Final = 10  # takes away what binary fractions add to a stop


@dataclass(frozen=True)
class Scale:
    """Values of the stops of a slider, rising.

    Parameters
    ----------
    stops : in the lever's unit
    even : the stops are evenly spaced; else the word bands decide
    page : stops that make up one typical step of change
    """

    stops: tuple[float, ...]
    even: bool
    page: int

    def at(self, value: float) -> float:
        """Where a value lies, as a share of the track; a value outside sits at the end."""
        last = len(self.stops) - 1
        right = min(max(bisect_left(self.stops, value), 1), last)
        low, high = self.stops[right - 1], self.stops[right]
        inside = right - 1 + (value - low) / (high - low)
        return min(max(inside / last, 0.0), 1.0)

    def middle(self, numbers: Sequence[float]) -> float:
        """The number that stands for several: the mean, or where sizes span decades the geometric mean."""
        if self.even or min(numbers) <= 0:
            return fmean(numbers)
        return prod(numbers) ** (1 / len(numbers))


def scale_of(meta: Meta) -> Scale:
    """The scale that makes a lever usable.

    Parameters
    ----------
    meta : of a lever with bounds

    Returns
    -------
    even stops of about a tenth of the typical step; where the word bands crowd at the low end, each band gets
    its own even stops

    Raises
    ------
    ValueError : for a lever without bounds
    """
    if meta.low is None or meta.high is None:
        raise ValueError("a choice has no scale")
    if meta.words and meta.words[2] - meta.low <= _CROWDED * (meta.high - meta.low):
        edges = (meta.low, *(edge for edge in meta.words if edge > meta.low), meta.high)
        inner = [stop for low, high in pairwise(edges) for stop in _within(low, high)]
        return Scale((*inner, meta.high), even=False, page=_PER_BAND // 4)
    step = _step(meta)
    stops = _even(meta.low, meta.high, step)
    return Scale(stops, even=True, page=max(round((meta.typical or step) / step), 1))


def _step(meta: Meta) -> float:
    if meta.unit == "weeks":
        return _DAY
    if meta.unit == "deadline weeks":
        return 1.0
    step = _round_up((meta.typical or 1.0) / _FINE, _ROUND)
    return max(step, _OF_MULTIPLES) if meta.unit.startswith("multiple") else step


def _round_up(size: float, allowed: Sequence[float]) -> float:
    power = 10.0 ** floor(log10(size))
    return next(nice for nice in allowed if nice * power >= size * (1 - 1e-9)) * power


def _even(low: float, high: float, step: float) -> tuple[float, ...]:
    count = round((high - low) / step)
    return tuple(round(low + (high - low) * index / count, _DIGITS) for index in range(count + 1))


def _within(low: float, high: float) -> tuple[float, ...]:
    """Stops from `low` on, short of `high`, in the finest round step that divides the band."""
    width = high - low
    size = width / _PER_BAND
    for _ in range(len(_NICE) + 1):
        size = _round_up(size, _NICE)
        if abs(width / size - round(width / size)) < 1e-9:
            return _even(low, high, size)[:-1]
        size *= 1.001
    return _even(low, high, width / _PER_BAND)[:-1]
