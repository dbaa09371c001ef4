"""Levers of recruiting: who signs new partners, how many, and who takes them by the hand."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

Way = Literal["in-house", "hunters", "outsourced", "on-the-job"]
Pitch = Literal["product", "business"]

# One field reads best as one short paragraph.
# fmt: off


class Recruitment(Model):
    """How new partners are found; nothing of it matters in a market whose roster stands still."""

    way: Way = lever(
        "in-house", unit="choice", principle=4, rule="recruitment",
        moves="-activation_share", between=("in-house", "outsourced"),
        says="Who signs new partners: partner managers beside their work, people who do nothing else, an "
        "agency paid by the signature, or managers who learn it while they work.",
    )
    pace: float = lever(
        1.0, unit="multiple of what replaces those who leave", low=0, high=4, typical=0.25, principle=4,
        rule="recruitment", words=(0.3, 0.8, 1.3, 2),
        moves="+signed_partners",
        says="How many partners are signed; 1 keeps the roster as large as it is.",
    )
    pitch: Pitch = lever(
        "product", unit="choice", principle=4, rule="recruitment",
        moves="+signed_partners", between=("product", "business"),
        says="What prospects hear: the product, or what it does for their own business, which takes managers "
        "who know that business.",
    )
    experience_per_year: float = lever(
        0.0, unit="¤ per year", low=0, high=5e6, typical=200e3, principle=4, rule="recruitment",
        words=(50e3, 200e3, 600e3, 2e6),
        moves="+signed_partners",
        says="What is spent on how it feels to become and to be a partner: portal, first steps, tone.",
    )
    onboarding_hours: float = lever(
        0.0, unit="hours per week", low=0, high=4, typical=0.5, principle=4, rule="recruitment",
        words=(0.2, 0.5, 1, 2),
        moves="+activation_share",
        says="Time of a partner manager for each new partner in every week of its first quarter.",
    )
