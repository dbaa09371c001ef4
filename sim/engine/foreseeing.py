"""The price that customers know of, and what it makes of deals due, waiting, or not yet due."""

from typing import Any, NamedTuple

from sim.engine.layout import G, P
from sim.engine.loops.changing import NEW, TODAY
from sim.kernel.compile import inlined
from sim.rules import foresight


class Foreseen(NamedTuple):
    """What a price to come does in one week; all 0 without one."""

    waits: float
    """chance that a deal that is due waits for it"""
    stays: float
    """part of the waiting deals that wait for it still"""
    freed: float
    """part of them that waits no longer"""
    hurried: float
    """chance that a deal that is not due is decided before it"""


@inlined
def foresee(week: int, designs: Any, par: Any) -> Foreseen:
    """What customers make of the price of coming weeks; both engines ask once a week."""
    change = _change(week, designs, par)
    waits = foresight.waiting_for_price(change, par[P.price_waiting])
    stays = foresight.share_for_price(waits, par[P.buyer_wait_share])
    waited = foresight.waiting_for_price(_change(week - 1, designs, par), par[P.price_waiting])
    stayed = foresight.share_for_price(waited, par[P.buyer_wait_share])
    hurried = foresight.hurried_by_price(change, par[P.price_hurrying], par[P.closing_hazard])
    return Foreseen(waits, stays, foresight.no_longer(stayed, stays), hurried)


@inlined
def _change(week: int, designs: Any, par: Any) -> float:
    """The change of price that customers act on in a week: of the new programme, or of its end."""
    today, tried = designs.levers[TODAY], designs.levers[NEW]
    old = foresight.asked_price(today[G.price], today[G.customer_discount])
    new = foresight.asked_price(tried[G.price], tried[G.customer_discount])
    starts, ends, known = designs.change_week, designs.reverse_week, par[P.price_known_weeks]
    if starts <= week < ends:
        return foresight.price_to_come(new, old, float(ends - week), known)
    if designs.announce_week <= week < starts and week < ends:
        return foresight.price_to_come(old, new, float(starts - week), known)
    return 0.0
