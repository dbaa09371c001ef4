"""F03: incentive programmes raise performance; longer ones do more than short ones."""

from collections.abc import Callable, Mapping
from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, bonus, lift, planned, sellers
from sim.evidence.world import QUARTER, YEAR, Floats, Stand, World
from sim.schema.editing import changed
from sim.schema.programme import Programme

LIBRARY: Final[Mapping[str, Callable[[Programme], Programme]]] = {
    "flat": lambda today: planned(today, "flat", [(0.0, 0.04)]),
    "volume": lambda today: planned(
        today, "retroactive", [(0.5, 0.01), (0.8, 0.02), (1.0, 0.04), (1.25, 0.06)]
    ),
    "slices": lambda today: planned(today, "incremental", [(0.0, 0.02), (0.8, 0.05), (1.0, 0.08)]),
    "bonus": lambda today: bonus(today, 0.05),
    "accelerator": lambda today: planned(today, "incremental", [(0.0, 0.02), (1.0, 0.12)]),
    "gate": lambda today: planned(today, "incremental", [(0.7, 0.10)], cap=1.25),
}
"""Usual plans: one rate, a retroactive ladder, slices, a bonus, an accelerator, a gate with a cap."""
PUSH: Final = 0.04
"""Rate of the programme that lasts a quarter or a year."""


def among_partners(world: World) -> Floats:
    """Mean uplift of six usual plans over no plan, partners of the shipped market."""
    return _mean_lift(world.stand("flat-margin"))


def among_sellers(world: World) -> Floats:
    """The same among employed sellers."""
    return _mean_lift(sellers(world))


def _mean_lift(here: Stand) -> Floats:
    lifts = [lift(after(here, make(here.today)), after(here)) for make in LIBRARY.values()]
    return np.asarray(np.mean(lifts, axis=0), dtype=np.float64)


def longer(world: World) -> Floats:
    """Uplift per week of a year's programme less that of a quarter's; both with the quarter after it."""
    here = sellers(world)
    plan = planned(here.today, "flat", [(0.0, PUSH)])
    gains = []
    for weeks in (YEAR, QUARTER):
        pushed = here.run(changed(plan, {"transition.reversed_after_weeks": weeks}), smoothly=True)
        more = pushed.weekly[:, :, W.bought_list] - here.run(smoothly=True).weekly[:, :, W.bought_list]
        gains.append(more[:, : weeks + QUARTER].sum(axis=1) / weeks)
    usual = here.run(smoothly=True).weekly[:, :YEAR, W.bought_list].mean(axis=1)
    return np.asarray((gains[0] - gains[1]) / usual, dtype=np.float64)


CONDLY: Final = "condly-2003"
FACTS: Final = (
    Fact("plans_partners", "F03", CONDLY, among_partners, 0.0, inf),
    Fact("plans_sellers", "F03", CONDLY, among_sellers, 0.0, inf, is_quick=False),
    Fact(
        "plans_sellers_size", "F03", CONDLY, among_sellers, 0.10, 0.35, is_quick=False, is_other_setting=True
    ),
    Fact("longer_plans", "F03", CONDLY, longer, 0.0, inf, is_quick=False),
)
