"""Groups complain when many of them lose much or lose a tier, over the rule that takes most from them."""

from types import SimpleNamespace

import numpy as np
import polars as pl

from sim.experiment.explain.complaints import MANY, MOST, complaints
from sim.experiment.explain.levers import Credit
from sim.experiment.explain.shares import Shares
from sim.experiment.roster import Roster
from sim.experiment.tables import BANDS

SIZE = 40
LEVERS = ("rebate.size",), ("direct.rule",)


def given(losing: dict[str, int], lower: dict[str, int] | None = None) -> SimpleNamespace:
    """A comparison in which the first partners of every segment lose much, and the first of some a tier."""
    lower = lower or {}
    rows = [
        ("one", "segment", member, band, count)
        for member, lost in losing.items()
        for band, count in ((BANDS[0], lost), (BANDS[2], SIZE - lost))
    ]
    bands = pl.DataFrame(rows, schema=["design", "grouping", "member", "band", "partners"], orient="row")
    segments = [member for member in losing for _ in range(SIZE)]
    places = [place for _ in losing for place in range(SIZE)]
    hurt = [place < losing[member] for member, place in zip(segments, places, strict=True)]
    falls = [place < lower.get(member, 0) for member, place in zip(segments, places, strict=True)]
    tiers = {"today": np.full(len(segments), 2.0), "one": 2.0 - np.array(falls)}
    return SimpleNamespace(
        bands=bands.with_columns(share=pl.col("partners") / SIZE),
        partners=pl.DataFrame({"design": "one", "band": [BANDS[0] if one else BANDS[2] for one in hurt]}),
        today="today",
        roster=Roster([f"P-{place:04}" for place in range(len(segments))], segments, {"end_tier": 0}),
        measured={name: SimpleNamespace(partners=tier[:, None]) for name, tier in tiers.items()},
    )


def taken(partners: list[tuple[float, float]]) -> Credit:
    return Credit(LEVERS, Shares(np.zeros((1, 2)), np.zeros(2)), np.array(partners))


def test_groups_in_which_many_lose_much_complain_the_hardest_hit_first() -> None:
    found = complaints(given({"boutique": MANY + 1, "reseller": MANY, "large_integrator": 20}), "one")
    assert [sentence.split(":")[0] for sentence in found] == ["Large integrators", "Boutiques"]
    assert "20 of 40" in found[0]
    assert "no segment" in complaints(given({"boutique": MANY}), "one")[0]


def test_a_group_complains_over_what_takes_most_from_its_losers_not_from_all_of_it() -> None:
    """The other lever takes more from the whole group, but from those who do not lose much."""
    losers, others = [(-5.0, -1.0)] * 10, [(0.0, -9.0)] * (SIZE - 10)
    (sentence,) = complaints(given({"boutique": 10}), "one", taken(losers + others))
    assert "“Rebate size”" in sentence
    (nobody,) = complaints(given({"boutique": 10}), "one", taken([(1.0, 0.0)] * SIZE))
    assert "lever" not in nobody


def test_a_lower_tier_is_a_complaint_of_its_own() -> None:
    found = complaints(given({"boutique": 0, "reseller": 0}, {"boutique": MANY + 2, "reseller": MANY}), "one")
    assert found == ("Boutiques: 7 of 40 are likely to end in a lower tier.",)


def test_groups_beyond_the_first_are_counted() -> None:
    segments = ("boutique", "reseller", "large_integrator", "managed_service_provider")
    many = dict.fromkeys(segments, 20)
    found = complaints(given(many, many), "one")
    assert len(found) == MOST + 1
    assert "3 more groups" in found[-1]
