"""F10: at equal payout, taking cap and quota away raises revenue."""

from functools import partial
from math import inf
from typing import Final

from sim.evidence.fact import Fact
from sim.evidence.protocol import Setting, after, equal_pay, lift, paid, planned, sellers
from sim.evidence.world import Floats, Stand, World
from sim.schema.programme import Programme

RATE: Final = 0.10
ABOVE: Final = Setting(deals=8.0, quota=1.0)
GATE, CAP = 0.3, 0.7
"""Shares of a fixed quota at which three sellers in four end above the cap, as theory asks for."""
USUAL_GATE, USUAL_CAP = 0.7, 1.25


def _freed(world: World, here: Stand, gate: float, cap: float) -> Floats:
    """Change of purchases from a capped commission above a gate to a linear one that pays the same."""
    held = planned(here.today, "incremental", [(gate, RATE)], cap=cap)
    linear = world.known(("linear", gate, cap), partial(_linear, here, held))
    return lift(after(here, linear), after(here, held))


def _linear(here: Stand, held: Programme) -> Programme:
    return equal_pay(here, planned(here.today, "flat", [(0.0, RATE)]), paid(after(here, held)))


def most_above(world: World) -> Floats:
    """Where most sellers end above the cap."""
    return _freed(world, sellers(world, ABOVE), GATE, CAP)


def usual(world: World) -> Floats:
    """Usual gate and cap, and quotas that follow the last four quarters."""
    return _freed(world, sellers(world), USUAL_GATE, USUAL_CAP)


MISRA: Final = "misra-nair-2011"
FACTS: Final = (
    Fact("cap_off", "F10", MISRA, most_above, 0.0, inf, is_quick=False),
    Fact("cap_off_size", "F10", MISRA, most_above, 0.04, 0.14, is_quick=False, is_other_setting=True),
    Fact("cap_off_usual", "F10", MISRA, usual, 0.0, inf, is_quick=False),
)
