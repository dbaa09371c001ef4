"""Which groups of partners will complain, in sentences, and over which rule."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import polars as pl

from sim.experiment.comparison import Comparison
from sim.experiment.explain.levers import Credit, in_words
from sim.experiment.explain.petition import tiers_lost
from sim.experiment.tables import BANDS
from sim.text.catalogue import say, say_count
from sim.text.numbers import count

MANY: Final = 5
"""A group complains when more partners than these lose much, or lose a tier."""
MOST: Final = 5
"""Groups that are named; those beyond are counted."""
GROUPINGS: Final = ("segment", "tier")
"""Groups that know of each other and speak with one voice."""


def complaints(comparison: Comparison, design: str, credit: Credit | None = None) -> tuple[str, ...]:
    """One sentence per segment or tier in which more than five partners lose over a tenth of their profit.

    One more per segment in which more than five are likely to lose a tier. Groups that lose the largest share
    come first; where there is none, one sentence says so.

    Parameters
    ----------
    comparison : with the design
    design : its name
    credit : shares of the design's levers; None for sentences without the rule behind the loss
    """
    told = [*_losing_profit(comparison, design, credit), *_losing_tiers(comparison, design)]
    beyond = len(told) - MOST
    if beyond > 0:
        told = [*told[:MOST], say_count("explain.more_complaints", beyond)]
    return tuple(told) or (say("explain.no_complaint", many=count(MANY)),)


def _losing_profit(comparison: Comparison, design: str, credit: Credit | None) -> Iterator[str]:
    bands = comparison.bands
    of_design = bands.filter((pl.col("design") == design) & pl.col("grouping").is_in(GROUPINGS))
    sizes = of_design.group_by("member").agg(pl.col("partners").sum().alias("size"))
    losing = of_design.filter((pl.col("band") == BANDS[0]) & (pl.col("partners") > MANY))
    rows = losing.join(sizes, on="member").sort(["share", "member"], descending=[True, False])
    for row in rows.iter_rows(named=True):
        rule = _rule(comparison, design, credit, row) if credit else None
        key = "explain.complaint_over" if rule else "explain.complaint"
        yield _told(key, row["member"], row["partners"], row["size"], rule=rule)


def _rule(comparison: Comparison, design: str, credit: Credit, row: dict[str, Any]) -> str | None:
    """The levers that take most from those of a group that lose much, in words."""
    roster = comparison.roster
    held = (
        roster.segments
        if row["grouping"] == "segment"
        else roster.tiers(comparison.measured[comparison.today])
    )
    bands = comparison.partners.filter(pl.col("design") == design)["band"].to_numpy()
    losers = (np.asarray(held) == row["member"]) & (bands == BANDS[0])
    taken = credit.partners[losers].sum(axis=0)
    return in_words(credit.groups[int(taken.argmin())]) if taken.min() < 0.0 else None


def _losing_tiers(comparison: Comparison, design: str) -> Iterator[str]:
    lost = tiers_lost(comparison, design).with_columns(segment=pl.Series(list(comparison.roster.segments)))
    groups = lost.group_by("segment").agg(size=pl.len(), partners=pl.col("tier_after").count())
    many = groups.filter(pl.col("partners") > MANY)
    for row in many.sort(
        [pl.col("partners") / pl.col("size"), "segment"], descending=[True, False]
    ).iter_rows(named=True):
        yield _told("explain.tier_complaint", row["segment"], row["partners"], row["size"])


def _told(key: str, member: str, partners: int, size: int, **more: object) -> str:
    group = say(f"charts.member.{member}")
    return say(key, group=group, partners=count(partners), size=count(size), **more)
