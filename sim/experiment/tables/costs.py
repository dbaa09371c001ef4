"""The table ``costs``: which accounts a difference in net contribution comes from."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from sim.experiment.measured import Measured
from sim.experiment.outcomes import ACCOUNTS
from sim.experiment.tables.tidy import of_designs, spread

COLUMNS: Final = {
    "design": "name of the design; today's programme is not among them",
    "account": "account of net contribution",
    "today": "¤ over the horizon under today's programme, mean over futures, sign as in net contribution",
    "amount": "¤ over the horizon under the design, mean over futures, sign as in net contribution",
    "difference_mean": "design less today, mean; all accounts add up to that of net contribution",
    "difference_p10": "design less today in the same future, lower end of the 80 % range",
    "difference_p90": "design less today in the same future, upper end of the 80 % range",
}


def costs_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design and account.

    Parameters
    ----------
    measured : by design, today first
    """
    today = next(iter(measured.values())).accounts

    def piece(name: str) -> pl.DataFrame:
        accounts = measured[name].accounts
        levels = {"today": today.mean(axis=0), "amount": accounts.mean(axis=0)}
        named = {"design": [name] * len(ACCOUNTS), "account": list(ACCOUNTS)}
        return pl.DataFrame({**named, **levels, **spread("difference_", accounts - today)})

    return of_designs(tuple(measured), piece)
