"""CF6: numbers of deals, and the sales they bring."""

from collections.abc import Callable
from functools import partial
from math import exp, sqrt
from typing import Final

from scipy.integrate import quad
from scipy.stats import gamma

from sim.kernel.counts import binomial, poisson
from sim.rules import reward
from sim.validation.reference import Reference

RATE, WEEKS, QUOTA = 0.4, 13.0, 6
CLOSENESS: Final = 50
"""Halvings in the search for a chance."""


def at_most(count: Callable[[float], float], limit: int) -> float:
    """Chance of a count drawn by inversion to stay at or below ``limit``: where it steps up."""
    low, high = 0.0, 1.0
    for _ in range(CLOSENESS):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if count(middle) <= limit else (low, middle)
    return low


def quota_chance(per_week: float) -> float:
    """Chance of at least QUOTA deals in WEEKS."""
    return 1.0 - at_most(lambda u: poisson(u, reward.expected(per_week, WEEKS)), QUOTA - 1)


def no_hit(trials: float, chance: float) -> float:
    """Chance of a binomial count of 0."""
    return at_most(lambda u: binomial(u, trials, chance), 0)


def thinned_nothing(mean: float, win_chance: float) -> float:
    """Chance of no win among a Poisson number of deals."""
    total, before = 0.0, 0.0
    for number in range(30):
        now = at_most(lambda u: poisson(u, mean), number)
        total += (now - before) * no_hit(float(number), win_chance)
        before = now
    return total


def unlike_nothing(shape: float, per_week: float) -> float:
    """Share of partners without a deal in a quarter when their rates follow a gamma law."""
    law = gamma(shape, scale=per_week / shape)

    def silent(share: float) -> float:
        return reward.nothing_chance(reward.expected(float(law.ppf(share)), WEEKS))

    return float(quad(silent, 0.0, 1.0, limit=200)[0])


def first_moment(deals: float) -> float:
    """Mean sales of a period from its chance of nothing and its mean given something; deals of size 1."""
    nothing = reward.nothing_chance(deals)
    return (1.0 - nothing) * reward.rest_mean(deals, 1.0, nothing)


def second_moment(deals: float, size_spread: float) -> float:
    """Mean squared sales from the lognormal that stands for them."""
    nothing = reward.nothing_chance(deals)
    mean = reward.rest_mean(deals, 1.0, nothing)
    log_sd = reward.rest_log_sd(deals, size_spread, nothing, 1e-6)
    return (1.0 - nothing) * mean * mean * exp(log_sd * log_sd)


REFERENCES: Final = (
    Reference(
        "CF6",
        "chance of 6 deals in a quarter at .4 a week",
        "poisson, reward.expected",
        0.419087,
        1e-6,
        lambda: quota_chance(RATE),
    ),
    Reference(
        "CF6",
        "its derivative in the weekly rate",
        "poisson, reward.expected",
        2.272205,
        1e-5,
        lambda: (quota_chance(RATE + 1e-4) - quota_chance(RATE - 1e-4)) / 2e-4,
    ),
    Reference(
        "CF6",
        "chance of a week without a deal",
        "reward.nothing_chance",
        0.67032,
        5.1e-6,
        lambda: reward.nothing_chance(reward.expected(RATE, 1.0)),
    ),
    Reference(
        "CF6",
        "chance of a quarter without a deal",
        "reward.nothing_chance",
        0.00552,
        5.1e-6,
        lambda: reward.nothing_chance(reward.expected(RATE, WEEKS)),
    ),
    Reference(
        "CF6",
        "the same over partners with gamma rates of shape .5",
        "reward.nothing_chance",
        0.2962,
        5.1e-5,
        lambda: unlike_nothing(0.5, RATE),
    ),
    Reference(
        "CF6",
        "wins among a Poisson number of deals are Poisson",
        "poisson, binomial",
        exp(-5.2 * 0.3),
        1e-9,
        lambda: thinned_nothing(5.2, 0.3),
    ),
    Reference(
        "CF6",
        "standard deviation of sales: 3.5 deals of mean 2, sd 3",
        "reward.sales_spread",
        sqrt(3.5 * (4.0 + 9.0)),
        1e-12,
        lambda: reward.sales_spread(3.5, 2.0, 9.0 / 4.0),
    ),
    Reference(
        "CF6",
        "variance of a week's sales, the same deals",
        "reward.weekly_variance",
        3.5 * (4.0 + 9.0),
        1e-12,
        lambda: reward.weekly_variance(3.5, 2.0, 9.0 / 4.0),
    ),
    *(
        Reference(
            "CF6",
            f"mean sales from {deals} deals",
            "reward.nothing_chance, rest_mean",
            deals,
            1e-9,
            partial(first_moment, deals),
        )
        for deals in (0.2, 1.25, 5.5)
    ),
    *(
        Reference(
            "CF6",
            f"mean squared sales from {deals} deals of squared variation 1.7",
            "reward.nothing_chance, rest_mean, rest_log_sd",
            deals * 2.7 + deals * deals,
            1e-9,
            partial(second_moment, deals, 1.7),
        )
        for deals in (0.2, 1.25, 5.5)
    ),
)
