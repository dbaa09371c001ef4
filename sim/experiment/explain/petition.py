"""Who will come to complain: the partners that lose most, what the loss is made of, the rule behind it."""

from typing import Final

import numpy as np
import polars as pl

from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.comparison import Comparison
from sim.experiment.explain.hits import COLUMNS as HITS
from sim.experiment.explain.hits import KINDS as HIT_KINDS
from sim.experiment.explain.levers import Credit
from sim.experiment.tables import BANDS
from sim.schema.programme import TIERS

MOST: Final = 10
COLUMNS: Final = {
    "partner": "pseudonym of the partner",
    "segment": "segment of the partner",
    "change": "change of its profit with us, ¤ a year, mean over futures",
    "payout": "of that, rebates, rewards and funds",
    "business": "of that, all else: margin, services and its own cost on what it sells",
    "sales_change": "change of its sales at list price, ¤ a year",
    "tier_before": "tier at the end under today's programme; null where it is not lost",
    "tier_after": "lower tier at the end under the design; null where none is lost",
    "levers": "paths of the levers that take most from it, joined by a space; null where none does",
    "by_levers": "what these take, ¤ a year, a share over every order of the levers; null with ``levers``",
    **{name: f"{says}; null where none is known" for name, says in HITS.items() if name != "partner"},
}


def petition(
    result: Comparison,
    design: str,
    credit: Credit | None = None,
    hits: pl.DataFrame | None = None,
    most: int = MOST,
) -> pl.DataFrame:
    """Partners that lose more than a tenth of their profit, or a tier; largest loss first; see ``COLUMNS``.

    Parameters
    ----------
    result : with the design
    design : its name
    credit : shares of the design's levers, in some of the futures; None for a list without the rule
    hits : deals that partners lose to direct sales, of ``hits_of``; None for a list without them
    most : rows at most, >= 1

    Returns
    -------
    ``change`` is ``payout`` plus ``business``; empty where nobody loses as much
    """
    change, payout = pl.col("profit_per_year_difference"), pl.col("payout_per_year_difference")
    own = result.partners.filter(pl.col("design") == design)
    known = pl.concat([own, tiers_lost(result, design), _behind(result, credit)], how="horizontal")
    losing = known.filter((pl.col("band") == BANDS[0]) | pl.col("tier_after").is_not_null())
    told = losing.select(
        "partner",
        "segment",
        change=change,
        payout=payout,
        business=change - payout,
        sales_change="sales_list_per_year_difference",
        **{name: name for name in ("tier_before", "tier_after", "levers", "by_levers")},
    )
    listed = told.sort("change", "partner").head(most)
    known_hits = pl.DataFrame(schema=HIT_KINDS) if hits is None else hits
    return listed.join(known_hits, on="partner", how="left", maintain_order="left")


def tiers_lost(result: Comparison, design: str) -> pl.DataFrame:
    """Tier of every partner at the end under both programmes where the design's is lower; else null.

    Parameters
    ----------
    result : with the design
    design : its name

    Returns
    -------
    ``tier_before`` and ``tier_after``, in the order of the roster
    """
    before, after = (result.roster.tiers(result.measured[name]) for name in (result.today, design))
    lost = [TIERS.index(new) < TIERS.index(old) for old, new in zip(before, after, strict=True)]
    ends = {"tier_before": before, "tier_after": after}
    return pl.DataFrame(
        {
            name: [tier if gone else None for tier, gone in zip(held, lost, strict=True)]
            for name, held in ends.items()
        },
        schema=dict.fromkeys(ends, pl.String),
    )


def _behind(result: Comparison, credit: Credit | None) -> pl.DataFrame:
    """The levers that take most from every partner."""
    kinds = {"levers": pl.String, "by_levers": pl.Float64}
    count = len(result.roster.ids)
    if credit is None:
        return pl.DataFrame({name: [None] * count for name in kinds}, schema=kinds)
    worst = credit.partners.argmin(axis=1)
    taken = credit.partners[np.arange(count), worst] * WEEKS_PER_YEAR / result.horizon_weeks
    names = [" ".join(credit.groups[place]) for place in worst]
    table = pl.DataFrame({"levers": names, "by_levers": taken}, schema=kinds)
    return table.select(pl.when(pl.col("by_levers") < 0.0).then(pl.col(name)).alias(name) for name in kinds)
