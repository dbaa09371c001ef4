"""Deals that direct sales take from a partner under a design and not today: what it will tell of."""

from typing import Any, Final

import numpy as np
import polars as pl

from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.part import in_parts
from sim.experiment.futures import Futures
from sim.experiment.weekly import Array

RECORDED: Final = ("week", "partner", "offer", "number", "value", "registered", "taken", "cut", "quarrel")
"""Columns of what the engine writes of an incident."""
DEAL: Final = ("future", "partner", "offer", "number")
COLUMNS: Final = {
    "partner": "pseudonym of the partner",
    "hit": "broken: a registered deal was taken; taken: another one was",
    "hit_week": "week in which that was, in the future where it weighed most",
    "hit_list": "¤ at list, value of that deal",
    "hit_futures": "in how many of the futures such a deal is taken from the partner, at least 1",
}
KINDS: Final = dict(zip(COLUMNS, (pl.String, pl.String, pl.Int64, pl.Float64, pl.Int64), strict=True))


def hits_of(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """The dearest deal that each partner loses to direct sales under a design and keeps today.

    Both programmes run in the same futures; a deal is the same one when partner, offer and number agree.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : to be compared with today's programme
    futures : a few of the bench's

    Returns
    -------
    see ``COLUMNS``; partners that lose none have no row
    """
    today, tried = (_taken(bench, one, futures) for one in (bench.today, design))
    own = tried.join(today, on=DEAL, how="anti")
    hit = pl.when(pl.col("registered") > 0.5).then(pl.lit("broken")).otherwise(pl.lit("taken"))
    dearest = own.sort(["value", "week"], descending=[True, False]).group_by("partner", maintain_order=True)
    told = dearest.agg(
        hit=hit.first(),
        hit_week=pl.col("week").first().cast(pl.Int64),
        hit_list=pl.col("value").first(),
        hit_futures=pl.col("future").n_unique().cast(pl.Int64),
    )
    simulation: Any = bench.setting.simulation
    names = dict(zip(simulation.partners.ids.tolist(), bench.setting.roster.ids, strict=True))
    named = pl.col("partner").cast(pl.Int64).replace_strict(names, return_dtype=pl.String)
    return told.with_columns(partner=named).sort("partner")


def _taken(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """Every deal that direct sales took, by future; not what partners take from each other."""
    recorded = [
        one for found in in_parts(futures, lambda part: _ledgers(bench, design, part)) for one in found
    ]
    places = np.repeat(np.arange(len(recorded), dtype=np.float64), [len(one) for one in recorded])
    rows = np.column_stack([places, np.concatenate(recorded)])
    table = pl.DataFrame(rows, schema=dict.fromkeys(("future", *RECORDED), pl.Float64), orient="row")
    return table.filter((pl.col("taken") > 0.5) & (pl.col("quarrel") < 0.5))


def _ledgers(bench: Bench, design: Design, part: Futures) -> tuple[Array, ...]:
    simulation: Any = bench.setting.simulation
    run = simulation.run(bench.week0(part), design, part, bench.weeks, with_ledger=True)
    found: tuple[Array, ...] = run.ledger
    return found
