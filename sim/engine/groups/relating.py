"""What the week leaves behind, and its sums."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.groups.kinds import RELATING
from sim.engine.loops import relations, sums
from sim.kernel.compile import group


@group(RELATING)
def relating(
    x: Any, f: Any, d: Any, z: Any, ids: Any, territory: Any, par: Any, quality: float, now: Now, keys: Any,
    lanes: Any, level: Any,
) -> None:  # fmt: skip
    """Trust, belief, skill and loyalty; sums over partners and territories."""
    sums.count_deals(x, z)
    relations.trusting(x, f, z, par, quality, now)
    relations.believing(x, z, par)
    relations.practising(x, z, par)
    relations.leaving(x, f, d, z, ids, par, keys)
    relations.staying(x, f, z, ids, par, keys)
    sums.standing(x, f, z)
    sums.totals(x, z, now)
    sums.add_block(x, z, lanes)
    sums.spread_level(z, territory, level)
