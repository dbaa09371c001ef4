"""F49: rules of engagement and paying both channels lower conflict inside the vendor's own channels."""

from math import inf
from typing import Any, Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, total
from sim.evidence.world import Floats, World
from sim.schema.editing import changed


def _change(world: World, levers: dict[str, Any]) -> Floats:
    """The larger of the relative changes of incidents and of deals lost to direct sellers."""
    here = world.stand("weak-rules")
    runs = after(here, changed(here.today, levers)), after(here)
    changes = [total(runs[0], place) / total(runs[1], place) - 1.0 for place in (W.incidents, W.taken)]
    return np.asarray(np.maximum(*changes), dtype=np.float64)


def rules(world: World) -> Floats:
    """A list of named accounts instead of first come."""
    return _change(world, {"direct.rule": "named-accounts", "direct.enforcement_share": 0.6})


def both_paid(world: World) -> Floats:
    """Direct sellers earn more on deals through partners."""
    return _change(world, {"direct.pay": "accelerator"})


VINHAS: Final = "vinhas-anderson-2005"
FACTS: Final = (
    Fact("rules_calm", "F49", VINHAS, rules, -inf, 0.0),
    Fact("pay_calms", "F49", VINHAS, both_paid, -inf, 0.0),
)
