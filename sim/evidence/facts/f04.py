"""F04: even a small bonus pays: sales rise by more than it costs."""

from typing import Final

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, bonus, equal_pay, lift, ratio_of_means, sellers, total
from sim.evidence.world import Floats, World

OF_PAY: Final = 0.022
"""What the bonus costs, as a share of the margin that sellers keep without it."""
QUOTA_SHARE: Final = 0.01


def _arms(world: World) -> tuple[Run, Run]:
    here = sellers(world)
    without = after(here)
    wanted = OF_PAY * float(total(without, W.partner_margin).mean())
    plan = world.known("small bonus", lambda: equal_pay(here, bonus(here.today, QUOTA_SHARE), wanted))
    return after(here, plan), without


def uplift(world: World) -> Floats:
    """Relative change of sales by a bonus of 2.2 per cent of pay for reaching last year's sales."""
    return lift(*_arms(world))


def per_money(world: World) -> Floats:
    """Net sales gained per ¤ of bonus."""
    with_it, without = _arms(world)
    gained = total(with_it, W.net_revenue) - total(without, W.net_revenue)
    return ratio_of_means(gained, total(with_it, W.rebate_cost))


FRIEBEL: Final = "friebel-2017"
FACTS: Final = (
    Fact("small_bonus", "F04", FRIEBEL, uplift, 0.01, 0.06, is_quick=False),
    Fact("small_bonus_return", "F04", FRIEBEL, per_money, 1.5, 8.0, is_quick=False),
)
