"""Partners one by one in a single future: how each is, and how the vendor believes it is.

What happens after a week cannot change it, so the state after each week is the end of a run of that length.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sim.engine.flatten import levers_of, steps_of
from sim.engine.layout import G, P, S
from sim.engine.run import Run
from sim.experiment.bench import Bench
from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.designs import Design
from sim.experiment.tables.pay import pay_at
from sim.experiment.weekly import Array
from sim.kernel.block import BLOCK
from sim.rules import monitoring, payout, reward
from sim.schema.programme import TIERS, Programme

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


FOLLOWED: Final = ("willing", "believed", "period", "target", "tier")
"""Fields of the state that are kept of every week."""
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Crowd:
    """Every partner in one future under one programme.

    Attributes
    ----------
    partners : one row each, see ``COLUMNS``
    silences : one row for every time a partner stopped selling, see ``SILENCE_COLUMNS``
    period, target, front : [weeks, partners], sales of the running rebate period and target, ¤ list;
        discount on the invoice
    """

    partners: pl.DataFrame
    silences: pl.DataFrame
    period: Array
    target: Array
    front: Array


@dataclass(frozen=True)
class Order:
    """Where a partner stands on the curve of its rebate, and what one more order would bring.

    Attributes
    ----------
    attainment : sales of the running period, targets; NaN without a target
    size : list value of the order, ¤
    adds : rebate that it adds if the period ended with it, ¤
    """

    attainment: float
    size: float
    adds: float


def crowd_of(bench: Bench, design: Design) -> Crowd:
    """Follow every partner through the first future.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : that is in force; may be today's
    """
    future = bench.futures(1)
    start, count = bench.week0(future), bench.partners
    simulation: Any = bench.setting.simulation
    seen: dict[str, list[Array]] = {name: [] for name in FOLLOWED}
    for week in range(1, bench.weeks + 1):
        run: Run = simulation.run(start, design, future, week)
        for name, found in seen.items():
            found.append(_field(run, getattr(S, name), count))
    paths = {name: np.stack(found) for name, found in seen.items()}
    sells, counted = paths["willing"] > 0.0, paths["believed"] > 0.5
    before = start.state[0, 0][:, S.willing : S.willing + BLOCK].reshape(-1)[:count] > 0.0
    fronts = np.array(design.programme.front.discount_share)
    tier = paths["tier"].astype(np.int64).clip(0, len(TIERS) - 1)
    return Crowd(
        _partners(bench, run, design.programme, sells[-1], counted[-1]),
        _silences(bench, np.vstack([before, sells]), counted),
        paths["period"], paths["target"], fronts[tier],
    )  # fmt: skip


def one_more_order(crowd: Crowd, programme: Programme, place: int, week: int, size: float) -> Order:
    """What one more order would bring a partner under the rebate.

    Parameters
    ----------
    crowd : with the partner
    programme : in force
    place : of the partner
    week : after which the order comes, from 1
    size : list value of the order, ¤
    """
    sales, target = float(crowd.period[week - 1, place]), float(crowd.target[week - 1, place])
    if target <= 0.0:
        return Order(np.nan, size, 0.0)
    front, plan = float(crowd.front[week - 1, place]), steps_of(programme)
    ends = (reward.in_targets(amount, target) for amount in (sales, sales + size))
    before, after = (payout.rebate(pay_at(plan, end), target, front) for end in ends)
    return Order(sales / target, size, after - before)


def _field(run: Run, place: int, count: int) -> Array:
    """One field of every partner at the end of the first future."""
    found: Array = run.end.state[0, 0][:, place : place + BLOCK].reshape(-1)[:count]
    return found


def _partners(bench: Bench, run: Run, programme: Programme, sells: Flags, counted: Flags) -> pl.DataFrame:
    count, roster, years = bench.partners, bench.setting.roster, bench.weeks / WEEKS_PER_YEAR
    totals: Mapping[str, int] = roster.totals
    own = run.partner[0]
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
    unseen, pace = (_field(run, place, count) for place in (S.unseen, S.known_pace))
    enrolled = _field(run, S.enrolled, count)
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
