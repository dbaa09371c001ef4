"""CF10: trust as a first-order process with events, when nothing is bounded, lasting, healing or learned."""

from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.rules import trust
from sim.validation.reference import Reference

Floats = NDArray[np.float64]

KEEP: Final = 0.95
BASE: Final = 0.5
NO_LIMIT: Final = 1e9
LONG: Final = 800
"""Weeks after which nothing is left of an event."""
CONTACTS: Final = (0.25, 0.02)
"""Chance per week, and size."""
AFFRONTS: Final = (0.02, 0.15)
NOISE_VARIANCE: Final = 0.01**2
PULSE, EVERY = 0.08, 4


def path(good: Floats, bad: Floats) -> Floats:
    """Trust above its base after each week of a course of good and bad events."""
    reputation, goodwill, hurt, levels = BASE, 0.0, 0.0, []
    for plus, minus in zip(good, bad, strict=True):
        level = trust.level(reputation, goodwill, hurt)
        gained = trust.gain(plus, level, BASE, 0.0)
        lost = trust.loss(minus, level, BASE, 0.0)
        balance, lasting = trust.balance(goodwill, hurt), trust.lasting(gained, lost, 0.0)
        reputation = trust.reputation_after(reputation, BASE, balance, 0.0, 0.0, lasting, 1.0)
        goodwill = trust.goodwill_after(goodwill, gained, KEEP, NO_LIMIT, 0.0)
        hurt = trust.hurt_after(hurt, lost, gained, KEEP, 0.0, 0.0)
        levels.append(trust.level(reputation, goodwill, hurt) - BASE)
    return np.array(levels)


def steady(amount: float) -> Floats:
    """The same event every week."""
    return np.full(LONG, amount)


def after_one(size: float) -> Floats:
    """What is left of one event, week by week."""
    once = np.zeros(LONG)
    once[0] = abs(size)
    nothing = np.zeros(LONG)
    return path(once, nothing) if size > 0.0 else path(nothing, once)


def mean_level() -> float:
    """Mean trust under chance contacts and affronts."""
    (met, gain), (hit, loss) = CONTACTS, AFFRONTS
    return float(path(steady(met * gain), steady(hit * loss))[-1])


def variance(*events: tuple[float, float], noise: float = 0.0) -> float:
    """Variance of trust under independent Poisson events (rate, size): the sum of what each leaves."""
    left = sum(rate * float(np.sum(after_one(size) ** 2)) for rate, size in events)
    return left + noise * float(np.sum((after_one(0.1) / 0.1) ** 2))


def half_life() -> float:
    """Weeks until half of an event is gone."""
    left = after_one(0.1)
    return log(0.5) / log(left[20] / left[19])


def pulses() -> Floats:
    """Trust over one round of regular contacts, once it repeats."""
    regular = np.zeros(LONG)
    regular[::EVERY] = PULSE
    return path(regular, np.zeros(LONG))[-EVERY:]


RULES: Final = "trust.level, gain, loss, goodwill_after, hurt_after, reputation_after, balance, lasting"
REFERENCES: Final = (
    Reference(
        "CF10",
        "mean under contacts .25 a week of .02 and affronts .02 a week of -.15",
        RULES,
        0.04,
        1e-9,
        mean_level,
    ),
    Reference(
        "CF10",
        "variance of the same with noise of .01 a week",
        RULES,
        0.006667,
        5e-7,
        lambda: variance(CONTACTS, (AFFRONTS[0], -AFFRONTS[1]), noise=NOISE_VARIANCE),
    ),
    Reference("CF10", "half-life in weeks", RULES, 13.51, 5.1e-3, half_life),
    Reference(
        "CF10",
        "total cost of one affront of .15",
        RULES,
        -0.15 / 0.05,
        1e-9,
        lambda: float(np.sum(after_one(-0.15))),
    ),
    Reference(
        "CF10",
        "mean under a contact of .08 every four weeks",
        RULES,
        0.40,
        1e-9,
        lambda: float(pulses().mean()),
    ),
    Reference(
        "CF10",
        "variance over time of regular contacts",
        RULES,
        0.000526,
        5.1e-7,
        lambda: float(pulses().var()),
    ),
    Reference(
        "CF10",
        "variance of as many irregular contacts",
        RULES,
        0.01641,
        5.1e-6,
        lambda: variance((1.0 / EVERY, PULSE)),
    ),
)
