"""F05: after the cost of effort, a step bonus comes close to the best linear plan."""

from functools import partial
from typing import Final

from scipy.optimize import minimize_scalar

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import (
    after,
    bonus,
    equal_pay,
    paid,
    planned,
    ratio_of_means,
    sellers,
    sized,
    total,
)
from sim.evidence.world import Floats, Stand, World
from sim.schema.programme import Programme

RATE: Final = 0.10
SIZES: Final = (0.02, 3.0)
FINE: Final = 0.05


def surplus(run: Run) -> Floats:
    """What both sides gain together: sales less goods, selling, and what the effort would earn elsewhere."""
    kept = total(run, W.net_revenue, W.partner_margin, W.partner_services)
    return kept - total(run, W.goods_cost, W.partner_selling_cost, W.alternative)


def _best(here: Stand) -> Programme:
    """The linear plan with the largest surplus."""
    linear = planned(here.today, "flat", [(0.0, RATE)])

    def loss(size: float) -> float:
        return -float(surplus(after(here, sized(linear, size))).mean())

    found = minimize_scalar(loss, bounds=SIZES, method="bounded", options={"xatol": FINE})
    return sized(linear, float(found.x))


def near_best(world: World) -> Floats:
    """Gain of a quota bonus over the gain of the best linear plan, at equal payout."""
    here = sellers(world)
    linear = world.known("best linear", partial(_best, here))
    wanted = paid(after(here, linear))
    lump = world.known("equal bonus", lambda: equal_pay(here, bonus(here.today, 2.0 * RATE), wanted))
    none, best, step = (surplus(after(here, plan)) for plan in (None, linear, lump))
    return ratio_of_means(step - none, best - none)


FACTS: Final = (Fact("bonus_near_best", "F05", "copeland-monnet-2009", near_best, 0.5, 1.0, is_quick=False),)
