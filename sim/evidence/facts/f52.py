"""F52, F53: what goes with trust, and that trust keeps partners."""

from collections.abc import Callable
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.evidence.fact import Fact
from sim.evidence.world import Floats, Stand, World, column, within

WEEK: Final = 130
Field = Callable[[str], Floats]
"""A field of the state at week 130 by name: [seeds, partners]."""


def _correlation(world: World, other: Callable[[Stand, Field, Floats], Floats]) -> Floats:
    here = world.stand("weak-rules")
    run, partners = here.run(weeks=WEEK), here.engine.partners

    def field(name: str) -> Floats:
        return column(run, getattr(S, name), partners.size)

    trust, selling = field("trust"), field("willing") > 0.0
    values = np.broadcast_to(other(here, field, run.partner[:, :, 0]), trust.shape)
    return np.array([within(trust[i], values[i], partners.segment, selling[i]) for i in range(world.seeds)])


def with_fear(world: World) -> Floats:
    """Correlation of trust with fear of conflict."""
    return _correlation(world, lambda _here, field, _sales: field("belief"))


def with_quality(world: World) -> Floats:
    """Correlation of trust with the quality of the partner's manager."""
    return _correlation(
        world, lambda here, _field, _sales: np.log(here.engine.partners.facts.manager_quality)
    )


def with_frequency(world: World) -> Floats:
    """Correlation of trust with contact received against the wish."""
    return _correlation(world, lambda here, field, _s: field("received") / here.engine.partners.facts.wanted)


def with_effort(world: World) -> Floats:
    """Correlation of trust with the share of the wallet's effort."""
    return _correlation(
        world,
        lambda here, field, _s: (field("share_p") + field("share_s")) / here.engine.partners.facts.wallet,
    )


def with_sales(world: World) -> Floats:
    """Correlation of trust with sales against the usual."""
    return _correlation(
        world,
        lambda here, _field, sales: (
            np.log(np.maximum(sales, 1.0)) - np.log(here.engine.partners.facts.weekly_list * WEEK)
        ),
    )


def with_leaving(world: World) -> Floats:
    """Correlation of trust with being silent half a year later."""

    def gone(here: Stand, _field: Field, _sales: Floats) -> Floats:
        return (column(here.run(), S.willing, here.engine.partners.size) <= 0.0).astype(float)

    return _correlation(world, gone)


PALMATIER: Final = "palmatier-2006"
FACTS: Final = (
    Fact("trust_fear", "F52", PALMATIER, with_fear, -0.8, -0.3),
    Fact("trust_quality", "F52", PALMATIER, with_quality, 0.3, 0.7),
    Fact("trust_frequency", "F52", PALMATIER, with_frequency, 0.0, 0.3),
    Fact("trust_effort", "F52", PALMATIER, with_effort, 0.15, 0.9),
    Fact("trust_sales", "F52", PALMATIER, with_sales, 0.15, 0.5),
    Fact("trust_leaving", "F53", "morgan-hunt-1994", with_leaving, -0.8, -0.3),
)
