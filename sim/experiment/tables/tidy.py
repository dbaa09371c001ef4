"""What all tables have in common: one observation per row, undefined is null."""

from collections.abc import Callable, Sequence

import numpy as np
import polars as pl

from sim.experiment.paired import quantiles_over_futures
from sim.experiment.weekly import Array


def stacked(pieces: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Pieces of one table, one below the other."""
    return pl.concat(pieces).fill_nan(None)


def of_designs(names: Sequence[str], piece: Callable[[str], pl.DataFrame]) -> pl.DataFrame:
    """A table of the designs without today's programme; empty, with its columns, where there are none.

    Parameters
    ----------
    names : today's programme, then the designs
    piece : name of a design → its rows
    """
    today, *tried = names
    return stacked([piece(name) for name in tried]) if tried else piece(today).clear()


def spread(prefix: str, values: Array) -> dict[str, Array]:
    """Columns ``mean``, ``p10`` and ``p90`` over the first axis of values, flattened.

    Parameters
    ----------
    prefix : put before the names
    values : [futures, ...]; NaN where undefined
    """
    flat = values.reshape(len(values), -1)
    found = quantiles_over_futures(flat, (0.10, 0.90))
    return dict(zip((f"{prefix}mean", f"{prefix}p10", f"{prefix}p90"), found, strict=True))


def repeated(names: Sequence[str], times: int) -> list[str]:
    """Each name, as often as there are rows for it in a block."""
    return list(np.repeat(np.array(names, dtype=object), times))
