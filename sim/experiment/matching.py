"""Matches of tables solved once: kept in memory, and on disk where the user allows it."""

from typing import Final

import numpy as np

from sim.engine.run import FutureRows
from sim.experiment.cache import Arrays, Cache, digest
from sim.experiment.designs import levers_of
from sim.experiment.futures import behaviour_doubts, draw_futures
from sim.experiment.keeping import engine_digest
from sim.intake.match import Match, match_table
from sim.intake.measures import Row
from sim.intake.table import PartnerTable
from sim.population.partners import Facts, Partners
from sim.schema.market import Market
from sim.schema.programme import Programme

SEED: Final = 1
FEWEST_FUTURES, MOST_FUTURES = 12, 128
PARTNERS_TIMES_FUTURES: Final = 10_000
MOST_KEPT: Final = 8
_KEPT: dict[str, Match] = {}


def matched(table: PartnerTable, market: Market, today: Programme, cache: Cache | None = None) -> Match:
    """Partners of a table whose simulated first year under today's programme meets it.

    Parameters
    ----------
    table, market, today : as in ``sim.intake.match.match_table``
    cache : where matches are kept on disk; None keeps them in memory only

    Raises
    ------
    IntakeError : a table that cannot be used
    """
    key = _key(table, market, today)
    found = _KEPT.get(key) or _fetch(cache, key)
    if found is None:
        found = match_table(table, market, today, futures_of(len(table.ids)))
        if cache:
            cache.put(key, _packed(found))
    _KEPT[key] = found
    while len(_KEPT) > MOST_KEPT:
        del _KEPT[next(iter(_KEPT))]
    return found


def futures_of(partners: int) -> FutureRows:
    """The futures of a match: the more, the fewer partners there are to even out luck."""
    count = min(max(PARTNERS_TIMES_FUTURES // partners, FEWEST_FUTURES), MOST_FUTURES)
    return draw_futures(behaviour_doubts(), count, SEED)


def _key(table: PartnerTable, market: Market, today: Programme) -> str:
    sales = (table.revenue, table.orders, *table.order_list, table.direct)
    others = (list(table.types), list(table.regions), table.grid.monthly, list(table.warnings))
    world = (market.model_dump(mode="json"), levers_of(today))
    return digest("match", engine_digest(), *world, *sales, *others)


def _packed(match: Match) -> Arrays:
    partners, report = match.partners, match.report
    return {
        "ids": partners.ids,
        "names": np.array(partners.names),
        "segment": partners.segment,
        "territory": partners.territory,
        "facts": np.stack(partners.facts),
        "measures": np.array([row.measure for row in report]),
        "numbers": np.array([row[1:] for row in report], dtype=np.float64),
        "warnings": np.array(match.warnings),
        "rounds": np.array(match.rounds),
    }


def _fetch(cache: Cache | None, key: str) -> Match | None:
    kept = cache.get(key) if cache else None
    if kept is None:
        return None
    names = tuple(str(name) for name in kept["names"])
    partners = Partners(kept["ids"], names, kept["segment"], kept["territory"], Facts(*kept["facts"]))
    report = tuple(
        Row(str(measure), table, simulated, deviation, None if np.isnan(allowed) else allowed)
        for measure, (table, simulated, deviation, allowed) in zip(
            kept["measures"], kept["numbers"].tolist(), strict=True
        )
    )
    return Match(partners, report, tuple(str(one) for one in kept["warnings"]), int(kept["rounds"]))
