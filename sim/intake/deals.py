"""Deals behind the orders of a table: how many a year, how large, and how orders bundle them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.intake.describe import totals
from sim.intake.grid import WEEKS_PER_QUARTER, WEEKS_PER_YEAR
from sim.intake.table import Counts, Floats, Orders, PartnerTable

MOST_DEALS_PER_YEAR = 520
_PRIOR_ORDERS = 0.25  # weight of the pooled spread against a partner's own orders
_RHYTHM_SHARE = 0.5  # gaps between orders that must agree before a rhythm is believed
_WIDEST_LOG_SD = (
    2.5  # of order values; beyond it a few cents beside a large order would make the mean explode
)
_LONGEST_MONTH_WEEKS = 5
_MOST_FILLED = 0.97  # share of rhythm windows with an order, at most: always would need infinitely many deals
_MOST_DEALS_HELD = 13.0  # in the order of one window: of partners that never miss one, sizes tell how many
_SMALLEST_VARIATION = 0.05  # squared coefficient of variation of deal values, at least
_SILENT_GAPS = 3.0  # exp(-3) = 5 %: chance that an irregular partner is silent so many mean gaps


class Deals(NamedTuple):
    """Deals of each partner, at net prices; every array has shape (partners,).

    Attributes
    ----------
    wins_per_year : deals won
    log_mean, log_sd : of the natural logarithm of a deal's net value in ¤
    deals_per_order : how many deals an order holds on average; below 1 a deal bundles several orders
    rhythm_weeks : orders are placed once in so many weeks; 1 means whenever a deal is won
    """

    wins_per_year: Floats
    log_mean: Floats
    log_sd: Floats
    deals_per_order: Floats
    rhythm_weeks: int


def fit_deals(table: PartnerTable, lift: float = 0.0) -> Deals:
    """Infer deals from orders.

    Where partners order at regular intervals, an order collects the deals of one interval; how many follows
    from the share of intervals with an order, if deals come at random. Partners with more than 520 orders
    a year get fewer, larger deals.

    Parameters
    ----------
    table : partner sales; wins and sizes are those of its year, the rhythm is that of all training weeks
    lift : 0 to 1.25, how far wins are raised, and deals made smaller, so that quarters without sales come out
    """
    orders_per_year = table.yearly_orders()
    log_mean, log_sd = order_sizes(table.orders_in(table.year), len(table.ids))
    rhythm = rhythm_weeks(table.orders_in(table.training))
    deals = Deals(orders_per_year, log_mean, log_sd, np.ones(len(table.ids)), rhythm)
    return bundle(unbundle(deals) if rhythm > 1 else lifted(deals, lift))


def order_sizes(orders: Orders, partners: int) -> tuple[Floats, Floats]:
    """Mean and spread of the logarithm of order values, by partner.

    The spread is that of the lognormal whose mean and geometric mean are the partner's own, so that yearly
    sales come out; it leans on the pooled spread by a quarter order's weight. A partner without orders has
    the pooled values.

    Returns
    -------
    log mean and log sd, each of shape (partners,)
    """
    if not orders.value.size:
        return np.zeros(partners), np.ones(partners)
    number = totals(orders.number, orders.partner, partners)
    log_value = np.log(orders.value)
    overall = float(np.average(log_value, weights=orders.number))
    log_mean = _mean_per_order(log_value, orders, number, overall)
    mean = _mean_per_order(orders.value, orders, number, float(np.exp(overall)))
    variance = 2.0 * np.maximum(np.log(mean) - log_mean, 0.0)
    squares = orders.number * (log_value - log_mean[orders.partner]) ** 2
    pooled = squares.sum() / max(np.maximum(number - 1.0, 0.0).sum(), 1.0)
    return log_mean, np.sqrt((number * variance + _PRIOR_ORDERS * pooled) / (number + _PRIOR_ORDERS))


def _mean_per_order(values: Floats, orders: Orders, number: Floats, without: float) -> Floats:
    total = totals(orders.number * values, orders.partner, number.size)
    return np.where(number > 0.0, total / np.maximum(number, 1e-9), without)


def rhythm_weeks(orders: Orders) -> int:
    """Weeks between the orders of a partner where most partners keep to one interval, else 1.

    An interval longer than a month is believed if at least half of all gaps between orders are within a week
    of it; shorter ones hardly move what happens in a quarter.
    """
    partner, week = np.unique(np.stack([orders.partner, orders.week]), axis=1)
    gaps = np.diff(week)[np.diff(partner) == 0]
    if not gaps.size:
        return 1
    usual = int(np.bincount(gaps).argmax())
    agree = float((np.abs(gaps - usual) <= 1).mean())
    return usual if usual > _LONGEST_MONTH_WEEKS and agree >= _RHYTHM_SHARE else 1


def lifted(orders: Deals, lift: float) -> Deals:
    """Deals that come at random and leave as few quarters empty as the orders did.

    After k orders in a year, (3/4)^k is the unbiased chance that a quarter has none; random deals at k a year
    leave it empty more often, with chance exp(-k/4). The full lift makes 15 % more deals, at most one
    more a year, and they are smaller by as much.

    Parameters
    ----------
    orders : with one deal per order, as yet
    lift : 0 none to 1 full; a little more makes up for ups and downs that bunch deals
    """
    quarters = WEEKS_PER_YEAR / WEEKS_PER_QUARTER
    surplus = -quarters * np.log1p(-1.0 / quarters) - 1.0
    per_order = 1.0 + lift * np.minimum(surplus, 1.0 / np.maximum(orders.wins_per_year, 1.0))
    return orders._replace(
        wins_per_year=orders.wins_per_year * per_order,
        log_mean=orders.log_mean - np.log(per_order),
        deals_per_order=per_order,
    )


def unbundle(orders: Deals) -> Deals:
    """Deals of partners whose orders each collect the deals of one rhythm.

    Parameters
    ----------
    orders : with one deal per order, as yet

    Returns
    -------
    more, smaller deals, of which each order holds at least one on average; yearly sales are unchanged
    """
    windows = WEEKS_PER_YEAR / orders.rhythm_weeks
    expected = _deals_expected(orders, orders.wins_per_year / windows)
    held = expected / -np.expm1(-expected)
    log_mean, log_sd = _moments(*_deal_moments(orders, expected, held))
    return Deals(orders.wins_per_year * held, log_mean, log_sd, held, orders.rhythm_weeks)


def _deals_expected(orders: Deals, filled: Floats) -> Floats:
    """Deals in a window, by the share of windows with an order; if that is all, by how alike orders are."""
    by_share = -np.log1p(-np.clip(filled, 1e-9, _MOST_FILLED))
    by_sizes = (1.0 + _SMALLEST_VARIATION) / np.maximum(np.expm1(orders.log_sd**2), 1e-9)
    most = np.maximum(by_share, _MOST_DEALS_HELD)
    return np.where(filled >= _MOST_FILLED, np.clip(by_sizes, by_share, most), by_share)


def _deal_moments(orders: Deals, expected: Floats, held: Floats) -> tuple[Floats, Floats]:
    """Mean and squared variation of one deal, where an order sums a Poisson number of them, at least one."""
    order_mean, order_variation = _mean(orders), np.expm1(orders.log_sd**2)
    held_variance = held * (1.0 + expected) - held**2
    variation = held * (order_variation - held_variance / held**2)
    return order_mean / held, np.maximum(variation, _SMALLEST_VARIATION)


def bundle(deals: Deals) -> Deals:
    """Deals with at most 520 a year for any partner, and unchanged yearly sales and variance of a sum."""
    size = np.maximum(np.ceil(deals.wins_per_year / MOST_DEALS_PER_YEAR), 1.0)
    log_mean, log_sd = _moments(_mean(deals) * size, np.expm1(deals.log_sd**2) / size)
    few = size == 1.0
    return Deals(
        deals.wins_per_year / size,
        np.where(few, deals.log_mean, log_mean),
        np.where(few, deals.log_sd, log_sd),
        deals.deals_per_order / size,
        deals.rhythm_weeks,
    )


def _mean(deals: Deals) -> Floats:
    return np.asarray(np.exp(deals.log_mean + deals.log_sd**2 / 2.0))


def _moments(mean: Floats, variation: Floats) -> tuple[Floats, Floats]:
    """Log mean and log sd of the lognormal with a mean and a squared coefficient of variation."""
    variance = np.log1p(variation)
    return np.log(mean) - variance / 2.0, np.sqrt(variance)


def weeks_silent(table: PartnerTable) -> Counts:
    """Weeks without a sale at the end of the training weeks, shape (partners,); all if there was none."""
    sold = table.revenue[:, table.training][:, ::-1] > 0.0
    return np.asarray(np.where(sold.any(axis=1), sold.argmax(axis=1), sold.shape[1]), np.int64)


def still_active(silent: Counts, orders_per_year: Floats, rhythm: int) -> NDArray[np.bool_]:
    """Whether a partner's silence is within its own rhythm.

    A quarter always is; beyond it, two rhythms of a regular partner, three mean gaps of an irregular one.

    Parameters
    ----------
    silent : weeks without a sale
    orders_per_year : 0 means inactive
    rhythm : weeks, 1 for irregular partners
    """
    gap = WEEKS_PER_YEAR / np.maximum(orders_per_year, 1e-9)
    patience = np.full(gap.shape, 2.0 * rhythm) if rhythm > 1 else _SILENT_GAPS * gap
    return (orders_per_year > 0.0) & (silent <= np.maximum(patience, WEEKS_PER_QUARTER))
