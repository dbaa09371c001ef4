"""Lengths of time, in weeks."""

from typing import Final

WEEKS_PER_YEAR: Final = 52
WEEKS_PER_QUARTER: Final = 13
WEEKS_PER_MONTH: Final = WEEKS_PER_YEAR / 12
