"""Levers of the relation: contact, occasions to meet, watching, and the way a change is made."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

EndsContracts = Literal["nobody", "silent", "below-silver"]
Invites = Literal["nobody-asked", "silent-asked", "ended-asked"]

# One field reads best as one short paragraph.
# fmt: off


class Contact(Model):
    """How often the vendor talks with its partners, and who does it."""

    newsletters_per_month: float = lever(
        2.0, unit="per month", low=0, high=8, typical=1, principle=7, rule="contact", words=(0.5, 1, 3, 5),
        moves="+relational_engagement",
        says="Newsletters sent to every partner.",
    )
    calls_per_quarter: float = lever(
        5.0, unit="per quarter", low=0, high=13, typical=1, principle=4, rule="contact", words=(1, 3, 6, 9),
        main=True, source="achieveunite-span", grade="C",
        moves="+relational_engagement",
        says="Calls to a reseller by its partner manager; other segments by their weight in attention.",
    )
    visits_per_quarter: float = lever(
        0.4, unit="per quarter", low=0, high=6, typical=0.25, principle=4, rule="contact",
        words=(0.1, 0.3, 1, 2),
        moves="+programme_cost",
        says="Visits at a reseller; other segments by their weight in attention.",
    )
    reviews_per_year: float = lever(
        0.0, unit="per year", low=0, high=12, typical=1, principle=4, rule="touch", words=(0.5, 1, 3, 5),
        source="industry-priors",
        moves="-trust",
        says="Business reviews with a reseller; other segments by their weight in attention.",
    )
    regularity_share: float = lever(
        1.0, unit="share", low=0, high=1, typical=0.2, principle=4, rule="touch", words=(0.2, 0.5, 0.8, 0.95),
        moves="+trust",
        says="Part of calls, visits and reviews that keeps a rhythm; the rest comes by chance.",
    )
    focus: float = lever(
        0.0, unit="exponent of size", low=0, high=1.5, typical=0.25, principle=4, rule="touch",
        words=(0.1, 0.3, 0.7, 1),
        moves="-relational_engagement",
        says="How far attention follows size inside a segment: 0 treats all alike, 1 follows size.",
    )
    automation_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.2, principle=4, rule="touch", words=(0.1, 0.3, 0.6, 0.8),
        moves="+trust",
        says="Part of the routine of contact that runs by itself.",
    )
    answer_hours: float = lever(
        24.0, unit="hours", low=1, high=240, typical=8, principle=6, rule="touch", words=(6, 16, 36, 72),
        source="industry-priors",
        moves="-trust",
        says="Time the vendor takes to answer a partner with a customer's problem.",
    )
    managers_per_100_partners: float = lever(
        2.1, unit="per 100 enrolled partners", low=0, high=20, typical=0.5, principle=4, rule="contact",
        words=(0.8, 1.5, 3, 6), source="achieveunite-span", grade="C",
        moves="+trust",
        says="Partner managers employed, for each 100 enrolled partners.",
    )


class Renewal(Model):
    """Contracts that run: who renews them, and for how much."""

    less_share: float = lever(
        0.0, unit="share", low=0, high=0.2, typical=0.05, principle=1, rule="renewal",
        words=(0.01, 0.03, 0.06, 0.1), moves="-partner_profit",
        says="Discount off list by which renewals pay a partner less than new sales.",
    )
    direct_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.2, principle=8, rule="renewal",
        words=(0.1, 0.25, 0.5, 0.8), moves="-partner_profit",
        says="Part of the renewals that the vendor takes direct.",
    )


class Occasions(Model):
    """Where vendor and partners meet beside calls and visits."""

    councils_per_year: float = lever(
        0.0, unit="per year", low=0, high=6, typical=1, principle=6, rule="touch", words=(0.5, 1, 2, 4),
        source="industry-priors",
        moves="+partner_profit",
        says="Meetings of a council of some 15 partners.",
    )
    conferences_per_year: float = lever(
        0.0, unit="per year", low=0, high=4, typical=1, principle=7, rule="touch", words=(0.3, 0.8, 1.2, 2),
        source="industry-priors",
        moves="+relational_engagement",
        says="Partner conferences.",
    )
    conference_fee: float = lever(
        0.0, unit="¤", low=0, high=3000, typical=500, principle=7, rule="touch", words=(100, 500, 1000, 2000),
        source="industry-priors",
        moves="-relational_engagement",
        says="What a partner pays to come to the conference.",
    )
    conference_talks_share: float = lever(
        0.4, unit="share", low=0, high=1, typical=0.2, principle=7, rule="touch", words=(0.15, 0.3, 0.5, 0.7),
        moves="+trust",
        says="Time of the conference for talks instead of presentations.",
    )
    events_per_year: float = lever(
        0.0, unit="per year", low=0, high=24, typical=4, principle=7, rule="touch", words=(1, 3, 6, 12),
        moves="+relational_engagement",
        says="Independent partner events at which the vendor is present.",
    )
    press_per_year: float = lever(
        0.0, unit="per year", low=0, high=52, typical=6, principle=7, rule="touch", words=(2, 6, 12, 24),
        moves="+programme_cost",
        says="Articles about the programme in the trade press.",
    )
    round_tables_per_year: float = lever(
        0.0, unit="per year", low=0, high=12, typical=2, principle=2, rule="touch", words=(0.5, 1, 3, 5),
        moves="+trust",
        says="Round tables of the chief executive with some of the most important partners.",
    )
    briefings_per_year: float = lever(
        0.0, unit="per year", low=0, high=24, typical=4, principle=5, rule="touch", words=(1, 3, 6, 12),
        moves="+relational_engagement",
        says="Product briefings for partners.",
    )


class Monitoring(Model):
    """How the vendor notices that a partner is going, and what it then does."""

    threshold_share: float = lever(
        0.5, unit="chance", low=0.05, high=0.95, typical=0.1, principle=10, rule="monitoring",
        words=(0.2, 0.4, 0.6, 0.8),
        moves="-detection_delay",
        says="Chance to be alive, judged by a partner's own pace, below which it counts as gone.",
    )
    telemetry_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.25, principle=10, rule="monitoring",
        words=(0.1, 0.3, 0.6, 0.9),
        moves="-detection_delay",
        says="Visits of the portal that are recorded and read.",
    )
    winback_hours: float = lever(
        0.0, unit="hours per week", low=0, high=2, typical=0.1, principle=6, rule="monitoring",
        words=(0.1, 0.2, 0.5, 1),
        moves="+active_partners",
        says="Time spent in a week on each partner that counts as gone.",
    )


class Transition(Model):
    """How a programme replaces another one; nothing of it matters once the change is over."""

    notice_weeks: int = lever(
        0, unit="deadline weeks", low=0, high=104, typical=13, principle=9, rule="transition",
        words=(4, 9, 18, 30), main=True, source="industry-priors",
        moves="+trust",
        says="Time between the announcement, which is the design's date, and its effect.",
    )
    grandfathering_weeks: int = lever(
        0, unit="deadline weeks", low=0, high=156, typical=26, principle=9, rule="transition",
        words=(4, 13, 39, 78),
        moves="+partner_profit",
        says="Time for which nobody's front discount falls below that of the old programme.",
    )
    leaked: bool = lever(
        False, unit="on or off", principle=9, rule="transition",
        moves="-trust",
        says="Whether the change becomes known as a rumour before it is announced.",
    )
    reversed_after_weeks: int = lever(
        0, unit="deadline weeks", low=0, high=520, typical=4, principle=9, rule="transition",
        moves="+trust", between=(0, 4),
        says="Weeks after the announcement at which the change is taken back; 0 means never.",
    )
    ends: EndsContracts = lever(
        "nobody", unit="choice", principle=10, rule="transition",
        moves="-silent_partners", between=("nobody", "silent"),
        says="Whose contract the vendor ends when the programme takes effect.",
    )
    reinvites: Invites = lever(
        "nobody-asked", unit="choice", principle=10, rule="transition",
        moves="+active_partners", between=("nobody-asked", "silent-asked"),
        says="Whom the vendor asks back: nobody, silent partners when the programme takes effect, or also "
        "those whose contract it ended, should the programme be taken back.",
    )
