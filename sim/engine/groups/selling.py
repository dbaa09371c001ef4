"""Opportunities found, and deals on their way to a decision."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.groups.kinds import SELLING
from sim.engine.layout import G
from sim.engine.loops import pipeline, replay, terms
from sim.kernel.block import BLOCK
from sim.kernel.compile import group
from sim.kernel.counts import Draws


@group(SELLING)
def selling(
    x: Any, f: Any, d: Any, z: Any, ids: Any, territory: Any, saturation: Any, lev: Any, par: Any,
    market: float, now: Now, keys: Any, draws: Draws, row: Any, mode: int,
) -> None:  # fmt: skip
    """New opportunities, dates moved, and how many deals ripen, are decided or wait."""
    pipeline.find(x, d, z, territory, saturation, market)
    pipeline.arrive(z, ids, keys, draws)
    if now.late > 0.5:
        terms.perceive(x, f, z, lev, par, now, BLOCK)
    pipeline.timing(x, f, z, lev[G.clock_weeks], par, now)
    replay.dates(row, z, mode)
    pipeline.chances(x, d, z, lev, par, now)
    pipeline.move(x, z, ids, keys, draws)
    pipeline.release(x, z, ids, keys, draws, now, lev[G.price_freed])
    pipeline.decide(x, z, ids, keys, draws)
