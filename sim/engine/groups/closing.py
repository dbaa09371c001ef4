"""Deals decided, one by one."""

from typing import Any

from sim.engine.common import Vendorial
from sim.engine.groups.kinds import CLOSING
from sim.engine.layout import OFFERS, G, P, Z
from sim.engine.loops import deals as dealing
from sim.engine.loops.deals import Deals
from sim.kernel.block import BLOCK
from sim.kernel.compile import group
from sim.kernel.counts import list_positive


@group(CLOSING)
def closing(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, all_: Vendorial, keys: Any, places: Any,
    deals: Deals, ledger: Any, week: float,
) -> None:  # fmt: skip
    """Size, registration, conflict and outcome of every deal decided this week."""
    dealing.clear(z)
    dealing.before_deciding(x, d, z, par, all_.answers)
    found = list_positive(z, Z.decided_p, OFFERS * BLOCK, places)
    first = 0
    while first < found:
        listed, first = dealing.gather(x, z, ids, places, found, first, deals)
        dealing.bring(f, d, z, deals, listed)
        if lev[G.bid_discount] > 0.0:
            dealing.bring_bids(z, deals, listed)
        dealing.judge(lev, par, all_.rule, deals, listed, keys)
        dealing.add_up(z, deals, listed)
        if lev[G.bid_discount] > 0.0:
            dealing.add_bids(z, deals, listed)
        dealing.add_conflicts(z, deals, listed, par[P.incident_price_cut])
        if len(ledger) > 0:
            dealing.keep_conflicts(ledger, deals, listed, week, par[P.incident_price_cut])
    dealing.number_on(x, z)
