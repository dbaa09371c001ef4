"""Who will complain: groups of partners that lose much."""

from typing import Final

import polars as pl

from sim.experiment.comparison import Comparison
from sim.experiment.tables import BANDS
from sim.text.catalogue import say, say_count
from sim.text.numbers import count

MANY: Final = 5
"""A group complains when more partners than these lose much."""


MOST: Final = 5
"""Groups that are named; those beyond are counted."""


def complaints(comparison: Comparison, design: str) -> tuple[str, ...]:
    """One sentence per segment or tier in which more than five partners lose over a tenth of their profit.

    The groups that lose the largest share come first; where there is none, one sentence says so.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    of_design = comparison.bands.filter((pl.col("design") == design) & (pl.col("grouping") != "all"))
    sizes = of_design.group_by("member").agg(pl.col("partners").sum().alias("size"))
    losing = of_design.filter((pl.col("band") == BANDS[0]) & (pl.col("partners") > MANY))
    rows = losing.join(sizes, on="member").sort(["share", "member"], descending=[True, False])
    told = [
        say(
            "report.complaint",
            group=say(f"charts.member.{row['member']}"),
            partners=count(row["partners"]),
            size=count(row["size"]),
        )
        for row in rows.iter_rows(named=True)
    ]
    beyond = len(told) - MOST
    if beyond > 0:
        told = [*told[:MOST], say_count("report.more_complaints", beyond)]
    return tuple(told) or (say("report.no_complaint", many=count(MANY)),)
