"""How long a step of the engine is: a week, unless an experiment asks for less.

Rules, loops and calendar count in steps. ``PARTNERLAB_STEPS`` cuts a week into so many before anything is
compiled; it is there to measure what the length of a step does to answers, and no option of a user.
"""

import os
from typing import Final

STEPS: Final = int(os.environ.get("PARTNERLAB_STEPS", "1"))
"""Steps in a week, 1 or more."""
QUARTER: Final = 13 * STEPS
"""Steps in a quarter."""
YEAR: Final = 52 * STEPS
"""Steps in a year."""
PER_QUARTER: Final = float(QUARTER)
PER_YEAR: Final = float(YEAR)
"""The same as rules take them."""
