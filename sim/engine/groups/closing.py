"""Deals decided, one by one."""

from typing import Any

from sim.engine.groups.kinds import CLOSING
from sim.engine.layout import OFFERS, P, Z
from sim.engine.loops import deals as dealing
from sim.engine.loops.deals import Deals, Engagement
from sim.kernel.block import BLOCK
from sim.kernel.compile import group
from sim.kernel.counts import list_positive


@group(CLOSING)
def closing(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, rule: Engagement, keys: Any, places: Any,
    deals: Deals,
) -> None:  # fmt: skip
    """Size, registration, conflict and outcome of every deal decided this week."""
    dealing.clear(z)
    dealing.before_deciding(x, d, z, par)
    found = list_positive(z, Z.decided_p, OFFERS * BLOCK, places)
    first = 0
    while first < found:
        listed, first = dealing.gather(x, z, ids, places, found, first, deals)
        dealing.bring(f, d, z, deals, listed)
        dealing.judge(lev, par, rule, deals, listed, keys)
        dealing.add_up(z, deals, listed)
        dealing.add_conflicts(z, deals, listed, par[P.incident_price_cut])
    dealing.number_on(x, z)
