"""The table ``weeks``: paths of the outcomes, and of their differences to today."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES, Period, Unit
from sim.experiment.paired import quantiles_over_futures
from sim.experiment.tables.tidy import repeated, stacked
from sim.experiment.weekly import Array

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "outcome": "name of the outcome",
    "week": "week since week 0",
    "mean": "mean over futures, in the outcome's unit per week",
    "p10": "lower end of the 80 % range over futures",
    "p90": "upper end of the 80 % range over futures",
    "difference_mean": "design less today in the same future, mean",
    "difference_p10": "design less today in the same future, lower end of the 80 % range",
    "difference_p90": "design less today in the same future, upper end of the 80 % range",
    "cumulative_mean": "difference summed since week 0, mean; only for amounts over the horizon",
    "cumulative_p2_5": "difference summed since week 0, lower end of the 95 % range",
    "cumulative_p10": "difference summed since week 0, lower end of the 80 % range",
    "cumulative_p90": "difference summed since week 0, upper end of the 80 % range",
    "cumulative_p97_5": "difference summed since week 0, upper end of the 95 % range",
}

RANGE: Final = {"p10": 0.10, "p90": 0.90}
WIDE_RANGE: Final = {"p2_5": 0.025, "p10": 0.10, "p90": 0.90, "p97_5": 0.975}
NAMES: Final = tuple(outcome.name for outcome in OUTCOMES)
SUMMED: Final = tuple(outcome.unit is Unit.MONEY and outcome.period is Period.HORIZON for outcome in OUTCOMES)
"""Whether the weeks of an outcome add up to something."""


def weeks_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design, outcome and week.

    Parameters
    ----------
    measured : by design, today first
    """
    today, *tried = measured
    path = _by_outcome(measured[today].series)
    return stacked([_today(today, path), *(_rows(name, measured[name], path) for name in tried)])


def _by_outcome(series: Array) -> Array:
    """[futures, weeks, outcomes] → [outcomes, weeks, futures], futures side by side in memory."""
    return np.ascontiguousarray(series.transpose(2, 1, 0))


def _today(name: str, path: Array) -> pl.DataFrame:
    """Today's programme: its difference to itself is zero where it is defined."""
    level = _spread("", path, RANGE)
    nothing = 0.0 * level["mean"]
    summed = np.where(np.repeat(SUMMED, path.shape[1]), nothing, np.nan)
    still = {column: nothing for column in COLUMNS if column.startswith("difference")}
    sums = {column: summed for column in COLUMNS if column.startswith("cumulative")}
    return _frame(name, path.shape[1], level | still | sums)


def _rows(name: str, one: Measured, today: Array) -> pl.DataFrame:
    path = _by_outcome(one.series)
    paired = path - today
    summed = _spread("cumulative_", np.cumsum(paired[np.array(SUMMED)], axis=1), WIDE_RANGE)
    columns = _spread("", path, RANGE) | _spread("difference_", paired, RANGE)
    return _frame(name, path.shape[1], columns | {key: _filled(sums) for key, sums in summed.items()})


def _frame(name: str, weeks: int, columns: Mapping[str, Array]) -> pl.DataFrame:
    where = {"outcome": repeated(NAMES, weeks), "week": np.tile(np.arange(weeks), len(NAMES))}
    return pl.DataFrame({"design": [name] * (weeks * len(NAMES)), **where, **columns})


def _spread(prefix: str, path: Array, shares: Mapping[str, float]) -> dict[str, Array]:
    """Mean and quantiles over futures, outcome after outcome and week after week."""
    found = quantiles_over_futures(path.reshape(-1, path.shape[2]).T, tuple(shares.values()))
    return {f"{prefix}{column}": values for column, values in zip(("mean", *shares), found, strict=True)}


def _filled(sums: Array) -> Array:
    """Sums of the outcomes that have them, undefined for the others."""
    weeks = len(sums) // sum(SUMMED)
    column = np.full((len(NAMES), weeks), np.nan)
    column[np.array(SUMMED)] = sums.reshape(-1, weeks)
    return column.ravel()
