"""The table ``profile``: how a quarter's purchases spread over its weeks."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.measured import Measured
from sim.experiment.outcomes import BY_NAME, OUTCOMES
from sim.experiment.tables.tidy import spread, stacked
from sim.experiment.weekly import quarter_shares

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "week_of_quarter": "week of the quarter, 1 to 13",
    "share_mean": "share of a quarter's purchases, mean over full quarters and futures; 1/13 is even",
    "share_p10": "the same, lower end of the 80 % range over futures",
    "share_p90": "the same, upper end of the 80 % range over futures",
}

PURCHASES: Final = OUTCOMES.index(BY_NAME["last_week_share"])
"""The outcome whose path is purchases."""


def profile_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per programme and week of the quarter.

    Parameters
    ----------
    measured : by design, today first
    """
    return stacked([_rows(name, one) for name, one in measured.items()])


def _rows(name: str, one: Measured) -> pl.DataFrame:
    weeks = {
        "design": [name] * WEEKS_PER_QUARTER,
        "week_of_quarter": np.arange(1, WEEKS_PER_QUARTER + 1),
    }
    return pl.DataFrame({**weeks, **spread("share_", quarter_shares(one.series[:, :, PURCHASES]))})
