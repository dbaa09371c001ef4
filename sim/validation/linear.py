"""CF1, CF3, CF19: effort under pay in proportion to sales, alone and between several uses."""

from functools import partial
from typing import Final

from sim.rules import effort
from sim.validation.ideal import Seller, plan_of, price
from sim.validation.reference import Reference

NO_FLOOR: Final = 1e-9
PAY: Final = (0.10, 0.12, 0.12)
"""Pay per ¤ that three vendors offer."""


def linear_effort(rate: float, seller: Seller) -> float:
    """Effort under a linear commission, from the price that the plan value gives."""
    return seller.effort(price(plan_of(rate), seller.kappa, 0.0, seller.sigma))


def power_effort(pay: float, cost: float, curvature: float) -> float:
    """Effort at a power cost k e^(1+g) / (1+g): the weight of an offer with exponent 1/g."""
    return effort.attraction(pay, cost, 1.0, 1.0 / curvature, NO_FLOOR)


def shares(pay: tuple[float, ...], elasticity: float) -> list[float]:
    """How a rational seller splits effort of this elasticity over several payers."""
    exponent = 1.0 / (1.0 - elasticity)
    pulls = [effort.attraction(rate, 1.0, 1.0, exponent, NO_FLOOR) for rate in pay]
    own = [effort.own_weight(1.0, pull) for pull in pulls]
    return [effort.wanted_share(weight, sum(own) - weight, 0.0) for weight in own]


def share_of(place: int) -> float:
    """Share of one of the three payers."""
    return shares(PAY, 0.5)[place]


def cross_elasticity(exponent: float, wallet: float, part: float) -> float:
    """Change of the log share of solutions per log of product pay; solutions are ``part`` of a wallet."""
    step = 1e-6

    def solutions(pay: float) -> float:
        pull = effort.attraction(pay, 1.0, 1.0, exponent, NO_FLOOR)
        product = effort.own_weight(wallet * (1.0 - part), pull)
        return effort.wanted_share(wallet * part, product, effort.outside_weight(wallet))

    up, down = solutions(1.0 + step), solutions(1.0 - step)
    return (up - down) / (2.0 * step * solutions(1.0))


PRICES: Final = "reward.segment_weight, plan_value, price_of_deal, effort_kappa"
SPLIT: Final = "effort.attraction, own_weight, wanted_share"
REFERENCES: Final = (
    Reference(
        "CF1",
        "effort b m / c under a linear commission",
        PRICES,
        0.05,
        1e-6,
        lambda: linear_effort(0.1, Seller(1.0, 2.0, 1.0)),
    ),
    Reference(
        "CF1",
        "elasticity of that effort in the commission is 1",
        PRICES,
        2.0,
        1e-6,
        lambda: linear_effort(0.2, Seller(1.0, 2.0)) / linear_effort(0.1, Seller(1.0, 2.0)),
    ),
    Reference(
        "CF1",
        "effort at a power cost, g = 2, k = 2",
        "effort.attraction",
        0.223607,
        1e-6,
        lambda: power_effort(0.1, 2.0, 2.0),
    ),
    Reference(
        "CF3",
        "product pay crowds out solutions: cross elasticity - exponent * product share",
        SPLIT,
        -1.5 * 0.4 * 0.7,
        1e-6,
        lambda: cross_elasticity(1.5, 0.4, 0.3),
    ),
    *(
        Reference(
            "CF19",
            f"share of the vendor that pays {rate:.2f}",
            SPLIT,
            expected,
            5e-5,
            partial(share_of, place),
        )
        for place, (rate, expected) in enumerate(zip(PAY, (0.2577, 0.3711, 0.3711), strict=True))
    ),
    Reference(
        "CF19",
        "own elasticity of a share: exponent * (1 - share)",
        SPLIT,
        2.0 * (1.0 - 0.2577),
        2e-4,
        lambda: (shares((0.10001, 0.12, 0.12), 0.5)[0] / shares(PAY, 0.5)[0] - 1.0) / 1e-4,
    ),
)
