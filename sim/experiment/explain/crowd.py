"""Partners one by one in a single future: how each is, and how the vendor believes it is.

What happens after a week cannot change it, so the state after each week is the end of a run of that length.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sim.engine.flatten import levers_of
from sim.engine.layout import G, P, S
from sim.engine.run import Run, Week0
from sim.experiment.bench import Bench
from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.designs import Design
from sim.experiment.weekly import Array
from sim.kernel.block import BLOCK
from sim.rules import monitoring
from sim.schema.programme import Programme

SELLS, DOUBTED, KNOWN, UNSEEN = "sells", "doubted", "known", "unseen"
STATES: Final = (SELLS, DOUBTED, KNOWN, UNSEEN)
"""Sells and counted as active; sells and counted as gone; silent and counted as gone; silent, not noticed."""

COLUMNS: Final = {
    "partner": "pseudonym of the partner",
    "segment": "segment of the partner",
    "trust": "trust at the end, 0 to 1",
    "effort": "share of its selling hours that went to us, mean over the horizon",
    "profit_per_year": "¤ a year earned with our line",
    "sales_per_year": "¤ at list price a year",
    "alive": "chance that it still sells, as the vendor reckons it at the end",
    "state": f"at the end: {', '.join(STATES)}",
}
SILENCE_COLUMNS: Final = {
    "partner": "pseudonym of the partner",
    "segment": "segment of the partner",
    "silent": "week in which it stopped selling for us, 1 is the first",
    "noticed": "week in which the vendor counted it as gone; null where it never did",
    "back": "week in which it sold for us again; null where it did not",
}


Flags = NDArray[np.bool_]


def crowd_of(bench: Bench, design: Design) -> pl.DataFrame:
    """Every partner at the end of the first future: one row each, see ``COLUMNS``.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : that is in force; may be today's
    """
    future = bench.futures(1)
    run: Run = bench.setting.simulation.run(bench.week0(future), design, future, bench.weeks)  # type: ignore[assignment]
    return _partners(bench, run, design.programme)


def silences_of(bench: Bench, design: Design) -> pl.DataFrame:
    """Every time a partner stopped selling in the first future, see ``SILENCE_COLUMNS``; one run a week.

    Parameters
    ----------
    bench, design : as in ``crowd_of``
    """
    future = bench.futures(1)
    start, count = bench.week0(future), bench.partners
    sells, counted = [in_first(start, "willing", count) > 0.0], list[Flags]()
    for week in range(1, bench.weeks + 1):
        end = bench.setting.simulation.run(start, design, future, week).end  # type: ignore[attr-defined]
        sells.append(in_first(end, "willing", count) > 0.0)
        counted.append(in_first(end, "believed", count) > 0.5)
    return _silences(bench, np.stack(sells), np.stack(counted))


def in_first(state: Week0, field: str, count: int) -> Array:
    """One field of every partner in the first future.

    Parameters
    ----------
    state : of the partners
    field : of ``layout.State``
    count : partners
    """
    place = getattr(S, field)
    found: Array = state.state[0, 0][:, place : place + BLOCK].reshape(-1)[:count]
    return found


def _partners(bench: Bench, run: Run, programme: Programme) -> pl.DataFrame:
    count, roster, years = bench.partners, bench.setting.roster, bench.weeks / WEEKS_PER_YEAR
    totals: Mapping[str, int] = roster.totals
    own = run.partner[0]
    sells, counted = in_first(run.end, "willing", count) > 0.0, in_first(run.end, "believed", count) > 0.5
    states = np.where(sells, np.where(counted, SELLS, DOUBTED), np.where(counted, UNSEEN, KNOWN))
    return pl.DataFrame(
        {
            "partner": list(roster.ids),
            "segment": list(roster.segments),
            "trust": own[:, totals["end_trust"]],
            "effort": own[:, totals["effort"]] / bench.weeks,
            "profit_per_year": own[:, totals["profit"]] / years,
            "sales_per_year": own[:, totals["list_sales"]] / years,
            "alive": _alive(bench, run, programme, count),
            "state": [str(one) for one in states],
        }
    )


def _alive(bench: Bench, run: Run, programme: Programme, count: int) -> Array:
    par, lev = bench.futures(1).rows[0], levers_of(programme)
    unseen, pace = (in_first(run.end, name, count) for name in ("unseen", "known_pace"))
    enrolled = in_first(run.end, "enrolled", count)
    rates = [monitoring.sign_rate(one, par[P.portal_per_week], lev[G.telemetry]) for one in pace]
    dropout = par[P.believed_dropout]
    pairs = zip(unseen, rates, strict=True)
    alive = np.array([monitoring.alive_chance(weeks, rate, dropout) for weeks, rate in pairs])
    return alive * enrolled


def _silences(bench: Bench, sells: Flags, counted: Flags) -> pl.DataFrame:
    """sells : [1 + weeks, partners], week 0 first; counted : [weeks, partners]."""
    rows: list[dict[str, Any]] = []
    roster = bench.setting.roster
    for stop, place in np.argwhere(sells[:-1] & ~sells[1:]).tolist():
        later = np.flatnonzero(sells[stop + 1 :, place])
        back = stop + 1 + int(later[0]) if len(later) else None
        gone = np.flatnonzero(~counted[stop : None if back is None else back - 1, place])
        rows.append(
            {
                "partner": roster.ids[place],
                "segment": roster.segments[place],
                "silent": stop + 1,
                "noticed": stop + 1 + int(gone[0]) if len(gone) else None,
                "back": back,
            }
        )
    kinds = {"partner": pl.String, "segment": pl.String} | dict.fromkeys(
        ("silent", "noticed", "back"), pl.Int64
    )
    return pl.DataFrame(rows, schema=kinds)
