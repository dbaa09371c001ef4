"""The table ``weeks``: paths of the outcomes, and of their differences to today."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES, Outcome, Period, Unit
from sim.experiment.paired import quantiles_over_futures
from sim.experiment.tables.tidy import stacked
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


def weeks_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design, outcome and week.

    Parameters
    ----------
    measured : by design, today first
    """
    names = [outcome.name for outcome in OUTCOMES]
    return stacked([path_table(measured, design, outcome) for design in measured for outcome in names])


def path_table(measured: Mapping[str, Measured], design: str, outcome: str) -> pl.DataFrame:
    """One row per week of one design and outcome.

    Parameters
    ----------
    measured : by design, today first
    design : of these
    outcome : key of ``outcomes.OUTCOMES``
    """
    today = next(iter(measured))
    place = next(place for place, one in enumerate(OUTCOMES) if one.name == outcome)
    path, before = (measured[name].series[:, :, place] for name in (design, today))
    weeks = path.shape[1]
    where = {"design": [design] * weeks, "outcome": [outcome] * weeks, "week": np.arange(weeks)}
    return pl.DataFrame(where | _spread("", path, RANGE) | _against(path, before, OUTCOMES[place]))


def _against(path: Array, before: Array, outcome: Outcome) -> dict[str, Array]:
    """Columns of the difference and of its sum since week 0; against itself a programme is zero."""
    apart = path - before
    found = _spread("difference_", apart, RANGE)
    if outcome.unit is Unit.MONEY and outcome.period is Period.HORIZON:
        return found | _spread("cumulative_", np.cumsum(apart, axis=1), WIDE_RANGE)
    nothing = np.full(path.shape[1], np.nan)
    return found | {f"cumulative_{column}": nothing for column in ("mean", *WIDE_RANGE)}


def _spread(prefix: str, path: Array, shares: Mapping[str, float]) -> dict[str, Array]:
    """Mean and quantiles over futures, week by week; path : [futures, weeks]."""
    found = quantiles_over_futures(path, tuple(shares.values()))
    return {f"{prefix}{column}": values for column, values in zip(("mean", *shares), found, strict=True)}
