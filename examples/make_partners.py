"""Write ``partners.csv``: two years of weekly sales of sixty invented partners.

Firms, figures and dates are fictional. ``python examples/make_partners.py`` writes the same file again.
"""

import csv
import datetime as dt
import io
import random
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("partners.csv")
FIRST_WEEK = dt.date(2023, 1, 2)
WEEKS = 104
HEADER = ("week", "partner", "partner_type", "region", "channel", "revenue", "orders")
REGIONS = ("North", "East", "South", "West", "Centre")
FIRST_WORDS = ("Amber", "Birch", "Cobalt", "Drift", "Elm", "Fjord", "Granite", "Harbour", "Iris", "Juniper")
SECOND_WORDS = ("Systems", "Networks", "Data", "Works", "Digital", "Partners")


class Kind(NamedTuple):
    """A kind of partner: its label, how many there are, deals a year, and median and log sd of a deal's ¤."""

    label: str
    firms: int
    deals_per_year: float
    deal_median: float
    deal_log_sd: float


KINDS = (
    Kind("Systems integrator", 4, 55.0, 42_000.0, 1.1),
    Kind("Reseller", 18, 22.0, 16_000.0, 1.0),
    Kind("Managed service provider", 22, 14.0, 5_300.0, 0.9),
    Kind("Consultancy", 16, 6.0, 10_500.0, 1.0),
)


def partner_rows(chance: random.Random) -> list[tuple[object, ...]]:
    """Sales of all partners, a row per partner and week with a deal."""
    names = [f"{first} {second}" for first in FIRST_WORDS for second in SECOND_WORDS]
    chance.shuffle(names)
    kinds = [kind for kind in KINDS for _ in range(kind.firms)]
    return [row for name, kind in zip(names, kinds, strict=True) for row in _firm(name, kind, chance)]


def _firm(name: str, kind: Kind, chance: random.Random) -> list[tuple[object, ...]]:
    """Sales of one firm; one in ten joins within the two years, one in seven stops selling."""
    deals_per_week = kind.deals_per_year / 52 * chance.lognormvariate(-0.18, 0.6)
    starts = chance.randrange(WEEKS) if chance.random() < 0.10 else 0
    stops = chance.randrange(WEEKS) if chance.random() < 0.15 else WEEKS
    region = chance.choice(REGIONS)
    rows = []
    for week in range(starts, stops):
        values = _deals(deals_per_week, kind, chance)
        if values:
            rows.append((_date(week), name, kind.label, region, "partner", sum(values), len(values)))
            if chance.random() < 0.01:
                rows.append((_date(week), name, kind.label, region, "partner", -values[0] // 2, 0))
    return rows


def _deals(per_week: float, kind: Kind, chance: random.Random) -> list[int]:
    """Net values of the deals of one week; they come at random."""
    values: list[int] = []
    passed = chance.expovariate(per_week)
    while passed < 1.0:
        value = kind.deal_median * chance.lognormvariate(0.0, kind.deal_log_sd)
        values.append(10 * round(value / 10))
        passed += chance.expovariate(per_week)
    return values


def direct_rows(chance: random.Random) -> list[tuple[object, ...]]:
    """The vendor's own sales by region and week."""
    return [
        (_date(week), "", "", region, "direct", round(15_000 * chance.lognormvariate(0.0, 0.5)), 1)
        for week in range(WEEKS)
        for region in REGIONS
    ]


def _date(week: int) -> dt.date:
    return FIRST_WEEK + dt.timedelta(weeks=week)


def table() -> str:
    """The whole file as text, in the order of weeks."""
    chance = random.Random(2024)
    rows = sorted(partner_rows(chance) + direct_rows(chance), key=lambda row: (row[0], row[1]))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *rows])
    return text.getvalue()


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8", newline="\n")
