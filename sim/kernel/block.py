"""Size of a block of partners."""

from typing import Final

BLOCK: Final = 128
"""Partners per block. A constant of the format: it fixes the order in which sums are taken."""
