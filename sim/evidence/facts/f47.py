"""F47: a direct channel mostly adds; it cannibalises where it aims at the same customers."""

from typing import Final

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, total
from sim.evidence.world import Floats, Stand, World
from sim.schema.editing import changed


def _lost(here: Stand) -> Floats:
    """What partners sell less per ¤ list that direct sellers bring."""
    without, with_it = after(here, changed(here.today, {"direct.coverage": 0.0})), after(here)
    brought = total(with_it, W.direct_revenue) / (1.0 - here.engine.market.vendor.direct_discount_share)
    lost: Floats = (total(without, W.bought_list) - total(with_it, W.bought_list)) / brought
    return lost


def apart(world: World) -> Floats:
    """Where direct sellers seek other customers and keep to a fixed list of accounts."""
    return _lost(world.stand("hard-deck", direct_pond_share=0.0))


def alike(world: World) -> Floats:
    """Where they seek the same customers and come first where they can."""
    return _lost(world.stand("weak-rules", direct_pond_share=1.0))


POZZI: Final = "biyalogorsky-naik-2003, pozzi-2013"
FACTS: Final = (
    Fact("direct_apart", "F47", POZZI, apart, 0.0, 0.30),
    Fact("direct_alike", "F47", POZZI, alike, 0.50, 1.50),
)
