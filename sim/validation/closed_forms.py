"""Every check of the rules against theory, in one list, and the closed forms that no rule carries."""

from typing import Final

from sim.validation import (
    attrition,
    concentration,
    counts,
    dynamic,
    linear,
    one_period,
    ratchet,
    replanning,
    roster,
    timing,
    trusting,
)
from sim.validation.reference import Absent, Reference

_PARTS: Final = (
    attrition,
    linear,
    one_period,
    dynamic,
    replanning,
    ratchet,
    counts,
    concentration,
    trusting,
    timing,
    roster,
)

REFERENCES: Final[tuple[Reference, ...]] = tuple(
    reference for part in _PARTS for reference in part.REFERENCES
)
"""Figures that theory gives and that the rules must give too, each with its tolerance."""

ABSENT: Final[tuple[Absent, ...]] = roster.ABSENT
"""Closed forms to which nothing in the model corresponds; listed so that nobody looks for them."""
