"""The tables ``partners`` and ``bands``: who wins and who loses."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.measured import SALES, Measured
from sim.experiment.outcomes import PARTNER_COLUMNS
from sim.experiment.roster import Roster
from sim.experiment.tables.tidy import of_designs, stacked
from sim.experiment.weekly import Array, ratio
from sim.schema.programme import TIERS

BANDS: Final = ("loses much", "loses", "same", "gains", "gains much")
"""Winners and losers, by the change of a partner's yearly profit."""

BAND_EDGES: Final = (-0.10, -0.02, 0.02, 0.10)
"""Change of profit, as a share of its size under today's programme, between the bands."""

SIZES: Final = ("largest", "large", "small", "smallest")
"""Quarters of the partners by sales under today's programme."""

EVERYBODY: Final = "all"
"""Grouping of all partners together, and its one member."""

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "partner": "pseudonym of the partner",
    "segment": "segment of the partner",
    "sales_list_per_year": "¤ at list price a year, mean over futures",
    "profit_per_year": "¤ a year earned with our line, mean over futures",
    "payout_per_year": "¤ a year of rebates, rewards and funds, mean over futures",
    "end_trust": "trust at the end, 0 to 1, mean over futures",
    "end_willing_share": "readiness to sell at the end, mean over futures: 1 as usual, 0 silent",
    **{f"{column.name}_difference": "design less today" for column in PARTNER_COLUMNS},
    "band": f"change of yearly profit: {', '.join(BANDS)} (edges {BAND_EDGES})",
}

BAND_COLUMNS: Final = {
    "design": "name of the design; today's programme is not among them",
    "grouping": "all, segment, tier (held at the end under today's programme), or size (sales under it)",
    "member": f"all, the name of the segment or tier, or the quarter by size: {', '.join(SIZES)}",
    "band": f"change of yearly profit: {', '.join(BANDS)} (edges {BAND_EDGES})",
    "partners": "how many partners of the member fall into the band",
    "share": "share of the member's partners, 0 to 1",
}

Shown = Mapping[str, Array]


def partners_table(measured: Mapping[str, Measured], roster: Roster, weeks: int) -> pl.DataFrame:
    """One row per design and partner.

    Parameters
    ----------
    measured : by design, today first
    roster : of the partners
    weeks : horizon
    """
    today = _shown(next(iter(measured.values())), roster.totals, weeks)
    shown = {name: _shown(one, roster.totals, weeks) for name, one in measured.items()}
    return stacked([_partners(name, one, today, roster) for name, one in shown.items()])


def bands_table(measured: Mapping[str, Measured], roster: Roster) -> pl.DataFrame:
    """One row per design, member of a grouping, and band.

    Parameters
    ----------
    measured : by design, today first
    roster : of the partners
    """
    today = next(iter(measured.values()))
    members = _members(roster, roster.tiers(today), today.partners[:, roster.totals[SALES]])
    profit = roster.totals["profit"]
    level = today.partners[:, profit]

    def piece(name: str) -> pl.DataFrame:
        places = band_places(measured[name].partners[:, profit] - level, level)
        return stacked([_bands(name, *member, places[here]) for member, here in members.items()])

    return of_designs(tuple(measured), piece)


def band(change: Array, level: Array) -> list[str]:
    """Band of each partner from the change of its profit and today's profit."""
    return [BANDS[place] for place in band_places(change, level)]


def band_places(change: Array, level: Array) -> NDArray[np.int64]:
    """As ``band``, as positions in ``BANDS``."""
    share = np.nan_to_num(ratio(change, np.abs(level)), nan=0.0)
    nothing_before = np.where(level == 0.0, np.sign(change), share)
    return np.searchsorted(BAND_EDGES, nothing_before)


def size_quarters(sales: Array) -> list[str]:
    """Quarter of ``SIZES`` of each partner; of equal partners the first is the larger.

    Parameters
    ----------
    sales : of each, ¤
    """
    ranks = np.argsort(np.argsort(-sales, kind="stable"), kind="stable")
    return [SIZES[int(rank) * len(SIZES) // len(sales)] for rank in ranks]


def _members(roster: Roster, tiers: list[str], sales: Array) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """Grouping and member → which partners belong to it."""
    everybody = {(EVERYBODY, EVERYBODY): np.ones(len(roster.ids), dtype=bool)}
    segments = {("segment", name): np.array(roster.segments) == name for name in roster.segment_names}
    held = {("tier", name): np.array(tiers) == name for name in TIERS if name in tiers}
    quarters = size_quarters(sales)
    sizes = {("size", name): np.array(quarters) == name for name in SIZES if name in quarters}
    return everybody | segments | held | sizes


def _bands(design: str, grouping: str, member: str, places: NDArray[np.int64]) -> pl.DataFrame:
    counts = np.bincount(places, minlength=len(BANDS))
    rows = len(BANDS)
    who = {"design": [design] * rows, "grouping": [grouping] * rows, "member": [member] * rows}
    return pl.DataFrame({**who, "band": BANDS, "partners": counts, "share": counts / len(places)})


def _shown(one: Measured, totals: Mapping[str, int], weeks: int) -> Shown:
    years = weeks / WEEKS_PER_YEAR
    return {
        column.name: one.partners[:, totals[column.total]] / (years if column.is_yearly else 1.0)
        for column in PARTNER_COLUMNS
    }


def _partners(name: str, shown: Shown, today: Shown, roster: Roster) -> pl.DataFrame:
    changes = {f"{column}_difference": values - today[column] for column, values in shown.items()}
    who = {"design": [name] * len(roster.ids), "partner": list(roster.ids), "segment": list(roster.segments)}
    banded = {"band": band(changes["profit_per_year_difference"], today["profit_per_year"])}
    return pl.DataFrame({**who, **shown, **changes, **banded})
