"""Check the loaders against the known facts of real tables: ``python -m tools.check_data DIR``.

DIR holds the folders adventureworks, iowa_liquor and online_retail; their README gives the facts.
"""

import sys
import time
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from sim.experiment.matching import matched
from sim.intake import describe
from sim.intake.columns import guess_columns
from sim.intake.loading import build_table, load_partners
from sim.intake.market import TableStart, from_table
from sim.intake.reading import read_table
from sim.intake.table import Floats, PartnerTable
from sim.schema.loading import load_market, load_programme

MONTHS = "adventureworks/demo_partner_month.csv.gz"
DIRECT = "adventureworks/demo_direct_month.csv.gz"
LINES = "adventureworks/fact_reseller_sales.parquet"
BRAND = "iowa_liquor/vendor_week_jagermeister_2017_2019.parquet"
SPIRITS = "iowa_liquor/vendor_week_sazerac_2017_2019.parquet"
SHOPS = "iowa_liquor/demo_120_partners_week.csv.gz"
BUYERS = "online_retail/customer_orders.parquet"


class Check(NamedTuple):
    """One fact: what it is, what was found, and what it should be within a tolerance."""

    what: str
    found: float
    known: float
    tolerance: float

    @property
    def holds(self) -> bool:
        return abs(self.found - self.known) <= self.tolerance


def bicycle_vendor(folder: Path) -> Iterator[Check]:
    """Totals, concentration and the three-month rhythm of the fictional bicycle vendor."""
    table = load_partners(folder / MONTHS)
    yield Check("reseller sales", table.revenue.sum(), 80_450_596.98, 0.05)
    last_year = _of_active(table.revenue[:, -52:].sum(axis=1))
    yield Check("share of the top 20 % in the last 12 months", describe.top_share(last_year), 0.625, 0.005)
    yield Check("Gini of the last 12 months", describe.gini(last_year), 0.64, 0.005)
    yield Check("resellers", len(table.ids), 635, 0)
    yield Check("weeks between the orders of a reseller", _start(table).rhythm_weeks, 13, 0)
    by_line = load_partners(folder / LINES)
    yield Check("reseller sales from order lines", by_line.revenue.sum(), 80_450_596.98, 0.01)
    yield Check("partner-quarters where months and order lines differ", _differing(table, by_line), 0, 0)


def bicycle_vendor_direct(folder: Path) -> Iterator[Check]:
    """Direct rows in the same table are split off to the cent."""
    partners = read_table(folder / MONTHS)
    direct = read_table(folder / DIRECT).rename({"SalesTerritoryCountry": "country"})
    frame = pl.concat([partners, direct], how="diagonal")
    table, _ = build_table(frame, guess_columns(frame))
    yield Check("direct sales", table.direct.sum(), 29_358_677.22, 0.05)
    yield Check("reseller sales beside them", table.revenue.sum(), 80_450_596.98, 0.05)


def liquor_brand(folder: Path) -> Iterator[Check]:
    """Activity of 1,809 retailers of one brand, by quarter from 2 January 2017."""
    table = load_partners(folder / BRAND)
    sales = table.revenue[:, 1:]
    active = describe.active_quarters(sales)
    yield Check("retailers ever active", active.any(axis=1).sum(), 1809, 0)
    yield Check("active per quarter", active.sum(axis=0).mean(), 1077.5, 0.05)
    yield Check("P(active next quarter | active)", describe.stay_share(active), 0.813, 0.0005)
    yield Check("P(return | dormant)", describe.return_share(active), 0.360, 0.0005)
    top = describe.top_share(_of_active(sales[:, -52:].sum(axis=1)))
    yield Check("share of the top 20 % in the last year", top, 0.795, 0.001)
    yield Check("share of a quarter in its last two weeks", describe.late_share(sales, 2), 0.157, 0.0005)


def wholesaler(folder: Path) -> Iterator[Check]:
    """Churn of buyers by the day, returns netted."""
    table = load_partners(folder / BUYERS)
    yield Check("buyers", len(table.ids), 5942, 0)
    stay = describe.stay_share(describe.active_quarters(table.revenue))
    yield Check("P(active next quarter | active)", stay, 0.56, 0.01)


def inferred_deals(folder: Path) -> Iterator[Check]:
    """Deals inferred from a table give back its yearly sales, sizes and activity without any match."""
    for name in (MONTHS, SHOPS, BUYERS):
        table = load_partners(folder / name)
        start = _start(table)
        sales, sizes, activity = _drawn(start, table)
        known = describe.activity(table.revenue[:, table.year])
        yield Check(f"yearly sales, {name}", sales / start.sales_list.sum(), 1.0, 0.05)
        yield Check(f"distance of log order sizes, {name}", sizes, 0.0, 0.08)
        yield Check(f"activity, {name}", activity, known, 0.03)


def matched_bicycles(folder: Path) -> Iterator[Check]:
    """The simulated first year meets the bicycle vendor's table."""
    yield from _match(folder / MONTHS)


