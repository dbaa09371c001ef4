"""The table ``concentration``: how much of all sales the largest partners make."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.measured import TWENTIETHS, Measured
from sim.experiment.tables.tidy import spread, stacked

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "partners_share": "the largest partners, as a share of all, 0 to 1 in steps of 0.05",
    "sales_share_mean": "part of all sales at list price over the horizon that they make, mean over futures",
    "sales_share_p10": "the same, lower end of the 80 % range over futures",
    "sales_share_p90": "the same, upper end of the 80 % range over futures",
}


def concentration_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per programme and twentieth of the partners, the largest first; in each future its own largest.

    Parameters
    ----------
    measured : by design, today first
    """
    return stacked([_rows(name, one) for name, one in measured.items()])


def _rows(name: str, one: Measured) -> pl.DataFrame:
    steps = TWENTIETHS + 1
    who = {"design": [name] * steps, "partners_share": np.linspace(0.0, 1.0, steps)}
    return pl.DataFrame({**who, **spread("sales_share_", one.largest)})
