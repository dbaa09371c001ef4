"""CF5, CF5b and F28: effort that looks ahead through a period, under every piecewise-linear plan."""

from functools import partial
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.validation.ideal import PLANS, Plan, Seller, Step, plan_of, price, reached, value
from sim.validation.reference import Reference

Floats = NDArray[np.float64]

UNIT: Final = Seller()
OTHER: Final = Seller(1.5, 2.0, 0.8)
OTHER_PLAN: Final = plan_of(0.4, Step(0.6, 0.9, 0.0))
BONUS: Final = PLANS["bonus 2 at 1"]
STATES: Final = ((1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.25, 0.0), (0.25, 0.5), (0.25, 1.0))
"""Time left, and sales to date, of the columns of the table."""
TABLE: Final = {
    "flat .5": (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
    "bonus 2 at 1": (0.7677, 0.7570, 0.6077, 0.6023, 1.5355, 1.2153),
    ".5 and bonus 2 at 1": (1.2570, 1.1077, 0.9152, 1.3778, 2.0719, 1.5240),
    "marginal tiers .3/.6 at 1": (0.3835, 0.4436, 0.5055, 0.3102, 0.3635, 0.4776),
    "retroactive .3/.6 at 1": (0.4975, 0.5715, 0.6125, 0.3634, 0.5577, 0.7104),
    ".5 capped at 1": (0.3749, 0.2942, 0.2058, 0.4818, 0.3983, 0.2265),
}
SPLITS: Final = {-2.5: 2.14, -2.0: 0.50, -1.5: -0.13, -1.0: -0.36, 0.0: -0.38, 1.0: 0.06, 2.0: 2.01}
"""Gain of effort from three quotas instead of one, by the distance to the quota in standard deviations."""
LOW, HIGH, PLACES = -4.0, 6.0, 121


def effort_now(plan: Plan, seller: Seller, sales: float, left: float) -> float:
    """Effort with sales to date and time left."""
    return seller.effort(price(plan, seller.kappa, sales, seller.sigma * sqrt(left)))


def split_gain(distance: float, size: float, periods: int) -> float:
    """Relative change of mean effort when a bonus over one period is split into equal parts.

    distance : sales less quota at the start, in standard deviations of the period
    size : bonus in units of 1 / kappa
    periods : number of parts
    """
    whole = price(plan_of(0.0, Step(-distance, size, 0.0)), 1.0, 0.0, 1.0)
    part = plan_of(0.0, Step(-distance / periods, size / periods, 0.0))
    return price(part, 1.0, 0.0, 1.0 / sqrt(periods)) / whole - 1.0


def mean_efforts(plan: Plan, seller: Seller, steps: int) -> Floats:
    """Mean effort in each step of a period when effort follows the exact price and is held within a step."""
    length = 1.0 / steps
    grid = np.linspace(LOW, HIGH, PLACES)
    law = np.zeros(PLACES)
    law[np.argmin(np.abs(grid))] = 1.0
    means = []
    for step in range(steps):
        efforts = np.array([effort_now(plan, seller, sales, 1.0 - step * length) for sales in grid])
        means.append(float(law @ efforts))
        law = moved(law, grid, seller.m * efforts * length, seller.sigma * sqrt(length))
    return np.array(means)


def moved(law: Floats, grid: Floats, drift: Floats, spread: float) -> Floats:
    """Law of sales on a grid after a normal step with a drift of its own at each place."""
    distance = (grid[:, None] - (grid + drift)[None, :]) / spread
    step = np.exp(-0.5 * distance * distance)
    return np.asarray((step / step.sum(axis=0)) @ law)


def unevenness(plan: Plan, steps: int = 13) -> float:
    """Largest over smallest mean effort of a period's steps."""
    efforts = mean_efforts(plan, UNIT, steps)
    return float(efforts.max() / efforts.min())


PRICES: Final = "reward.segment_weight, plan_value, price_of_deal, effort_kappa"
REFERENCES: Final = (
    *(
        Reference(
            "CF5",
            f"effort under {name}, {left} of the period left, sales {sales}",
            PRICES,
            expected,
            5.1e-5,
            partial(effort_now, PLANS[name], UNIT, sales, left),
        )
        for name, row in TABLE.items()
        for (left, sales), expected in zip(STATES, row, strict=True)
    ),
    Reference(
        "CF5",
        "value of a bonus of 2 at 1",
        PRICES,
        0.69995,
        5.1e-6,
        lambda: value(BONUS, UNIT.kappa, 0.0, 1.0),
    ),
    Reference(
        "CF5",
        "effort under it at the start",
        PRICES,
        0.76774,
        5.1e-6,
        lambda: effort_now(BONUS, UNIT, 0.0, 1.0),
    ),
    Reference(
        "CF5",
        "chance to reach it",
        "reward.segment_weight",
        0.58218,
        5.1e-6,
        lambda: reached(1.0, UNIT.kappa, BONUS, 0.0, 1.0),
    ),
    Reference(
        "CF5",
        "chance to reach it without reacting to it",
        "reward.segment_weight",
        0.1587,
        5.1e-5,
        lambda: reached(1.0, 1e-6, BONUS, 0.0, 1.0),
    ),
    *(
        Reference(
            "CF5",
            f"value of .4 and bonus .9 at .6, m 1.5, c 2, sigma .8, sales {sales}",
            PRICES,
            expected,
            5.1e-5,
            partial(value, OTHER_PLAN, OTHER.kappa, sales, OTHER.sigma),
        )
        for sales, expected in ((-0.5, 0.2259), (0.0, 0.6433), (0.5, 1.0165))
    ),
    *(
        Reference(
            "CF5",
            f"effort under the same at sales {sales}",
            PRICES,
            expected,
            5.1e-5,
            partial(effort_now, OTHER_PLAN, OTHER, sales, 1.0),
        )
        for sales, expected in ((-0.5, 0.6275), (0.0, 0.6055), (0.5, 0.5084))
    ),
    *(
        Reference(
            "CF5b",
            f"three quotas instead of one, {distance} standard deviations from it",
            PRICES,
            gain,
            0.0051,
            partial(split_gain, distance, 1.0, 3),
        )
        for distance, gain in SPLITS.items()
    ),
    *(
        Reference(
            "CF5b",
            f"distance at which {periods} small quotas do as well as one",
            PRICES,
            0.0,
            2e-3,
            partial(split_gain, distance, 1e-4, periods),
        )
        for periods, distance in ((3, 1.2836), (13, 1.6669))
    ),
    *(
        Reference(
            "F28",
            f"mean effort is flat under {name}: largest over smallest of 13 steps",
            PRICES,
            1.0,
            0.03,
            partial(unevenness, plan),
        )
        for name, plan in PLANS.items()
    ),
)
