"""CF4 and CF17: effort chosen once for a period, under lumps, caps, accelerators and retroactive tiers."""

from collections.abc import Callable
from functools import partial
from typing import Final

from scipy.optimize import brentq, minimize_scalar

from sim.rules import reward
from sim.validation.ideal import Plan, Seller, Step, expected_pay, plan_of, reached
from sim.validation.reference import Reference

MOST: Final = 5.0
"""No ideal partner works harder than this."""
STARTS: Final = 60


def best_effort(plan: Plan, seller: Seller) -> float:
    """Effort at which expected pay less its cost is largest, over the whole range."""

    def loss(effort: float) -> float:
        cost = 0.5 * seller.c * effort * effort
        return cost - expected_pay(plan, seller.m * effort, seller.sigma)

    width = MOST / STARTS
    nearest = min((place * width for place in range(STARTS + 1)), key=loss)
    bounds = (max(nearest - width, 0.0), nearest + width)
    return float(minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-9}).x)


def bonus(size: float, quota: float) -> Plan:
    """A lump at a quota and nothing else."""
    return plan_of(0.0, Step(quota, size, 0.0))


def bonus_reached(size: float, quota: float, seller: Seller) -> float:
    """Chance to reach the quota with the best effort."""
    plan = bonus(size, quota)
    return reached(quota, 1e-6, plan, seller.m * best_effort(plan, seller), seller.sigma)


def settled(price: Callable[[float], float]) -> float:
    """Effort of the unit seller that equals its expected marginal pay ``price(effort)``."""
    return float(brentq(lambda effort: price(effort) - effort, 0.0, MOST, xtol=1e-12))


def lump(size: float, quota: float, effort: float) -> float:
    """Expected marginal pay of a lump when mean sales are ``effort``."""
    return reward.tier_price(size, quota, 0.0, effort, 1.0, 0.0)


def kink(rate: float, at: float, effort: float) -> float:
    """Expected marginal pay of a rate above a threshold when mean sales are ``effort``."""
    return reward.growth_price(rate, at, 0.0, effort, 1.0)


UNIT: Final = Seller()
CALM: Final = Seller(sigma=0.25)
VALUE: Final = "reward.segment_weight, plan_value"
BONUSES: Final = (
    (1.0, 0.5, 0.3968, 0.4589),
    (1.0, 1.0, 0.3157, 0.2469),
    (1.0, 2.0, 0.0609, 0.0262),
    (2.0, 1.0, 0.7786, 0.4124),
)
"""Bonus, quota, effort, chance to reach it."""

REFERENCES: Final = (
    *(
        Reference(
            "CF4",
            f"effort under a bonus of {size:.0f} at {quota}",
            VALUE,
            expected,
            5.1e-5,
            partial(best_effort, bonus(size, quota), UNIT),
        )
        for size, quota, expected, _ in BONUSES
    ),
    *(
        Reference(
            "CF4",
            f"chance to reach a bonus of {size:.0f} at {quota}",
            VALUE,
            chance,
            5.1e-5,
            partial(bonus_reached, size, quota, UNIT),
        )
        for size, quota, _, chance in BONUSES
    ),
    *(
        Reference(
            "CF4",
            f"the same effort from the lump's own price, bonus {size:.0f} at {quota}",
            "reward.tier_price",
            expected,
            5.1e-5,
            partial(settled, partial(lump, size, quota)),
        )
        for size, quota, expected, _ in BONUSES
    ),
    Reference(
        "CF4",
        "the quota that moves most effort is reached half of the time",
        VALUE,
        0.5,
        1e-5,
        lambda: bonus_reached(1.0, 0.3989423, UNIT),
    ),
    Reference(
        "CF4",
        "effort just before a seller gives up: quota .705",
        VALUE,
        0.771,
        1e-3,
        lambda: best_effort(bonus(0.5, 0.705), CALM),
    ),
    Reference(
        "CF4",
        "effort just after it gave up: quota .710",
        VALUE,
        0.017,
        1e-3,
        lambda: best_effort(bonus(0.5, 0.710), CALM),
    ),
    Reference(
        "CF17",
        "rate .5 capped at 1, from the plan value",
        VALUE,
        0.36813,
        2e-5,
        lambda: best_effort(plan_of(0.5, Step(1.0, 0.0, -0.5)), UNIT),
    ),
    Reference(
        "CF17",
        "accelerator .3 to .6 at 1, from the plan value",
        VALUE,
        0.38032,
        2e-5,
        lambda: best_effort(plan_of(0.3, Step(1.0, 0.0, 0.3)), UNIT),
    ),
    Reference(
        "CF17",
        "retroactive .3 to .6 at 1, from the plan value",
        VALUE,
        0.49784,
        2e-5,
        lambda: best_effort(plan_of(0.3, Step(1.0, 0.3, 0.3)), UNIT),
    ),
    Reference(
        "CF17",
        "rate .5 capped at 1, from the kink's own price",
        "reward.growth_price",
        0.36813,
        5.1e-6,
        lambda: settled(lambda effort: 0.5 - kink(0.5, 1.0, effort)),
    ),
    Reference(
        "CF17",
        "accelerator .3 to .6 at 1, from the kink's own price",
        "reward.growth_price",
        0.38032,
        5.1e-6,
        lambda: settled(lambda effort: 0.3 + kink(0.3, 1.0, effort)),
    ),
    Reference(
        "CF17",
        "retroactive .3 to .6 at 1, kink and lump",
        "reward.growth_price, tier_price",
        0.49784,
        5.1e-6,
        lambda: settled(lambda effort: 0.3 + kink(0.3, 1.0, effort) + lump(0.3, 1.0, effort)),
    ),
)