def matched_shops(folder: Path) -> Iterator[Check]:
    """The simulated first year meets the table of 120 shops."""
    yield from _match(folder / SHOPS)


def matched_spirits(folder: Path) -> Iterator[Check]:
    """The simulated first year meets the table of a vendor of many brands."""
    yield from _match(folder / SPIRITS)


def matched_brand(folder: Path) -> Iterator[Check]:
    """The simulated first year meets the table of one brand; order sizes sit on prices and are only told."""
    yield from _match(folder / BRAND, only_told=("sizes",))


def matched_buyers(folder: Path) -> Iterator[Check]:
    """The simulated first year meets the table of a wholesaler; buyers come and go in its two years."""
    yield from _match(folder / BUYERS)


def _match(path: Path, only_told: tuple[str, ...] = ()) -> Iterator[Check]:
    """Every measure of a match; those not required, and the quarter held out, hold whatever they are."""
    match = matched(load_partners(path), load_market("baseline"), load_programme("retro-volume"))
    for row in match.report:
        told = row.allowed is None or row.measure in only_told
        tolerance = inf if told or row.allowed is None else row.allowed
        found = f"{row.measure}, table {row.table:,.3f}, simulated {row.simulated:,.3f}: deviation"
        yield Check(found, row.deviation, 0.0, tolerance)


def _start(table: PartnerTable) -> TableStart:
    return from_table(table, load_market("baseline"), load_programme("retro-volume"))


def _of_active(sales: Floats) -> Floats:
    return sales[sales > 0.0]


def _differing(one: PartnerTable, other: PartnerTable) -> float:
    """Partner-quarters in which two readings of the same sales differ by more than a few cents."""
    quarters = [t.revenue.reshape(len(t.ids), -1, 13).sum(axis=2) for t in (one, other)]
    return float((np.abs(np.sort(quarters[0], axis=0) - np.sort(quarters[1], axis=0)) > 0.05).sum())


def _drawn(start: TableStart, table: PartnerTable) -> tuple[float, float, float]:
    """Mean yearly list sales, distance of order sizes and activity of years drawn from the inferred deals."""
    chance = np.random.default_rng(1)
    years = [_drawn_year(start, chance) for _ in range(5)]
    active = np.mean([(year.reshape(len(table.ids), 4, -1).sum(axis=2) > 0.0).mean() for year, _ in years])
    sizes = np.concatenate([values for _, values in years])
    orders = table.orders_in(table.year)
    distance = describe.kolmogorov_distance(sizes, np.log(orders.value), None, orders.number)
    return float(np.mean([year.sum() for year, _ in years])), distance, float(active)


def _drawn_year(start: TableStart, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """Sales by partner and window of a year, and the log net size of every order in it."""
    facts = start.partners.facts
    shape = (start.partners.size, 52 // start.rhythm_weeks)
    sales = np.zeros(shape)
    singles = []
    for wins, log_size in ((facts.wins_p, facts.log_size_p), (facts.wins_s, facts.log_size_s)):
        cell = np.repeat(np.arange(sales.size), chance.poisson(wins[:, None] / shape[1], shape).ravel())
        partner = cell // shape[1]
        value = np.exp(log_size[partner] + facts.log_size_sd[partner] * chance.standard_normal(cell.size))
        sales += describe.totals(value, cell, sales.size).reshape(shape)
        singles.append(np.log(value) + _net_log(start)[partner])
    if start.rhythm_weeks == 1:
        return sales, np.concatenate(singles)
    partner, window = np.nonzero(sales)
    return sales, np.log(sales[partner, window]) + _net_log(start)[partner]


def _net_log(start: TableStart) -> Floats:
    """Log of net over list, by partner."""
    discount = np.asarray(load_programme("retro-volume").front.discount_share)
    return np.asarray(np.log1p(-discount[start.partners.facts.start_tier.astype(int)]))


CHECKS: tuple[Callable[[Path], Iterator[Check]], ...] = (
    bicycle_vendor,
    bicycle_vendor_direct,
    liquor_brand,
    wholesaler,
    inferred_deals,
    matched_bicycles,
    matched_shops,
    matched_spirits,
    matched_brand,
    matched_buyers,
)


def main(arguments: list[str]) -> int:
    """Run all checks and print one line each; 0 if all hold, 1 if one does not, 2 without the folder."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("No folder of tables: make check-data DIR=folder")
        return 2
    failed = 0
    for group in CHECKS:
        began = time.perf_counter()
        for check in group(Path(arguments[0])):
            failed += not check.holds
            mark = "ok    " if check.holds else "FAILED"
            print(f"{mark} {check.what}: {check.found:,.4f} (known {check.known:,.4f} ± {check.tolerance:g})")
        print(f"       {group.__name__.replace('_', ' ')}: {time.perf_counter() - began:.1f} s")
    print(f"{failed} checks failed" if failed else "all checks hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
