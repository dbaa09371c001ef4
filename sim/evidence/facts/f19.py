"""F19: a rebate on all sales once a quota is reached raises effort, most near it, and drives rivals out."""

from functools import partial
from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S, W
from sim.engine.run import Engine, Run
from sim.evidence.fact import Fact
from sim.evidence.facts.f03 import LIBRARY
from sim.evidence.protocol import SETTLE, after, effort_lift, equal_pay, paid, planned, total
from sim.evidence.world import Floats, Stand, World, column
from sim.population.building import from_market
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme

RATE: Final = 0.04
LOOK: Final = SETTLE + 10
"""Week in which nearness and effort are looked at: three weeks before a quarter ends."""
NEAR: Final = (0.6, 1.0)
MARKET: Final = "three-still-vendors"
"""With two named rivals that keep their programmes."""


def _flat(here: Stand, steps: Programme) -> Programme:
    return equal_pay(here, planned(here.today, "flat", [(0.0, RATE)]), paid(after(here, steps)))


def _plans(world: World) -> tuple[Stand, Programme, Programme]:
    here = world.stand("flat-margin")
    steps = LIBRARY["volume"](here.today)
    return here, steps, world.known("flat for steps", partial(_flat, here, steps))


def effort(world: World) -> Floats:
    """Relative change of effort from one rate on everything to retroactive steps, at equal payout."""
    here, steps, flat = _plans(world)
    return effort_lift(after(here, steps), after(here, flat))


def _effort(run: Run, size: int) -> Floats:
    return column(run, S.share_p, size) + column(run, S.share_s, size)


def near(world: World) -> Floats:
    """Log change of effort of those with .6 to 1 of the quota in that week, less that of others."""
    here, steps, flat = _plans(world)
    size = here.engine.partners.size
    runs = [here.run(plan, LOOK, smoothly=True) for plan in (steps, flat)]
    change = np.log(_effort(runs[0], size) / _effort(runs[1], size))
    reached = column(runs[1], S.period, size) / column(runs[1], S.target, size)
    selling = np.min([column(run, S.willing, size) for run in runs], axis=0) > 0.0
    close = (reached >= NEAR[0]) & (reached < NEAR[1])
    return np.array(
        [
            change[i][selling[i] & close[i]].mean() - change[i][selling[i] & ~close[i]].mean()
            for i in range(world.seeds)
        ]
    )


def _beside_rivals(world: World) -> Stand:
    market, today = load_market(MARKET), load_programme("flat-margin")
    return world.known(MARKET, lambda: world.placed(Engine(market, today, from_market(market)), {}))


def crowding_out(world: World) -> Floats:
    """Relative change of the time that our partners have for named rivals, in the market that names them."""
    here = _beside_rivals(world)
    steps = LIBRARY["volume"](here.today)
    flat = world.known("flat for steps beside rivals", partial(_flat, here, steps))
    ours, usual = (total(after(here, plan), W.rivals_share_sum) for plan in (steps, flat))
    return np.asarray(ours / usual - 1.0, dtype=np.float64)


CONLON: Final = "conlon-mortimer-2021"
FACTS: Final = (
    Fact("retroactive_effort", "F19", CONLON, effort, 0.0, inf, is_quick=False),
    Fact("retroactive_near", "F19", CONLON, near, 0.0, inf, is_quick=False),
    Fact("retroactive_crowds_out", "F19", CONLON, crowding_out, -inf, 0.0, is_quick=False),
)
