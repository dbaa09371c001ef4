"""CF18: what a target that follows sales does to the pay for selling more."""

from functools import partial
from typing import Final

from sim.rules import reward
from sim.validation.reference import Reference

RATE: Final = 0.1
CASES: Final = ((0.95, 0.1, 0.3448), (0.95, 0.5, 0.0952), (0.95, 1.0, 0.05), (0.8, 0.5, 0.3333))
"""Discount factor of a period, weight of the last result in the next target, effective over nominal rate."""


def effective(discount: float, memory: float, pace: float) -> float:
    """Effective over nominal rate of pay ``rate * (sales - target)``.

    pace : expected sales of a period in targets
    """
    value = RATE * (pace - 1.0)
    burden = reward.ratchet_cost(RATE, value, pace, memory, discount)
    return reward.plan_pay(RATE, burden, 1.0, 1.0) / RATE


def proportional(pace: float) -> float:
    """The same for pay in proportion to sales, which no target moves."""
    burden = reward.ratchet_cost(RATE, reward.flat_value(RATE, pace), pace, 0.5, 0.95)
    return reward.plan_pay(RATE, burden, 1.0, 1.0) / RATE


RULES: Final = "reward.ratchet_cost, plan_pay"
REFERENCES: Final = (
    *(
        Reference(
            "CF18",
            f"effective over nominal rate, discount {discount}, memory {memory}, pace {pace}",
            RULES,
            expected,
            5.1e-5,
            partial(effective, discount, memory, pace),
        )
        for discount, memory, expected in CASES
        for pace in (1.0, 1.4)
    ),
    *(
        Reference(
            "CF18",
            f"pay in proportion to sales fears no target, pace {pace}",
            "reward.ratchet_cost, flat_value",
            1.0,
            1e-12,
            partial(proportional, pace),
        )
        for pace in (0.7, 1.0, 3.0)
    ),
)
