"""Levers of the vendor's own organisation: acts of its chief and board, each with a cost."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

Hires = Literal["as-ever", "consultants"]

# One field reads best as one short paragraph.
# fmt: off


class Organisation(Model):
    """What the vendor does at home for those who work with partners."""

    advocacy_hours: float = lever(
        0.0, unit="hours per week", low=0, high=30, typical=5, principle=2, rule="organisation",
        words=(2, 5, 10, 18), moves="+support",
        says="Time in which the channel chief speaks for the partners inside the house.",
    )
    promises_per_year: float = lever(
        0.0, unit="per year", low=0, high=12, typical=2, principle=9, rule="organisation", words=(1, 2, 4, 7),
        moves="-trust",
        says="Promises that the channel chief gives to all partners.",
    )
    planning_hours: float = lever(
        8.0, unit="hours", low=0, high=80, typical=16, principle=9, rule="organisation",
        words=(4, 10, 24, 48),
        moves="+word_kept_share",
        says="Planning for each promise before it is given.",
    )
    checks_first: bool = lever(
        False, unit="on or off", principle=9, rule="organisation",
        moves="+trust",
        says="Whether the chief finds out what is possible and answers later, instead of promising at once.",
    )
    fight_hours: float = lever(
        0.0, unit="hours", low=0, high=40, typical=8, principle=9, rule="chief", words=(2, 6, 12, 24),
        moves="+trust",
        says="Time that the chief is seen to fight at home for each promise, whether it can be kept or not.",
    )
    deputy_hours: float = lever(
        0.0, unit="hours per week", low=0, high=20, typical=2, principle=2, rule="chief", words=(1, 2, 5, 10),
        moves="+relational_engagement",
        says="Time in which partners get to know a deputy, so that a new chief is no stranger.",
    )
    early_involvement_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.5, principle=5, rule="organisation",
        words=(0.2, 0.4, 0.6, 0.8), moves="-spoiled_weeks",
        says="Product launches in which the channel has a say from the start and which wait for it.",
    )
    admits_incidents: bool = lever(
        True, unit="on or off", principle=9, rule="organisation",
        moves="+trust",
        says="Whether the vendor admits and repairs what went wrong, or denies it.",
    )
    coaching_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.5, principle=4, rule="organisation",
        words=(0.2, 0.4, 0.6, 0.8), moves="+relational_engagement",
        says="Partner managers who are coached on the job in their partners' business.",
    )
    seminar_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.5, principle=4, rule="managers",
        words=(0.2, 0.4, 0.6, 0.8),
        moves="+relational_engagement",
        says="Partner managers who are sent to seminars on their partners' business, again and again.",
    )
    certified_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.5, principle=4, rule="managers",
        words=(0.2, 0.4, 0.6, 0.8),
        moves="+relational_engagement",
        says="Partner managers who must hold a certificate in their partners' business.",
    )
    hires: Hires = lever(
        "as-ever", unit="choice", principle=4, rule="managers",
        moves="+relational_engagement", between=("as-ever", "consultants"),
        says="Who is hired when a partner manager leaves: people as ever, or consultants of partners' "
        "business, who are dearer and take longer to find.",
    )
    initiative_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.25, principle=4, rule="managers",
        words=(0.1, 0.25, 0.5, 0.75),
        moves="-trust",
        says="Room that partner managers have for new ideas, at the price of their routine.",
    )
    care_share: float = lever(
        0.0, unit="share", low=0, high=1, typical=0.5, principle=4, rule="organisation",
        words=(0.2, 0.4, 0.6, 0.8), moves="+relational_engagement",
        says="How far the board does what keeps good partner managers: pay, standing, prospects.",
    )
    marketing_owner: bool = lever(
        False, unit="on or off", principle=7, rule="organisation",
        moves="+programme_cost",
        says="Whether somebody in marketing owns the budget for the channel and defends it.",
    )
