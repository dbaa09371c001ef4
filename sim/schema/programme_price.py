"""Levers of the price list: how high it is, and who sends the invoice."""

from __future__ import annotations

from typing import Literal

from sim.schema.fields import Model, lever

Invoicing = Literal["partner", "vendor"]

# One field reads best as one short paragraph.
# fmt: off


class Price(Model):
    """What customers are asked to pay, and by whom."""

    list_index: float = lever(
        1.0, unit="multiple of today's prices", low=0.7, high=1.4, typical=0.05, principle=1, rule="demand",
        words=(0.85, 0.97, 1.03, 1.15),
        moves="-pipeline",
        says="Price list as a whole; 1 is the list in which all amounts of the market are written.",
    )
    invoiced_by: Invoicing = lever(
        "partner", unit="choice", principle=1, rule="reward", source="autodesk-agency-2024", grade="A",
        moves="+partner_profit", between=("partner", "vendor"),
        says="Who sells to the customer: the partner, at a price of its own, or the vendor, who pays the "
        "partner its front discount as a fee.",
    )
    customer_discount_share: float = lever(
        0.0, unit="share", low=0, high=0.4, typical=0.05, principle=1, rule="reward",
        words=(0.05, 0.1, 0.2, 0.3),
        moves="+pipeline",
        says="Discount off list that the vendor gives customers when it sends the invoice.",
    )
