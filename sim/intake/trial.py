"""The first simulated year under today's programme, as a table of sales would show it."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.run import PARTNER_TOTALS, Engine, FutureRows
from sim.intake.grid import WEEKS_PER_QUARTER, WEEKS_PER_YEAR, month_edges
from sim.intake.table import Floats
from sim.population.partners import Partners
from sim.schema.market import Market
from sim.schema.programme import Programme

SELLING: Final = PARTNER_TOTALS.index("weeks_selling")


class Some(NamedTuple):
    """Part of the futures of a match."""

    seed: int
    luck_ids: NDArray[np.uint64]
    rows: Floats


class Trial(NamedTuple):
    """One simulated year in several futures.

    Attributes
    ----------
    sales : purchases, ¤ list, shape (futures, weeks, partners)
    won : deals won, same shape
    selling : share of the year's weeks in which a partner is active, mean over futures, shape (partners,)
    """

    sales: Floats
    won: Floats
    selling: Floats

    @property
    def yearly(self) -> Floats:
        """Yearly sales, ¤ list, shape (futures, partners)."""
        return np.asarray(self.sales.sum(axis=1))


def simulate_year(market: Market, today: Programme, partners: Partners, futures: FutureRows) -> Trial:
    """The year from week 0 on, in all futures; the result does not depend on threads.

    Parameters
    ----------
    market, today, partners : as the engine takes them
    futures : the futures
    """
    engine, threads = Engine(market, today, partners), os.cpu_count() or 1

    def work(part: Some) -> tuple[Floats, Floats]:
        run = engine.run(engine.week0(part), today, part, WEEKS_PER_YEAR, with_sales=True)
        return run.sales, run.partner[:, :, SELLING]

    with ThreadPoolExecutor(threads) as pool:
        sales, selling = zip(*pool.map(work, _parts(futures, threads)), strict=True)
    weekly = np.concatenate(sales)
    return Trial(weekly[:, :, 0], weekly[:, :, 1], np.concatenate(selling).mean(axis=0) / WEEKS_PER_YEAR)


def _parts(futures: FutureRows, parts: int) -> Iterator[Some]:
    edges = np.linspace(0, len(futures.rows), min(parts, len(futures.rows)) + 1).astype(int)
    for start, stop in pairwise(edges.tolist()):
        yield Some(futures.seed, futures.luck_ids[start:stop], futures.rows[start:stop])


def window_edges(rhythm_weeks: int, monthly: bool) -> NDArray[np.int64]:
    """First weeks of the windows in which a year's deals make one order, and the end.

    Parameters
    ----------
    rhythm_weeks : of the table's orders; windows are counted back from the year's end
    monthly : the table has one date a month
    """
    if rhythm_weeks > 1:
        return np.arange(WEEKS_PER_YEAR % rhythm_weeks, WEEKS_PER_YEAR + 1, rhythm_weeks)
    return month_edges(12) if monthly else np.arange(WEEKS_PER_YEAR + 1)


def bundled(weekly: Floats, edges: NDArray[np.int64]) -> Floats:
    """Sums over windows, shape (futures, windows, partners)."""
    return np.asarray(np.add.reduceat(weekly[:, : edges[-1]], edges[:-1], axis=1))


def quarters_active(trial: Trial, edges: NDArray[np.int64]) -> Floats:
    """Share of quarters with an order, by partner, mean over futures; an order falls on its window's end."""
    futures, weeks, partners = trial.sales.shape
    placed = np.zeros((futures, weeks, partners), dtype=bool)
    placed[:, edges[1:] - 1] = bundled(trial.sales, edges) > 0.0
    by_quarter = placed.reshape(futures, -1, WEEKS_PER_QUARTER, partners).any(axis=2)
    return np.asarray(by_quarter.mean(axis=(0, 1)))
