"""What the week leaves behind, and its sums."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.groups.kinds import RELATING
from sim.engine.layout import G, L, V, Z
from sim.engine.loops import asking, hearsay, relations, renewing, sums, watching
from sim.kernel.compile import group


@group(RELATING)
def relating(
    x: Any, f: Any, d: Any, z: Any, ids: Any, territory: Any, neighbours: Any, lev: Any, par: Any,
    now: Now, keys: Any, vend: Any, lanes: Any, level: Any, heard: Any,
) -> None:  # fmt: skip
    """Trust, belief, skill and loyalty; sums over partners and territories."""
    sums.count_deals(x, z)
    relations.trusting(x, f, z, par, now, lev[G.mending])
    relations.believing(x, z, par)
    hearsay.tell(x, z, par)
    watching.watch(x, z, lev, par, ids, keys)
    watching.win_back(x, f, d, z, lev, par)
    relations.practising(x, z, par)
    relations.leaving(x, f, d, z, ids, par, keys)
    relations.staying(x, f, z, ids, par, keys)
    sums.standing(x, f, z)
    renewing.run_on(x, f, d, z, lev, vend[V.usage])
    watching.engage(x, f, d, z, par)
    sums.totals(x, z, now)
    sums.add_block(x, z, lanes)
    if lev[G.served_below] > 0.0:
        sums.add_field(z, Z.routed, lanes, L.routed)
    if lev[G.bid_discount] > 0.0:
        sums.add_field(z, Z.bid_list, lanes, L.bid_list)
    if vend[V.requests] > 0.0:
        asking.add_requests(x, z, lanes)
    if lev[G.leads] > 0.0:
        asking.add_leads(z, lanes)
    sums.spread_level(z, territory, level)
    hearsay.spread(z, neighbours, heard)
