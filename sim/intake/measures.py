"""How close a simulated year comes to a table."""

from typing import NamedTuple

import numpy as np

from sim.intake import describe
from sim.intake.describe import totals
from sim.intake.grid import WEEKS_PER_QUARTER
from sim.intake.market import TableStart, list_sales
from sim.intake.table import Floats, PartnerTable
from sim.intake.trial import Trial, bundled, quarters_active, window_edges
from sim.schema.market import SEGMENTS
from sim.schema.programme import Front

TOTAL, SEGMENT, RANK, SHARE, SIZES = 0.02, 0.05, 0.1, 0.03, 0.05


class Row(NamedTuple):
    """One measure of a match.

    Attributes
    ----------
    measure : key of its name: total, segment.reseller, rank, top, gini, activity, sizes, and others
    table, simulated : the two values; ¤ list a year for sums
    deviation : distance between them, relative for sums
    allowed : largest deviation of a match; None where it is only reported
    """

    measure: str
    table: float
    simulated: float
    deviation: float
    allowed: float | None

    @property
    def met(self) -> bool:
        """Whether the deviation is allowed."""
        return self.allowed is None or self.deviation <= self.allowed


def judge(table: PartnerTable, start: TableStart, trial: Trial, front: Front) -> tuple[Row, ...]:
    """All measures of a match.

    Parameters
    ----------
    table : the table
    start : what was read from it
    trial : a simulated year
    front : today's front discounts

    Returns
    -------
    measures that a match has to meet, then those that are only reported
    """
    target, yearly = start.sales_list, trial.yearly
    mean, edges = yearly.mean(axis=0), window_edges(start.rhythm_weeks, table.grid.monthly)
    distance = size_distance(table, start, trial, front)
    known = describe.activity(table.revenue[:, table.year])
    rows = [
        _ratio("total", target.sum(), mean.sum(), TOTAL),
        *_segments(start, mean),
        Row("rank", 1.0, *_below_one(describe.rank_correlation(target, mean)), RANK),
        _gap("top", describe.top_share(target), describe.top_share(mean), SHARE),
        _gap("gini", describe.gini(target), describe.gini(mean), SHARE),
        _gap("activity", known, float(quarters_active(trial, edges).mean()), SHARE),
        Row("sizes", 0.0, distance, distance, SIZES),
        *_alone(target, yearly),
    ]
    return tuple(rows)


def size_distance(table: PartnerTable, start: TableStart, trial: Trial, front: Front) -> float:
    """Kolmogorov distance of log order values; orders of one partner in one week count by their mean."""
    edges = window_edges(start.rhythm_weeks, table.grid.monthly)
    log_net = np.log1p(-np.asarray(front.discount_share)[start.partners.facts.start_tier.astype(int)])
    sales, won = bundled(trial.sales, edges) * np.exp(log_net), bundled(trial.won, edges)
    value, weight = _simulated_orders(start, sales, won)
    known, number = _known_orders(table)
    if not (value.size and known.size):
        return 1.0
    return describe.kolmogorov_distance(np.log(value), np.log(known), weight, number)


def hold_out(table: PartnerTable, trial: Trial, front: Front) -> tuple[Row, ...]:
    """The quarter kept back against the first simulated quarter: reported, since no match has seen it.

    Returns
    -------
    nothing where the table is too short to keep a quarter back
    """
    weeks = table.held_out
    if weeks.start == weeks.stop:
        return ()
    net = np.maximum(table.revenue[:, weeks].sum(axis=1), 0.0)
    per_list = _net_of_list(table, front)
    known, quarter = net / per_list, trial.sales[:, :WEEKS_PER_QUARTER].sum(axis=1)
    mean = quarter.mean(axis=0)
    return (
        _ratio("held_out.total", known.sum(), mean.sum(), None),
        Row("held_out.rank", 1.0, *_below_one(describe.rank_correlation(known, mean)), None),
        _gap("held_out.activity", float((net > 0.0).mean()), float((quarter > 0.0).mean()), None),
    )


def _net_of_list(table: PartnerTable, front: Front) -> Floats:
    tier, _ = list_sales(table.yearly_sales(), front)
    return 1.0 - np.asarray(front.discount_share)[tier]


def _segments(start: TableStart, mean: Floats) -> list[Row]:
    count = len(SEGMENTS)
    known = totals(start.sales_list, start.partners.segment, count)
    found = totals(mean, start.partners.segment, count)
    return [
        _ratio(f"segment.{name}", known[i], found[i], SEGMENT)
        for i, name in enumerate(SEGMENTS)
        if known[i] > 0.0
    ]


def _alone(target: Floats, yearly: Floats) -> list[Row]:
    """Concentration of single futures, in which the luck of one year adds to the table's own."""
    top = float(np.mean([describe.top_share(year) for year in yearly]))
    gini = float(np.mean([describe.gini(year) for year in yearly]))
    return [
        _gap("alone.top", describe.top_share(target), top, None),
        _gap("alone.gini", describe.gini(target), gini, None),
    ]


def _simulated_orders(start: TableStart, sales: Floats, won: Floats) -> tuple[Floats, Floats]:
    """Mean net order value by future, window and partner, and how many orders it stands for."""
    if start.rhythm_weeks > 1:
        orders = np.ones(sales.shape)
    else:
        orders = np.maximum(won / np.minimum(start.deals_per_order, 1.0), 1.0)
    sold = sales > 0.0
    return (sales / orders)[sold], orders[sold]


def _known_orders(table: PartnerTable) -> tuple[Floats, Floats]:
    orders = table.orders_in(table.year)
    cell = orders.partner * table.grid.weeks + orders.week
    _, place = np.unique(cell, return_inverse=True)
    count = int(place.max()) + 1 if place.size else 0
    number = totals(orders.number, place, count)
    return totals(orders.number * orders.value, place, count) / number, number


def _ratio(measure: str, known: float, found: float, allowed: float | None) -> Row:
    deviation = abs(found / known - 1.0) if known > 0.0 else float(found > 0.0)
    return Row(measure, float(known), float(found), float(deviation), allowed)


def _gap(measure: str, known: float, found: float, allowed: float | None) -> Row:
    return Row(measure, known, found, abs(found - known), allowed)


def _below_one(found: float) -> tuple[float, float]:
    return found, 1.0 - found
