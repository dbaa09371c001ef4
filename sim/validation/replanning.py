"""CF5 in discrete time: a seller re-plans at each step and keeps its effort within it (dynamic programming).

The last step's choice rests on expected pay, and chances on the weight of the segment above the quota, both
from the rules at a kappa near 0. Earlier steps are backward induction on a grid of sales: normal smoothing of
the value of the next step, and the best effort from its slope.
"""

from functools import cache, partial
from math import log, sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from sim.rules import reward
from sim.validation.dynamic import BONUS, OTHER, OTHER_PLAN, UNIT, moved
from sim.validation.ideal import INDIFFERENT, Plan, Seller, expected_pay, reached
from sim.validation.reference import Reference

Floats = NDArray[np.float64]

GRID: Final = np.linspace(-4.0, 6.0, 401)
"""Sales to date."""
ROUNDS: Final = 30


class Policy(NamedTuple):
    """What a seller does in each step, by sales to date, and what the period is worth to it at its start."""

    worth: Floats
    efforts: tuple[Floats, ...]


class Course(NamedTuple):
    """A period of re-planning."""

    efforts: Floats
    """mean effort in each step"""
    reached: float
    """chance to end above the last threshold of the plan"""
    sales: float
    """mean at the end"""


@cache
def policy(plan: Plan, seller: Seller, steps: int, discount: float = 0.0) -> Policy:
    """Backward induction over a period of so many steps.

    discount : rate per period at which pay at its end is discounted
    """
    length = 1.0 / steps
    spread = seller.sigma * sqrt(length)
    later = reward.payment_discount(discount, length)
    hopes = np.array([expected_pay(plan, centre, spread) for centre in GRID])
    efforts, worth = best(later * hopes, seller, length)
    choices = [efforts]
    for _ in range(steps - 1):
        efforts, worth = best(later * smoothed(worth, spread), seller, length)
        choices.append(efforts)
    return Policy(worth, tuple(choices[::-1]))


def best(hopes: Floats, seller: Seller, length: float) -> tuple[Floats, Floats]:
    """Best effort of one step from every place, and what it is worth.

    hopes : value after the step, by mean sales at its end
    """
    ahead = CubicSpline(GRID, hopes)
    slope = ahead.derivative()
    ends = GRID
    for _ in range(ROUNDS):
        efforts = seller.m / seller.c * slope(ends)
        ends = np.minimum(GRID + seller.m * efforts * length, GRID[-1])
    return efforts, ahead(ends) - 0.5 * seller.c * efforts * efforts * length


def smoothed(worth: Floats, spread: float) -> Floats:
    """Mean of a value over a normal step from every place; beyond the grid it goes on in a straight line."""
    width = GRID[1] - GRID[0]
    reach = int(np.ceil(7.0 * spread / width))
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) * width / spread) ** 2)
    longer = np.pad(worth, reach, mode="reflect", reflect_type="odd")
    return np.convolve(longer, bell / bell.sum(), mode="valid")


@cache
def course(plan: Plan, seller: Seller, steps: int, discount: float = 0.0) -> Course:
    """Play the best policy from sales 0."""
    length = 1.0 / steps
    spread = seller.sigma * sqrt(length)
    law = np.zeros(len(GRID))
    law[np.argmin(np.abs(GRID))] = 1.0
    means, ends = [], GRID
    for step, efforts in enumerate(policy(plan, seller, steps, discount).efforts):
        law = moved(law, GRID, ends - GRID, spread) if step else law
        means.append(float(law @ efforts))
        ends = GRID + seller.m * efforts * length
    chances = np.array([reached(plan[-1].low, INDIFFERENT, plan, end, spread) for end in ends])
    return Course(np.array(means), float(law @ chances), float(law @ ends))


def worth_at(plan: Plan, seller: Seller, steps: int, sales: float) -> float:
    """Value at the start of a period with sales to date."""
    return float(CubicSpline(GRID, policy(plan, seller, steps).worth)(sales))


def late_over_early(steps: int, discount: float) -> float:
    """Mean effort of the last five steps over that of the first five."""
    efforts = course(BONUS, UNIT, steps, discount).efforts
    return float(efforts[-5:].mean() / efforts[:5].mean())


VALUE: Final = "reward.segment_weight, plan_value"
REFERENCES: Final = (
    Reference("CF5", "13 steps: value", VALUE, 0.627, 6e-4, lambda: worth_at(BONUS, UNIT, 13, 0.0)),
    Reference(
        "CF5",
        "13 steps: effort at the start",
        VALUE,
        0.755,
        5.5e-3,
        lambda: float(course(BONUS, UNIT, 13).efforts[0]),
    ),
    Reference(
        "CF5",
        "13 steps: chance to reach the bonus",
        VALUE,
        0.507,
        2e-3,
        lambda: course(BONUS, UNIT, 13).reached,
    ),
    Reference("CF5", "13 steps: mean sales", VALUE, 0.753, 4e-3, lambda: course(BONUS, UNIT, 13).sales),
    Reference(
        "CF5",
        "13 steps: smallest mean effort of a week",
        VALUE,
        0.755,
        5.5e-3,
        lambda: float(course(BONUS, UNIT, 13).efforts.min()),
    ),
    Reference(
        "CF5",
        "13 steps: largest mean effort of a week",
        VALUE,
        0.755,
        5.5e-3,
        lambda: float(course(BONUS, UNIT, 13).efforts.max()),
    ),
    Reference("CF5", "52 steps: value", VALUE, 0.661, 6e-4, lambda: worth_at(BONUS, UNIT, 52, 0.0)),
    # The reference program chose effort from a list with steps of .01.
    Reference(
        "CF5",
        "52 steps: effort at the start",
        VALUE,
        0.760,
        5.5e-3,
        lambda: float(course(BONUS, UNIT, 52).efforts[0]),
    ),
    Reference(
        "CF5",
        "52 steps: chance to reach the bonus",
        VALUE,
        0.542,
        1e-3,
        lambda: course(BONUS, UNIT, 52).reached,
    ),
    *(
        Reference(
            "CF5",
            f"208 steps of .4 and bonus .9 at .6: value at sales {sales}",
            VALUE,
            expected,
            1e-3,
            partial(worth_at, OTHER_PLAN, OTHER, 208, sales),
        )
        for sales, expected in ((-0.5, 0.2184), (0.0, 0.6361), (0.5, 1.0114))
    ),
    Reference(
        "CF5",
        "effort grows with the discount: last over first five of 52 weeks at ln 2 a period",
        "reward.payment_discount, segment_weight, plan_value",
        1.872,
        5e-3,
        lambda: late_over_early(52, log(2.0)),
    ),
)
