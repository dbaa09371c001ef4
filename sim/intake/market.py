"""The start of a simulation from a table: what it knows, at list prices; the segments know the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.intake.deals import MOST_DEALS_PER_YEAR, fit_deals, still_active, weeks_silent
from sim.intake.offers import fit_offer_sizes
from sim.intake.segments import assign_segments
from sim.intake.table import Counts, Floats, PartnerTable
from sim.population.building import Firms, assemble
from sim.population.partners import Partners
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Front, Programme
from sim.text import numbers
from sim.text.catalogue import say

_UNLIKE = 4.0  # times below the smallest or above the largest segment's usual sales


@dataclass(frozen=True, eq=False)
class TableStart:
    """Partners of a table as they are at the end of its training weeks, and what a match is judged by.

    Attributes
    ----------
    partners : ready to simulate; yearly wins and deal sizes are as inferred, not yet matched
    sales_list : yearly sales of each partner at list, ¤, the target of the match, shape (partners,)
    deals_per_order : deals that one order of the table holds, shape (partners,)
    rhythm_weeks : orders are placed once in so many weeks; 1 for no rhythm
    direct_sales_list : the vendor's own yearly sales at list, ¤; None if the table has none
    warnings : what could not be inferred, and what stands in
    """

    partners: Partners = field(repr=False)
    sales_list: Floats = field(repr=False)
    deals_per_order: Floats = field(repr=False)
    rhythm_weeks: int
    direct_sales_list: float | None
    warnings: tuple[str, ...]


def from_table(
    table: PartnerTable,
    market: Market,
    today: Programme,
    type_segments: Mapping[str, str] | None = None,
    lift: float = 0.0,
) -> TableStart:
    """Read a table as the start of a simulation under today's programme.

    Parameters
    ----------
    table : partner sales
    market : yardstick of the segments, and everything that the table does not say
    today : its front discount turns net revenue into list prices
    type_segments : partner type to segment name, to correct the guess
    lift : 0 to 1, raises the number of deals against their size, see ``sim.intake.deals.lifted``

    Raises
    ------
    IntakeError : a segment that does not exist
    """
    tier, sales_list = list_sales(table.yearly_sales(), today.front)
    deals = fit_deals(table, lift)
    log_size = deals.log_mean - np.log1p(-np.asarray(today.front.discount_share)[tier])
    segment, on_segments = assign_segments(table.types, sales_list, log_size, market, type_segments)
    silent = weeks_silent(table)
    active = still_active(silent, table.yearly_orders(), deals.rhythm_weeks)
    firms = Firms(
        ids=np.arange(len(table.ids)),
        segment=segment,
        wins_per_year=deals.wins_per_year,
        log_size=log_size,
        log_size_sd=deals.log_sd,
        active=active.astype(np.float64),
        weeks_silent=np.where(active, 0.0, silent),
        signed=np.ones(len(table.ids)),
    )
    return TableStart(
        partners=_partners(market, firms, tier, territories(table.regions, market.territories)),
        sales_list=sales_list,
        deals_per_order=deals.deals_per_order,
        rhythm_weeks=deals.rhythm_weeks,
        direct_sales_list=_direct_list(table, market),
        warnings=(
            *table.warnings,
            *on_segments,
            *_on_prices(table, sales_list),
            *_on_scale(sales_list, market),
            *_on_deals(table, deals.rhythm_weeks),
            *_on_silence(active),
        ),
    )


def _partners(market: Market, firms: Firms, tier: Counts, territory: Counts) -> Partners:
    drawn = assemble(market, firms)
    ratio = market.offers.solution.size_factor / market.offers.product.size_factor
    facts = fit_offer_sizes(drawn.facts, firms.log_size, firms.log_size_sd, ratio)
    return drawn._replace(territory=territory, facts=facts._replace(start_tier=tier.astype(np.float64)))


def list_sales(net_per_year: Floats, front: Front) -> tuple[Counts, Floats]:
    """Tier and list sales that fit net sales: the highest tier whose threshold they reach at its discount.

    Parameters
    ----------
    net_per_year : ¤ net
    front : discount and threshold of each tier

    Returns
    -------
    tier, 0 to 3, and yearly sales at list, ¤
    """
    at_list = net_per_year[:, None] / (1.0 - np.asarray(front.discount_share))
    threshold = np.array([0.0, *(float(step) for step in front.tier_threshold_list)])
    tier = np.where(at_list >= threshold, np.arange(threshold.size), 0).max(axis=1)
    return tier, np.take_along_axis(at_list, tier[:, None], axis=1)[:, 0]


def territories(regions: tuple[str, ...], count: int) -> Counts:
    """Territory of each partner: one per region, shared if regions are more; dealt out evenly without one.

    Parameters
    ----------
    regions : per partner, empty where unknown
    count : territories of the market, at least 1
    """
    _, position = np.unique(np.array(regions, dtype=str), return_inverse=True)
    known = np.array([bool(region) for region in regions], dtype=np.bool_)
    return np.where(known, position % count, np.arange(len(regions)) % count)


def _direct_list(table: PartnerTable, market: Market) -> float | None:
    net = float(table.direct[table.year].sum()) * table.per_year
    return net / (1.0 - market.vendor.direct_discount_share) if net > 0.0 else None


def _on_prices(table: PartnerTable, sales_list: Floats) -> list[str]:
    net, at_list = numbers.money(float(table.yearly_sales().sum())), numbers.money(float(sales_list.sum()))
    return [say("intake.net_to_list", net=net, list=at_list), say("intake.defaults")]


def _on_scale(sales_list: Floats, market: Market) -> list[str]:
    usual = [float(market.segments[name].revenue_per_active_list) for name in SEGMENTS]
    if not (sales_list > 0.0).any():
        return []
    median = float(np.median(sales_list[sales_list > 0.0]))
    if min(usual) / _UNLIKE <= median <= max(usual) * _UNLIKE:
        return []
    span = numbers.money_range(min(usual), max(usual))
    return [say("intake.unlike_market", table=numbers.money(median), market=span)]


def _on_deals(table: PartnerTable, rhythm: int) -> list[str]:
    sentences = [say("intake.rhythm", weeks=rhythm)] if rhythm > 1 else []
    bundled = int((table.yearly_orders() > MOST_DEALS_PER_YEAR).sum())
    if bundled:
        sentences.append(say("intake.bundled", partners=numbers.count(bundled), most=MOST_DEALS_PER_YEAR))
    return sentences


def _on_silence(active: NDArray[np.bool_]) -> list[str]:
    inactive = int((~active).sum())
    return [say("intake.inactive", partners=numbers.count(inactive))] if inactive else []
