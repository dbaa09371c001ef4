"""A named rival: another vendor with a programme of its own on the same partners."""

from __future__ import annotations

from pydantic import Field

from sim.schema.fields import NAMED, Model, fact
from sim.schema.programme import Programme

# One field reads best as one short paragraph.
# fmt: off


class Wallets(Model):
    """Share of a partner's sales in the category that goes to a rival, by segment."""

    large_integrator: float = fact(
        0.1, unit="share", low=0.01, high=0.9, rule="effort",
        says="Share of a large integrator's sales in the category that goes to the rival.",
    )
    reseller: float = fact(
        0.1, unit="share", low=0.01, high=0.9, rule="effort",
        says="Share of a reseller's sales in the category that goes to the rival.",
    )
    managed_service_provider: float = fact(
        0.1, unit="share", low=0.01, high=0.9, rule="effort",
        says="Share of a managed-service provider's sales in the category that goes to the rival.",
    )
    boutique: float = fact(
        0.1, unit="share", low=0.01, high=0.9, rule="effort",
        says="Share of a boutique's sales in the category that goes to the rival.",
    )


class Answer(Model):
    """What a rival does once we change our programme."""

    programme: Programme = Field(
        description="Name of the programme that the rival changes to.", json_schema_extra=NAMED
    )
    after_weeks: int = fact(
        26, unit="deadline weeks", low=0, high=1040, rule="effort",
        says="Weeks from our announcement to the rival's own.",
    )


class Rival(Model):
    """Another vendor on the same partners.

    Parameters
    ----------
    name : short name, different from all others of the market; its draws are keyed by it
    programme : its programme today
    wallet_share : its share of wallet, by segment
    answer : what it does after a change of ours; None when it does nothing
    """

    name: str = Field(min_length=1, max_length=80, description="Short name of the rival.")
    programme: Programme = Field(description="Name of the rival's programme.", json_schema_extra=NAMED)
    wallet_share: Wallets = Wallets()
    answer: Answer | None = None
