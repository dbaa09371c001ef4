"""Levers of the way goods and prices take: special bids, distribution."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

Serves = Literal["serves-nobody", "serves-registered", "serves-below-gold", "serves-everybody"]
Requalification = Literal["to-earned", "one-step", "year-of-grace"]

# One field reads best as one short paragraph.
# fmt: off


class Bids(Model):
    """Special prices for single deals in which a rival's price is known."""

    discount_share: float = lever(
        0.0, unit="share", low=0, high=0.3, typical=0.05, principle=1, rule="route",
        words=(0.03, 0.08, 0.15, 0.22),
        moves="+win_rate",
        says="Extra discount off list that a desk may give against a rival; it goes to the customer.",
    )
    answer_hours: float = lever(
        48.0, unit="hours", low=1, high=240, typical=36, principle=1, rule="route", words=(8, 24, 48, 96),
        moves="-win_rate",
        says="Time the desk takes to decide on a special price.",
    )


class Route(Model):
    """Whether partners buy from the vendor or from a distributor."""

    serves: Serves = lever(
        "serves-nobody", unit="choice", principle=5, rule="route",
        moves="+detection_delay", between=("serves-nobody", "serves-everybody"),
        says="Which partners buy from a distributor, who takes a margin, reports late and keeps stock.",
    )
    distributor_margin_share: float = lever(
        0.05, unit="share", low=0, high=0.15, typical=0.02, principle=5, rule="route",
        words=(0.02, 0.04, 0.06, 0.09), source="industry-priors",
        moves="-net_contribution",
        says="What a distributor keeps of the list value it sells.",
    )
