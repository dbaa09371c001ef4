"""CF9: what silence says about a partner that deals at a known pace and may stop at any time."""

from functools import partial
from math import exp
from typing import Final

from sim.rules import monitoring, reward
from sim.validation.reference import Reference

DROPOUT: Final = 0.01
QUICK, SLOW = 0.4, 0.05
STEPS: Final = 20_000
"""Parts of a silence in the sum over dates of stopping."""


def by_dates(rate: float, weeks: float) -> float:
    """From first principles: silent and alive, over silent at all, summed over dates of stopping."""
    alive = exp(-(rate + DROPOUT) * weeks)
    width = weeks / STEPS
    gone = sum(exp(-(rate + DROPOUT) * width * (step + 0.5)) for step in range(STEPS)) * width * DROPOUT
    return alive / (alive + gone)


RULE: Final = "monitoring.alive_chance"
REFERENCES: Final = (
    *(
        Reference(
            "CF9",
            f"chance to be alive after {weeks:.0f} silent weeks, {rate} deals a week",
            RULE,
            expected,
            tolerance,
            partial(monitoring.alive_chance, weeks, rate, DROPOUT),
        )
        for rate, weeks, expected, tolerance in (
            (QUICK, 4.0, 0.908, 5.1e-4),
            (QUICK, 8.0, 0.616, 5.1e-4),
            (QUICK, 13.0, 0.166, 5.1e-4),
            (QUICK, 26.0, 0.001, 5.1e-4),
            (SLOW, 13.0, 0.836, 1.1e-3),
            (SLOW, 26.0, 0.615, 5.1e-4),
        )
    ),
    *(
        Reference(
            "CF9",
            f"the same summed over dates of stopping, {rate} deals a week, {weeks:.0f} weeks",
            RULE,
            by_dates(rate, weeks),
            1e-6,
            partial(monitoring.alive_chance, weeks, rate, DROPOUT),
        )
        for rate, weeks in ((QUICK, 8.0), (SLOW, 26.0))
    ),
    *(
        Reference(
            "CF9",
            f"false alarms of a window of {weeks:.0f} weeks at {QUICK} deals a week",
            "reward.nothing_chance",
            expected,
            tolerance,
            lambda weeks=weeks: reward.nothing_chance(reward.expected(QUICK, weeks)),  # type: ignore[misc]
        )
        for weeks, expected, tolerance in ((4.0, 0.202, 5.1e-4), (8.0, 0.041, 5.1e-4), (13.0, 0.0055, 5.1e-5))
    ),
)
