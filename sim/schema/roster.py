"""Who could join: facts of a market about partners that come and go, which no lever changes."""

from __future__ import annotations

from sim.schema.fields import Model, fact

# One field reads best as one short paragraph.
# fmt: off


class Roster(Model):
    """How much joining and leaving takes place, and what others ask for recruiting."""

    turnover_share: float = fact(
        0.0, unit="share", low=0, high=1, rule="recruitment",
        says="How much of joining and leaving takes place; 0 keeps the roster as it is.",
    )
    reachable_share: float = fact(
        0.1, unit="share", low=0, high=1, rule="population",
        says="Part of the recruitable firms that the vendor could meet within the horizon.",
    )
    hunter_cost_per_year: float = fact(
        200e3, unit="¤ per year", low=2e4, high=1e6, rule="recruitment", source="industry-priors",
        grade="assumption",
        says="Full cost of somebody who does nothing but recruit partners.",
    )
    hunter_signatures_per_year: float = fact(
        14.0, unit="per year", low=1, high=200, rule="recruitment",
        says="Partners that such a person signs in a year once at full speed.",
    )
    signature_fee: float = fact(
        5e3, unit="¤", low=0, high=100e3, rule="recruitment",
        says="What an outside agency asks for each signature.",
    )
