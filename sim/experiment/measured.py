"""What is kept of a run: outcomes, accounts, paths and sums over partners, small enough to stay in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.experiment.outcomes import ACCOUNTS, OUTCOMES
from sim.experiment.weekly import Array, Weekly
from sim.schema.market import SEGMENTS

BATCH: Final = 5
"""Futures are added up in batches, then the batches: chunks of whole batches leave no trace in a sum."""
SALES: Final = "list_sales"
"""The total by which partners are large or small."""
TWENTIETHS: Final = 20
"""Steps in which partners are taken, the largest first, to see how sales concentrate."""


@dataclass(frozen=True)
class Measured:
    """What is kept of one design.

    Attributes
    ----------
    values : [futures, outcomes]
    accounts : [futures, accounts], ¤ over the horizon
    series : [futures, weeks, outcomes]
    partners : [partners, totals], means over futures
    segments : [futures, segments, totals], sums over the partners of each of ``SEGMENTS``
    largest : [futures, twentieths + 1], part of all sales that the largest 0, 5, ... 100 % of partners make
    """

    values: Array
    accounts: Array
    series: Array
    partners: Array
    segments: Array
    largest: Array


class Piece(NamedTuple):
    """What is kept of one design in some futures; ``batches`` are partners' totals, each of a batch."""

    values: Array
    accounts: Array
    series: Array
    segments: Array
    largest: Array
    batches: Array


def reduced(
    weekly: Array, partner: Array, columns: Mapping[str, int], segment: NDArray[np.int64], sales: int
) -> Piece:
    """Keep of a run what is measured.

    Parameters
    ----------
    weekly : [futures, weeks, columns]
    partner : [futures, partners, totals]
    columns : position of each weekly column
    segment : [partners], position of each partner's segment in ``SEGMENTS``
    sales : position of sales at list price among the totals

    Raises
    ------
    ArithmeticError : the run gave numbers that are not finite
    """
    _see_that_all_is_defined(weekly, columns)
    sums = Weekly(weekly, columns)
    return Piece(
        np.stack([outcome.value(sums) for outcome in OUTCOMES], axis=-1),
        np.stack([series(sums).sum(axis=1) for series in ACCOUNTS.values()], axis=-1),
        np.stack([outcome.series(sums) for outcome in OUTCOMES], axis=-1),
        _by_segment(partner, segment),
        of_the_largest(partner[:, :, sales]),
        np.stack([partner[start : start + BATCH].sum(axis=0) for start in range(0, len(partner), BATCH)]),
    )


def assembled(pieces: Sequence[Piece], futures: int) -> Measured:
    """Pieces of one design put together in the order of the futures.

    Parameters
    ----------
    pieces : of consecutive futures
    futures : how many in all
    """
    values, accounts, series, segments, largest, batches = (
        np.concatenate(kind) for kind in zip(*pieces, strict=True)
    )
    return Measured(values, accounts, series, batches.sum(axis=0) / futures, segments, largest)


def of_the_largest(sales: Array) -> Array:
    """Part of all sales that the largest partners make: [futures, twentieths + 1], from none to all of them.

    A twentieth that ends within a partner takes as much of its sales.

    Parameters
    ----------
    sales : [futures, partners], ¤, none negative; a future without any gives NaN
    """
    count = sales.shape[1]
    sums = np.zeros((len(sales), count + 1))
    np.cumsum(-np.sort(-sales, axis=1), axis=1, out=sums[:, 1:])
    ends = np.linspace(0.0, count, TWENTIETHS + 1)
    below = np.minimum(ends.astype(np.int64), count - 1)
    part = sums[:, below] + (ends - below) * (sums[:, below + 1] - sums[:, below])
    whole = sums[:, -1:]
    found: Array = np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0.0)
    return found


def _by_segment(partner: Array, segment: NDArray[np.int64]) -> Array:
    order = np.argsort(segment, kind="stable")
    present, starts = np.unique(segment[order], return_index=True)
    sums = np.zeros((len(partner), len(SEGMENTS), partner.shape[2]))
    for future, totals in enumerate(partner):
        sums[future, present] = np.add.reduceat(totals[order], starts, axis=0)
    return sums


def _see_that_all_is_defined(values: Array, columns: Mapping[str, int]) -> None:
    if np.isfinite(values).all():
        return
    broken = [name for name, place in columns.items() if not np.isfinite(values[:, :, place]).all()]
    raise ArithmeticError(f"a run gave undefined numbers for {', '.join(broken)}")
