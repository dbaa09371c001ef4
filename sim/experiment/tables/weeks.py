"""The table ``weeks``: paths of the outcomes, and of their differences to today."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES, Period
from sim.experiment.paired import quantiles_over_futures
from sim.experiment.tables.tidy import repeated, spread, stacked
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
    "cumulative_mean": "difference summed since week 0, mean; only for sums over the horizon",
    "cumulative_p2_5": "difference summed since week 0, lower end of the 95 % range",
    "cumulative_p10": "difference summed since week 0, lower end of the 80 % range",
    "cumulative_p90": "difference summed since week 0, upper end of the 80 % range",
    "cumulative_p97_5": "difference summed since week 0, upper end of the 95 % range",
}

CUMULATIVE: Final = tuple(name for name in COLUMNS if name.startswith("cumulative"))
SUMMED: Final = [place for place, outcome in enumerate(OUTCOMES) if outcome.period is Period.HORIZON]


def weeks_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design, outcome and week."""
    today = next(iter(measured.values())).series
    return stacked([_rows(name, one.series, today) for name, one in measured.items()])


def _rows(name: str, series: Array, today: Array) -> pl.DataFrame:
    _, weeks, outcomes = series.shape
    paired = series - today
    by_outcome = paired.transpose(0, 2, 1)
    return pl.DataFrame(
        {
            "design": [name] * (outcomes * weeks),
            "outcome": repeated([outcome.name for outcome in OUTCOMES], weeks),
            "week": np.tile(np.arange(weeks), outcomes),
        }
        | spread("", series.transpose(0, 2, 1))
        | spread("difference_", by_outcome)
        | _summed(by_outcome)
    )


def _summed(paired: Array) -> dict[str, Array]:
    """Columns of the difference summed since week 0; undefined for what cannot be summed."""
    futures, outcomes, weeks = paired.shape
    sums = np.cumsum(paired[:, SUMMED], axis=2).reshape(futures, -1)
    mean, *ranges = quantiles_over_futures(sums, (0.025, 0.10, 0.90, 0.975))
    columns = {name: np.full((outcomes, weeks), np.nan) for name in CUMULATIVE}
    for column, values in zip(columns.values(), (mean, *ranges), strict=True):
        column[SUMMED] = values.reshape(-1, weeks)
    return {name: column.ravel() for name, column in columns.items()}
