"""Partners whose simulated first year under today's programme sells what their table says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.run import FutureRows
from sim.intake.describe import activity, totals
from sim.intake.market import TableStart, from_table
from sim.intake.measures import SHARE, Row, hold_out, judge
from sim.intake.staying import settle, starting_odds
from sim.intake.table import Floats, PartnerTable
from sim.intake.telling import on_match
from sim.intake.trial import Trial, quarters_active, simulate_year, window_edges
from sim.population.partners import Partners
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme

MOST_ROUNDS: Final = 8
ENOUGH: Final = 0.5
"""Share of every allowed deviation at which the search stops."""
ENOUGH_ACTIVITY: Final = 0.95 * SHARE
"""Difference in activity left alone: more steadiness than needed hides churn, more lift bends sizes."""
OWN_LOG_SD: Final = 0.25
"""How far partners' own ratios lie from their group's apart from luck: standard deviation of logarithms."""
LEAST_ACTIVE: Final = 0.02
MOST_ACTIVE: Final = 0.995
ALWAYS_ACTIVE: Final = 0.99
"""Share of time from which more steadiness does not help."""
LIFT_STEP: Final = 0.25
MOST_LIFT: Final = 1.25
LARGEST_STEP: Final = 5.0
DAMPING: Final = 0.8


@dataclass(frozen=True, eq=False)
class Match:
    """Partners of a table, ready to simulate.

    Attributes
    ----------
    partners : reach and steadiness are solved
    report : measures of the simulated first year, those that a match has to meet first
    warnings : what could not be inferred, what stands in, and which measures are not met
    rounds : simulations of the year that were needed
    """

    partners: Partners = field(repr=False)
    report: tuple[Row, ...]
    warnings: tuple[str, ...]
    rounds: int

    @property
    def met(self) -> bool:
        """Whether every required measure is met."""
        return all(row.met for row in self.report)


class Guess(NamedTuple):
    """What a match solves.

    Attributes
    ----------
    factor : of each partner's yearly wins, shape (partners,)
    odds : time active over time silent of partners that had not stopped
    lift : see ``sim.intake.deals.lifted``
    """

    factor: Floats
    odds: float
    lift: float


def match_table(
    table: PartnerTable,
    market: Market,
    today: Programme,
    futures: FutureRows,
    type_segments: Mapping[str, str] | None = None,
) -> Match:
    """Solve reach and steadiness so that the simulated first year under today's programme meets the table.

    A damped fixed point over a few futures. Groups of partners are moved to their yearly sales; a partner's
    own deviation counts as far as it is more than luck. Stopping and coming back are solved for the activity;
    only where that does not suffice, deals become more and smaller, as little as needed.

    Parameters
    ----------
    table : partner sales
    market, today : as in ``sim.intake.market.from_table``
    futures : a few, 8 to 128
    type_segments : partner type to segment name, to correct the guess

    Raises
    ------
    IntakeError : a segment that does not exist
    """
    start = from_table(table, market, today, type_segments)
    guess = Guess(np.ones(start.partners.size), starting_odds(start.partners, start.sales_list), 0.0)
    for rounds in range(1, MOST_ROUNDS + 1):
        partners = _guessed(start, market, guess)
        trial = simulate_year(market, today, partners, futures)
        report = judge(table, start, trial, today.front)
        if rounds == MOST_ROUNDS or _is_close(report):
            break
        steadier = _steadier(table, start, trial, guess)
        if steadier.lift != guess.lift:
            start = from_table(table, market, today, type_segments, steadier.lift)
        guess = steadier._replace(factor=_reach(start, trial, guess.factor))
    report += hold_out(table, trial, today.front)
    more_deals = float(start.deals_per_order.max()) - 1.0 if guess.lift else 0.0
    sentences = on_match(report, _active_share(start, trial), more_deals)
    return Match(partners, report, start.warnings + sentences, rounds)


def _active_share(start: TableStart, trial: Trial) -> float:
    sold = start.sales_list > 0.0
    return float(trial.selling[sold].mean()) if sold.any() else 0.0


def _guessed(start: TableStart, market: Market, guess: Guess) -> Partners:
    return settle(start.partners, market, start.sales_list, guess.odds).scaled(guess.factor)


def _is_close(report: tuple[Row, ...]) -> bool:
    """Whether another round is not worth its time; order sizes are not searched for."""
    enough = {row.measure: ENOUGH * row.allowed for row in report if row.allowed is not None}
    enough |= {"activity": ENOUGH_ACTIVITY, "sizes": 1.0}
    return all(row.deviation <= enough[row.measure] for row in report if row.measure in enough)


def _reach(start: TableStart, trial: Trial, factor: Floats) -> Floats:
    """Next factors: each group's sales come out, each partner's as far as its deviation is more than luck."""
    target, found = start.sales_list, trial.yearly.mean(axis=0)
    group = _groups(start)
    facts = start.partners.facts
    luck = facts.mean_deal * (1.0 + facts.size_spread) / len(trial.sales)
    weight = target * OWN_LOG_SD**2 / (target * OWN_LOG_SD**2 + luck)
    asked = np.log(factor) + np.log((target + luck) / (found + luck))
    usual = _means(asked, target, group)[group]
    shrunk = np.exp(usual + weight * (asked - usual))
    expected = found * shrunk / factor
    wanted, coming = (totals(sales, group, len(group)) for sales in (target, expected))
    moved = shrunk * (np.maximum(wanted, 1e-9) / np.maximum(coming, 1e-9))[group]
    step = np.clip(moved / factor, 1.0 / LARGEST_STEP, LARGEST_STEP) ** DAMPING
    return np.where(target > 0.0, factor * step, factor)


def _groups(start: TableStart) -> NDArray[np.int64]:
    """Segment, and whether a partner had stopped."""
    stopped = start.partners.facts.start_willing == 0.0
    return np.asarray(start.partners.segment + len(SEGMENTS) * stopped, dtype=np.int64)


def _means(values: Floats, weights: Floats, group: NDArray[np.int64]) -> Floats:
    weighted = totals(values * weights, group, 2 * len(SEGMENTS))
    return np.asarray(weighted / np.maximum(totals(weights, group, 2 * len(SEGMENTS)), 1e-9))


def _steadier(table: PartnerTable, start: TableStart, trial: Trial, guess: Guess) -> Guess:
    """Next odds of being active; where they are at their end and activity is short, more lift."""
    edges = window_edges(start.rhythm_weeks, table.grid.monthly)
    sold = start.sales_list > 0.0
    quarters = quarters_active(trial, edges)
    short = activity(table.revenue[:, table.year]) - float(quarters.mean())
    if not sold.any() or abs(short) <= ENOUGH_ACTIVITY:
        return guess
    share = _active_share(start, trial)
    wanted = share * (1.0 + short * quarters.size / max(float(quarters[sold].sum()), 1e-9))
    if short > 0.0 and share > ALWAYS_ACTIVE:
        return guess._replace(lift=min(guess.lift + LIFT_STEP, MOST_LIFT))
    wanted, share = (float(np.clip(x, LEAST_ACTIVE, MOST_ACTIVE)) for x in (wanted, share))
    step = np.clip(wanted / (1.0 - wanted) / (share / (1.0 - share)), 1.0 / LARGEST_STEP, LARGEST_STEP)
    return guess._replace(odds=guess.odds * float(step))
