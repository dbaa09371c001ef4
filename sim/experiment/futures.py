"""Futures: one row of assumptions and one stream of luck each; all designs run in the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import sqrt
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from sim.experiment.weekly import Array
from sim.kernel.draws import Purpose, fill_uniforms, name_number
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import catalogue

Ids = NDArray[np.uint64]


class Doubt(NamedTuple):
    """Range of one assumption: a triangle over ``low`` to ``high`` with its peak at ``default``."""

    name: str
    low: float
    default: float
    high: float


class Varied(StrEnum):
    """What differs between futures."""

    LUCK = "luck"
    ASSUMPTIONS = "assumptions"
    BOTH = "both"


@dataclass(frozen=True)
class Futures:
    """Futures of an experiment.

    Attributes
    ----------
    seed : of all draws
    ids : [futures]
    luck_ids : [futures], stream of luck of each future; all 0 where only doubt is wanted
    rows : [futures, parameters], the assumptions
    names : of the parameters
    """

    seed: int
    ids: Ids
    luck_ids: Ids
    rows: Array
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def upper(self) -> NDArray[np.bool_]:
        """[futures, parameters]: whether a future lies in the upper half of an assumption's draws."""
        return self.rows > np.median(self.rows, axis=0)

    @cached_property
    def varied(self) -> Varied:
        """What differs between these futures."""
        if (self.rows == self.rows[:1]).all():
            return Varied.LUCK
        return Varied.ASSUMPTIONS if (self.luck_ids == self.luck_ids[:1]).all() else Varied.BOTH

    def part(self, start: int, stop: int) -> Self:
        """The futures from position ``start`` up to ``stop``."""
        here = slice(start, stop)
        return type(self)(self.seed, self.ids[here], self.luck_ids[here], self.rows[here], self.names)

    def assuming(self, name: str, value: float) -> Self:
        """The same futures, each with one assumption at a given value.

        Raises
        ------
        ValueError : no such assumption
        """
        rows = self.rows.copy()
        rows[:, self.names.index(name)] = value
        return type(self)(self.seed, self.ids, self.luck_ids, rows, self.names)


def behaviour_doubts() -> tuple[Doubt, ...]:
    """Range of every parameter of behaviour, in the order of the schema."""
    entries = [(entry.path, entry.meta, entry.default) for entry in catalogue(Behaviour)]
    return tuple(
        Doubt(name, float(meta.low), float(default), float(meta.high))
        for name, meta, default in entries
        if meta is not None and meta.low is not None and meta.high is not None
    )


def draw_futures(
    doubts: Sequence[Doubt], count: int, seed: int, *, luck_only: bool = False, doubt_only: bool = False
) -> Futures:
    """Futures with drawn assumptions; the first k of them are the futures of a run of k.

    Parameters
    ----------
    doubts : range of every assumption; its order does not matter to what is drawn
    count : futures, >= 1
    seed : of all draws
    luck_only : every future holds the default assumptions
    doubt_only : every future has the same luck
    """
    ids = np.arange(count, dtype=np.uint64)
    rows = _defaults(doubts, count) if luck_only else _drawn(doubts, count, seed)
    luck_ids = np.zeros_like(ids) if doubt_only else ids
    return explicit_futures(rows, [doubt.name for doubt in doubts], seed, luck_ids)


def explicit_futures(rows: Array, names: Sequence[str], seed: int, luck_ids: Ids | None = None) -> Futures:
    """Futures with given assumptions, as a sensitivity analysis or a fit to data proposes them.

    Parameters
    ----------
    rows : [futures, parameters]
    names : of the parameters
    seed : of the luck
    luck_ids : stream of luck per future; by default its position
    """
    ids = np.arange(len(rows), dtype=np.uint64)
    return Futures(seed, ids, ids if luck_ids is None else luck_ids, np.ascontiguousarray(rows), tuple(names))


def triangular(u: float, low: float, default: float, high: float) -> float:
    """Value below which a triangular distribution has the share ``u`` (0 to 1)."""
    width = high - low
    if width == 0.0:
        return default
    if u * width < default - low:
        return low + sqrt(u * width * (default - low))
    return high - sqrt((1.0 - u) * width * (high - default))


def _defaults(doubts: Sequence[Doubt], count: int) -> Array:
    return np.tile(np.array([doubt.default for doubt in doubts], dtype=np.float64), (count, 1))


def _drawn(doubts: Sequence[Doubt], count: int, seed: int) -> Array:
    names = np.array([name_number(doubt.name) for doubt in doubts], np.uint64)
    rows = np.empty((count, len(doubts)))
    fill_uniforms(seed, int(Purpose.PARAMETER), names, rows)
    for column, doubt in zip(rows.T, doubts, strict=True):
        column[:] = [triangular(u, doubt.low, doubt.default, doubt.high) for u in column.tolist()]
    return rows
