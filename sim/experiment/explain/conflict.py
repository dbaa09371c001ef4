"""The conflict ledger of a design: what direct sales cost partners, by the rule that would prevent it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Final

import polars as pl

from sim.engine.ledger import Row, ledger_of
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.part import in_parts
from sim.experiment.futures import Futures

COLUMNS: Final = {
    "prevented_by": "cheapest rule of engagement against it, or enforcement, checking, nothing",
    "incidents": "deals on which direct sales met a partner, mean over futures",
    "taken": "of them taken by direct sales, mean over futures",
    "loss_list": "¤ at list, mean over futures: deals taken, and price given up on deals kept",
}


def conflicts_of(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """Incidents by the rule that would prevent them, largest loss first; losses add up to conflict loss.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : to be looked at; today's programme too
    futures : a few of the bench's

    Returns
    -------
    see ``COLUMNS``
    """
    counted, taken, lost = Counter[str](), Counter[str](), defaultdict[str, float](float)
    found = in_parts(futures, lambda part: list(_rows(bench, design, part)))
    for row in (row for rows in found for row in rows):
        counted[row.prevented_by] += 1
        taken[row.prevented_by] += row.taken
        lost[row.prevented_by] += row.loss_list
    many = float(len(futures))
    rows = [(name, counted[name] / many, taken[name] / many, lost[name] / many) for name in counted]
    kinds = (pl.String, pl.Float64, pl.Float64, pl.Float64)
    table = pl.DataFrame(rows, schema=dict(zip(COLUMNS, kinds, strict=True)), orient="row")
    return table.sort("loss_list", descending=True)


def _rows(bench: Bench, design: Design, part: Futures) -> Iterator[Row]:
    simulation: Any = bench.setting.simulation
    run = simulation.run(bench.week0(part), design, part, bench.weeks, with_ledger=True)
    for place, recorded in enumerate(run.ledger):
        future = part.rows[place], part.seed, int(part.luck_ids[place])
        yield from ledger_of(recorded, simulation.partners, design.programme, future)
