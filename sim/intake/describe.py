"""Figures by which a simulated year is compared with a table: plain functions of arrays."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.intake.grid import WEEKS_PER_QUARTER

Floats = NDArray[np.float64]


def totals(values: ArrayLike, groups: ArrayLike, count: int) -> Floats:
    """Sum of values by group.

    Parameters
    ----------
    values : amounts, shape (n,)
    groups : group of each, 0 to count - 1, shape (n,)

    Returns
    -------
    sums, shape (count,)
    """
    return np.bincount(np.asarray(groups, np.int64), np.asarray(values, np.float64), count).astype(np.float64)


def lorenz(values: ArrayLike) -> Floats:
    """Share of the smallest 0, 1, ... n values in the sum, shape (n + 1,); negative values count as 0."""
    ordered = np.sort(np.maximum(np.asarray(values, np.float64), 0.0))
    cumulated = np.concatenate([[0.0], np.cumsum(ordered)])
    return np.asarray(cumulated / max(cumulated[-1], np.finfo(float).tiny))


def top_share(values: ArrayLike, top: float = 0.2) -> float:
    """Share of the largest values in the sum, along the Lorenz curve.

    Parameters
    ----------
    values : amounts, at least one positive
    top : share of the population, 0 to 1
    """
    curve = lorenz(values)
    return float(1.0 - np.interp(1.0 - top, np.linspace(0.0, 1.0, curve.size), curve))


def gini(values: ArrayLike) -> float:
    """Gini coefficient, 0 (all equal) to 1 - 1/n (one has all)."""
    curve = lorenz(values)
    return float(1.0 - (curve[1:] + curve[:-1]).mean())


def ranks(values: ArrayLike) -> Floats:
    """Ranks from 1; equal values share their mean rank."""
    _, place, count = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(count) - (count - 1) / 2.0
    return np.asarray(mean_rank[place], np.float64)


def rank_correlation(first: ArrayLike, second: ArrayLike) -> float:
    """Spearman's rank correlation, -1 to 1; 0 where one side has no spread."""
    a, b = ranks(first), ranks(second)
    if a.std() == 0.0 or b.std() == 0.0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def active_quarters(sales: NDArray[np.float64], weeks: int = WEEKS_PER_QUARTER) -> NDArray[np.bool_]:
    """Whether each partner sold anything in each 13 weeks, counted back from the end.

    Parameters
    ----------
    sales : amounts, shape (partners, weeks); returns (negative) do not count as sales

    Returns
    -------
    shape (partners, quarters); weeks before the first whole quarter are left out
    """
    quarters = sales.shape[1] // weeks
    kept = sales[:, sales.shape[1] - quarters * weeks :]
    return np.asarray((kept > 0.0).reshape(-1, quarters, weeks).any(axis=2))


def activity(sales: NDArray[np.float64]) -> float:
    """Share of partners with any sale per 13 weeks, 0 to 1, mean over whole quarters."""
    return float(active_quarters(sales).mean())


def stay_share(active: NDArray[np.bool_]) -> float:
    """P(active next quarter | active), from flags of shape (partners, quarters); nan without cases."""
    before, after = active[:, :-1], active[:, 1:]
    return float((before & after).sum() / before.sum()) if before.any() else float("nan")


def return_share(active: NDArray[np.bool_]) -> float:
    """P(active next quarter | dormant), for partners that were active before; nan without cases."""
    dormant = np.logical_or.accumulate(active, axis=1)[:, :-1] & ~active[:, :-1]
    return float((dormant & active[:, 1:]).sum() / dormant.sum()) if dormant.any() else float("nan")


def late_share(sales: NDArray[np.float64], late_weeks: int) -> float:
    """Share of a quarter's sales in its last weeks, over all whole quarters counted back from the end.

    Parameters
    ----------
    sales : amounts, shape (partners, weeks)
    late_weeks : 1 to 13
    """
    quarters = sales.shape[1] // WEEKS_PER_QUARTER
    by_week = sales.sum(axis=0)[sales.shape[1] - quarters * WEEKS_PER_QUARTER :].reshape(quarters, -1)
    return float(by_week[:, -late_weeks:].sum() / by_week.sum())


def kolmogorov_distance(
    first: ArrayLike,
    second: ArrayLike,
    first_weights: ArrayLike | None = None,
    second_weights: ArrayLike | None = None,
) -> float:
    """Largest gap between two distribution functions, 0 to 1.

    Parameters
    ----------
    first, second : samples, each with at least one value
    first_weights, second_weights : how often each value counts, >= 0; once if not given
    """
    where = np.unique(np.concatenate([np.asarray(first), np.asarray(second)]))
    gap = _distribution(first, first_weights, where) - _distribution(second, second_weights, where)
    return float(np.abs(gap).max())


def _distribution(values: ArrayLike, weights: ArrayLike | None, where: Floats) -> Floats:
    sample = np.asarray(values, np.float64)
    weight = np.ones(sample.size) if weights is None else np.asarray(weights, np.float64)
    order = np.argsort(sample, kind="stable")
    summed = np.concatenate([[0.0], np.cumsum(weight[order])])
    return np.asarray(summed[np.searchsorted(sample[order], where, side="right")] / summed[-1])
