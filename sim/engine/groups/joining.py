"""Partners that join and leave; only where the roster moves."""

from typing import Any

from sim.engine.common import Vendorial
from sim.engine.groups.kinds import JOINING
from sim.engine.loops import joining as loops
from sim.kernel.compile import group


@group(JOINING)
def joining(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, all_: Vendorial, in_force: float, keys: Any,
    lanes: Any,
) -> None:  # fmt: skip
    """Exits, beginners that start, prospects that sign, and their sums."""
    loops.second_orders(x, z)
    loops.leave(x, d, z, ids, par, f, keys)
    loops.begin_to_sell(x, z, ids, lev, par, keys)
    loops.sign(x, f, d, z, ids, lev, par, all_.house.pitching, in_force, keys)
    loops.add_up(z, lanes)
