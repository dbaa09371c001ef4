"""What a plan is worth to a partner, node after node and step after step."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from sim.engine.loops.plan import NODES, WEIGHTS
from sim.rules import closing, payout, reward


def total(amounts: Iterable[float]) -> float:
    """Sum in the order given."""
    return reduce(payout.added, amounts, 0.0)


def value_of_few(plan: Any, z: Any, sales: float) -> float:
    """Value of a plan at these sales where few deals remain."""
    return total(_step_value(step, z, closing.short_of(step.threshold, sales)) for step in plan)


def _step_value(step: Any, z: Any, distance: float) -> float:
    depth = reward.step_depth(distance, z.mean, z.log_sd)
    return reward.step_value_few(step.jump, step.slope, distance, depth, z.mean, z.log_sd, z.nothing)


def value_of_many(segments: Any, z: Any, kappa: float, centre: float) -> float:
    """Value of a plan where sales at the period's end are normal around a centre."""
    weights = (
        reward.segment_weight(kappa, s.level, s.rate, s.low, s.high, centre, z.spread) for s in segments
    )
    return reward.plan_value(total(weights), kappa)


def period_pay(plan: Any, sales: float) -> float:
    """What a plan pays for the sales of a period, in targets."""
    return total(closing.step_pay(s.jump, s.slope, closing.short_of(s.threshold, sales)) for s in plan)


def choice_of_period(plan: Any, z: Any, following: float) -> tuple[float, float]:
    """Mean price of a deal at the period's end, and mean of the better of it and the next period's price."""
    option = expected = 0.0
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        end = closing.end_sales(z.sales, z.centre, z.spread, node)
        more = period_pay(plan, payout.added(end, z.deal))
        price = reward.price_of_deal(more, period_pay(plan, end), z.deal)
        expected = closing.weighted(expected, weight, price)
        option = closing.weighted(option, weight, closing.better_of(price, following))
    return expected, option
