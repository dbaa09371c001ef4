"""Who will come to complain: the partners that lose most, and what their loss is made of."""

from typing import Final

import polars as pl

from sim.experiment.comparison import Comparison
from sim.experiment.tables import BANDS

MOST: Final = 10
COLUMNS: Final = {
    "partner": "pseudonym of the partner",
    "segment": "segment of the partner",
    "change": "change of its profit with us, ¤ a year, mean over futures",
    "payout": "of that, rebates, rewards and funds",
    "business": "of that, all else: margin, services and its own cost on what it sells",
    "sales_change": "change of its sales at list price, ¤ a year",
}


def petition(result: Comparison, design: str, most: int = MOST) -> pl.DataFrame:
    """Partners that lose more than a tenth of their profit, largest loss first; see ``COLUMNS``.

    Parameters
    ----------
    result : with the design
    design : its name
    most : rows at most, >= 1

    Returns
    -------
    ``change`` is ``payout`` plus ``business``; empty where nobody loses as much
    """
    losing = result.partners.filter((pl.col("design") == design) & (pl.col("band") == BANDS[0]))
    change, payout = pl.col("profit_per_year_difference"), pl.col("payout_per_year_difference")
    told = losing.select(
        "partner",
        "segment",
        change=change,
        payout=payout,
        business=change - payout,
        sales_change="sales_list_per_year_difference",
    )
    return told.sort("change", "partner").head(most)
