"""F45, F46: entry of own direct sellers costs partners a little, and helps them where the brand is thin."""

from math import inf
from typing import Final

from sim.evidence.fact import Fact
from sim.evidence.protocol import after, lift
from sim.evidence.world import Floats, Stand, World
from sim.schema.editing import changed

ONE_EACH: Final = 1.0 + 10.0 / 28.0
"""One more direct seller in each of ten territories, where 28 work today."""
THIN: Final = 0.15


def _loss(here: Stand) -> Floats:
    more = changed(here.today, {"direct.coverage": ONE_EACH})
    return lift(after(here, more), after(here))


def entry(world: World) -> Floats:
    """Change of partners' purchases in the three years after the first."""
    return _loss(world.stand())


def entry_where_thin(world: World) -> Floats:
    """The same where territories are hardly worked and presence makes demand."""
    return _loss(world.stand(intensity_reference=THIN))


def entry_without_presence(world: World) -> Floats:
    """The same where presence makes no demand."""
    return _loss(world.stand(intensity_reference=THIN, spill_lift=0.0))


FACTS: Final = (
    Fact("direct_entry", "F45", "kalnins-2004", entry, -0.08, -0.01),
    Fact("entry_thin", "F46", "kim-jap-2021", entry_where_thin, 0.0, inf),
    Fact("entry_unseen", "F46", "kim-jap-2021", entry_without_presence, -inf, 0.0),
)
