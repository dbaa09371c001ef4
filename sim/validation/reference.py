"""What a check against theory is: a figure known beforehand, and how to get it from the rules."""

from collections.abc import Callable
from typing import NamedTuple


class Reference(NamedTuple):
    """A figure that theory gives and that the rules must give too."""

    id: str
    """closed form, such as CF5; or a fact that must hold without any mechanism, such as F27"""
    statement: str
    rule: str
    """rules through which the figure is evaluated"""
    expected: float
    tolerance: float
    """largest difference allowed: digits of the reference value, or the error of discrete time"""
    simulated: Callable[[], float]
    """the same figure from the rule functions"""

    def holds(self) -> bool:
        """Whether the rules give the figure within its tolerance."""
        return abs(self.simulated() - self.expected) <= self.tolerance


class Absent(NamedTuple):
    """A closed form that no rule carries, and why."""

    id: str
    statement: str
    reason: str
