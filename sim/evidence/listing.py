"""Every published fact: measured ones, those whose mechanism the model lacks, and those not measured yet."""

from typing import Final

from sim.evidence.fact import Fact
from sim.evidence.facts import f36, f40, f44, f45, f50, f51, f52, f55, f57

FACTS: Final[tuple[Fact, ...]] = tuple(
    fact for part in (f36, f40, f44, f45, f50, f51, f52, f55, f57) for fact in part.FACTS
)
"""Measured facts, by number."""

ABSENT: Final[dict[str, str]] = {
    "F01": "typing_task",
    "F07": "goods_for_cash",
    "F08": "contests",
    "F16": "optimiser",
    "F18": "two_vendors",
    "F21": "mix_of_plans",
    "F31": "goal_gradient",
    "F32": "head_start",
    "F39": "recruiting",
    "F42": "new_line",
    "F48": "price_answers",
    "F56": "age",
    "F61": "more_channels",
}
"""Facts without a carrier: no mechanism of the model could show them. Key of the reason in the catalogue."""

UNMEASURED: Final[tuple[str, ...]] = (
    "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F11", "F12", "F13", "F14", "F15", "F19", "F20", "F22",
    "F23", "F24", "F25", "F30", "F33", "F35", "F43", "F47", "F49", "F59", "F60", "F62",
)  # fmt: skip
"""Facts that the model could show or contradict, and that nobody has measured in it yet."""
