"""Purchases, payments and both sides' accounts."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.groups.kinds import PAYING
from sim.engine.layout import G
from sim.engine.loops import money, replay, sums
from sim.kernel.compile import group


@group(PAYING)
def paying(
    x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any, vend: Any, steps: Any, now: Now, row: Any, mode: int
) -> None:
    """What partners buy, what they are paid, and what both sides earn; periods that end."""
    count = int(lev[G.steps])
    money.buy(x, z, par)
    if now.period_ends > 0.5 and lev[G.linear] < 0.5 and lev[G.resells] > 0.5:
        money.order_ahead(x, z, steps, count, par)
    replay.orders(row, z, mode)
    money.book(x, z, par)
    money.rebate(x, z, steps, count, now)
    money.rewards(x, f, z, lev, now)
    sums.vendor_account(z, vend)
    if lev[G.served_below] > 0.0:
        sums.distribute(x, z, lev[G.served_below], lev[G.distributor])
    sums.partner_account(f, d, z, lev, par)
    money.close_periods(x, f, lev, par, now)
