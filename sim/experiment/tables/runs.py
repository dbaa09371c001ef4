"""The table ``runs``: every outcome of every run."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.tables.tidy import stacked
from sim.experiment.weekly import Array

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "future": "number of the future, the same one for all designs",
    **{outcome.name: f"{outcome.unit}, {outcome.period}" for outcome in OUTCOMES},
}


def runs_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design and future, one column per outcome."""
    return stacked([_rows(name, one.values) for name, one in measured.items()])


def _rows(name: str, values: Array) -> pl.DataFrame:
    columns = {outcome.name: values[:, place] for place, outcome in enumerate(OUTCOMES)}
    return pl.DataFrame({"design": [name] * len(values), "future": np.arange(len(values)), **columns})
