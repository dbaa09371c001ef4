"""The ideal partner: no habit, no discount, one vendor, quadratic cost of effort, normal sales.

It sells ``m`` per unit of effort and time, effort costs ``c`` e^2 / 2, sales vary by ``sigma`` per root of
time. Everything else about it comes from the rules.
"""

from typing import Final, NamedTuple

from sim.rules import closing, reward

FAR: Final = 1e3
"""Beyond any sales."""
NO_CAP: Final = 1e9
SMALL: Final = 1e-4
"""A deal so small that the price of it is the slope of the value."""
INDIFFERENT: Final = 1e-6
"""Kappa of somebody whose effort does not react: the plan value is then expected pay."""


class Seller(NamedTuple):
    """The ideal partner's technology."""

    m: float = 1.0
    c: float = 1.0
    sigma: float = 1.0

    @property
    def kappa(self) -> float:
        """Responsiveness, from what one unit of pay adds to sales in one unit of time."""
        return reward.effort_kappa(self.m * self.m / self.c, 1.0, self.sigma * self.sigma, 0.0, NO_CAP)

    def effort(self, price: float) -> float:
        """Best effort when one more unit of sales is worth ``price``."""
        return self.m * price / self.c


class Step(NamedTuple):
    """What happens to pay at a threshold: a lump, and a change of the rate on everything above."""

    threshold: float
    jump: float
    slope: float


class Segment(NamedTuple):
    """Pay is ``level + slope * sales`` between ``low`` and ``high``."""

    low: float
    high: float
    level: float
    slope: float


Plan = tuple[Segment, ...]


def plan_of(rate: float, *steps: Step) -> Plan:
    """A plan that pays ``rate`` from the first unit on and changes at its steps, in rising order."""
    lows = (-FAR, *(step.threshold for step in steps))
    highs = (*lows[1:], FAR)
    level, slope, segments = 0.0, rate, []
    for low, high, step in zip(lows, highs, (Step(0.0, 0.0, 0.0), *steps), strict=True):
        level += step.jump - step.slope * step.threshold
        slope += step.slope
        segments.append(Segment(low, high, level, slope))
    return tuple(segments)


PLANS: Final[dict[str, Plan]] = {
    "flat .5": plan_of(0.5),
    "bonus 2 at 1": plan_of(0.0, Step(1.0, 2.0, 0.0)),
    ".5 and bonus 2 at 1": plan_of(0.5, Step(1.0, 2.0, 0.0)),
    "marginal tiers .3/.6 at 1": plan_of(0.3, Step(1.0, 0.0, 0.3)),
    "retroactive .3/.6 at 1": plan_of(0.3, Step(1.0, 0.3, 0.3)),
    ".5 capped at 1": plan_of(0.5, Step(1.0, 0.0, -0.5)),
}
"""The six plans of the table of CF5."""


def value(plan: Plan, kappa: float, centre: float, spread: float) -> float:
    """What a plan is worth when sales without incentives end around ``centre``."""
    return reward.plan_value(sum(weights(plan, kappa, centre, spread)), kappa)


def weights(plan: Plan, kappa: float, centre: float, spread: float) -> list[float]:
    """Weight of each segment in the expectation of exp(kappa * pay)."""
    return [
        reward.segment_weight(kappa, part.level, part.slope, part.low, part.high, centre, spread)
        for part in plan
    ]


def price(plan: Plan, kappa: float, centre: float, spread: float) -> float:
    """Worth of one more unit of sales: the price of a small deal around ``centre``."""
    below = value(plan, kappa, centre - 0.5 * SMALL, spread)
    above = value(plan, kappa, centre + 0.5 * SMALL, spread)
    return reward.price_of_deal(above, below, SMALL)


def expected_pay(plan: Plan, centre: float, spread: float) -> float:
    """Mean pay when sales end normally around ``centre``."""
    return value(plan, INDIFFERENT, centre, spread)


def reached(threshold: float, kappa: float, plan: Plan, centre: float, spread: float) -> float:
    """Chance that sales end above a threshold of the plan, incentives included."""
    parts = weights(plan, kappa, centre, spread)
    above = [weight for weight, part in zip(parts, plan, strict=True) if part.low >= threshold]
    return sum(above) / sum(parts)


def pay_of_steps(steps: tuple[Step, ...], sales: float) -> float:
    """Pay for sales already made, read from the steps of a plan."""
    return sum(
        closing.step_pay(step.jump, step.slope, closing.short_of(step.threshold, sales)) for step in steps
    )
