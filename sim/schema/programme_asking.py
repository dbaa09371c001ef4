"""Levers about what partners ask for: favours, and leads."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

Answer = Literal["unanswered", "refused", "looked-at", "granted"]
LeadRule = Literal["equal", "tier", "skill", "favour"]

# One field reads best as one short paragraph.
# fmt: off


class Requests(Model):
    """How requests of single partners are answered; nothing of it matters in a market where nobody asks."""

    answer: Answer = lever(
        "looked-at", unit="choice", principle=6, rule="requests",
        moves="+trust", between=("unanswered", "looked-at"),
        says="What a partner's request meets: nothing, a no, a look into whether it makes sense, or a yes.",
    )
    hours_each: float = lever(
        1.0, unit="hours", low=0, high=8, typical=1, principle=6, rule="requests", words=(0.5, 1, 2, 4),
        moves="+requests_well_answered_share",
        says="Time of a partner manager to look into a request.",
    )
    reasons: bool = lever(
        True, unit="on or off", principle=6, rule="requests",
        moves="+trust",
        says="Whether a no comes with its reasons.",
    )


class Leads(Model):
    """Interested customers whom the vendor finds and hands to partners."""

    per_year: float = lever(
        0.0, unit="per year", low=0, high=20000, typical=500, principle=7, rule="requests",
        words=(100, 300, 1000, 3000),
        moves="+pipeline",
        says="Leads that the vendor finds and hands to its partners.",
    )
    rule: LeadRule = lever(
        "equal", unit="choice", principle=7, rule="requests",
        moves="+net_contribution", between=("equal", "skill"),
        says="Who gets leads: every partner as many, higher tiers more, the best sellers more, or those one "
        "knows best.",
    )
