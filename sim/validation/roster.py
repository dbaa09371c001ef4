"""CF15, CF16, CF20: shares at rest, and chances to collide."""

from math import log1p
from typing import Final

from sim.rules import conflict, learning, loyalty
from sim.validation.reference import Absent, Reference

ROUNDS: Final = 2000


def collision(covered: float, registered_share: float) -> float:
    """Chance that direct sales meet a partner on a deal when registered deals are safe."""

    def chance(registered: float) -> float:
        return conflict.incident_chance(covered, 1.0, 1.0, conflict.breach_factor(registered, 1.0, 1.0))

    return registered_share * chance(1.0) + (1.0 - registered_share) * chance(0.0)


def active_share(returns: float, leaves: float) -> float:
    """Share of partners that sell when both weekly chances are constant, abrupt exits only."""
    leaving = loyalty.dormancy_chance(-log1p(-leaves), 0.0, 0.0, 1.0, 0.0, 0.0)
    coming = loyalty.return_chance(-log1p(-returns), 10.0, 1.0, 1.0, 26.0)
    gone = loyalty.willing_again(loyalty.drift_after(1.0, 1.0, 1.0, 0.0, 0.97, 0.3), 1.0, 0.0)
    back = loyalty.willing_again(loyalty.drift_after(0.0, 0.0, 0.0, 0.0, 0.97, 0.3), 0.0, 1.0)
    share = 1.0
    for _ in range(ROUNDS):
        share = share * (1.0 - leaving) + share * leaving * gone + (1.0 - share) * coming * back
    return share


REFERENCES: Final = (
    Reference(
        "CF15",
        "trained share at rest: .05 learned, .02 forgotten",
        "learning.skill_at_rest",
        0.7143,
        5.1e-5,
        lambda: learning.skill_at_rest(0.5, 0.1, 0.02),
    ),
    Reference(
        "CF16",
        "collisions when direct sales work 60 of 400 accounts",
        "conflict.incident_chance",
        0.15,
        1e-12,
        lambda: collision(60.0 / 400.0, 0.0),
    ),
    Reference(
        "CF16",
        "the same with 70 % of deals registered",
        "conflict.incident_chance, breach_factor",
        0.045,
        1e-12,
        lambda: collision(60.0 / 400.0, 0.7),
    ),
    Reference(
        "CF20",
        "active share at a return of .01 and a leaving of .02 a week",
        "loyalty.dormancy_chance, return_chance, drift_after, willing_again",
        0.3333,
        5.1e-5,
        lambda: active_share(0.01, 0.02),
    ),
)

ABSENT: Final = (
    Absent(
        "CF1", "exponential cost of effort", "mechanism absent: offers are weighed by powers of their margin"
    ),
    Absent(
        "CF2", "optimal linear plan under risk", "mechanism absent: checks an optimiser, and there is none"
    ),
    Absent(
        "CF3",
        "two tasks with a quadratic cost in common",
        "mechanism absent: effort is split by weights; only the sign of crowding out is checked",
    ),
    Absent("CF7", "spread of a new line", "mechanism absent: partners do not tell each other"),
    Absent("CF8", "Pareto sizes", "mechanism absent: sizes of partners and deals are lognormal"),
    Absent(
        "CF9",
        "silent attrition of a mixed population (BG/NBD, Pareto/NBD)",
        "mechanism absent: each partner is judged by its own pace",
    ),
    Absent("CF11", "supplier encroachment", "mechanism absent: prices are levers, not answers"),
    Absent("CF13", "contest", "mechanism absent: no prizes by rank"),
    Absent("CF14", "best selling budget", "mechanism absent: checks an optimiser, and there is none"),
    Absent("CF15", "cost falls with experience", "mechanism absent: skill moves win chances, not costs"),
    Absent(
        "CF20",
        "enrolled partners: inflow over exit rate",
        "mechanism absent: nobody is recruited and nobody leaves the roster",
    ),
    Absent("CF21", "cost of effort from three rates", "mechanism absent: for a typing task"),
)
