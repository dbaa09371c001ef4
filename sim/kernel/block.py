"""Size of a block of partners."""

from typing import Final

BLOCK: Final = 128
"""Partners per block. A constant of the format: it fixes the order in which sums are taken."""

LANES: Final = 16
"""Partners of a block that are this far apart share a lane when sums are taken; part of the format too."""
