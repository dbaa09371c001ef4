"""Every published fact: measured ones, and those whose mechanism the model lacks, whole or in part."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from sim.evidence import facts, panel
from sim.evidence.fact import Fact

FACTS: Final[tuple[Fact, ...]] = tuple(
    fact
    for name in sorted(module.name for module in iter_modules(facts.__path__))
    for fact in import_module(f"{facts.__name__}.{name}").FACTS
)
"""Measured facts, by number."""
ALL: Final = (*FACTS, *panel.FACTS)
"""Measured facts, and the shapes of a real panel."""

ABSENT: Final[dict[str, str]] = {
    "F01": "typing_task",
    "F07": "goods_for_cash",
    "F08": "contests",
    "F15": "interim_goals",
    "F16": "optimiser",
    "F21": "mix_of_plans",
    "F30": "close_dates",
    "F31": "goal_gradient",
    "F32": "head_start",
    "F42": "new_line",
    "F43": "training",
    "F48": "price_answers",
    "F56": "age",
    "F59": "practice",
    "F60": "kinds_of_deals",
    "F61": "more_channels",
}
"""Facts without a carrier: no mechanism of the model could show them. Key of the reason in the catalogue."""

PARTS_ABSENT: Final[dict[str, str]] = {
    "F02": "joining",
    "F09": "weekly_quotas",
    "F13": "two_clocks",
    "F14": "months",
    "F49": "offers_apart",
}
"""Parts of measured facts without a carrier."""
