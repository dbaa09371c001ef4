"""Before week 0: where partners begin, how fast beliefs move, and what silent ones take as usual."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.engine.announcing import NEVER
from sim.engine.flatten import deferred_at_start, levers_of
from sim.engine.layout import D, H, M, S
from sim.engine.loops.prepare import begin, derive
from sim.engine.records import World
from sim.kernel.block import BLOCK
from sim.population.partners import Partners
from sim.schema.market import Market
from sim.schema.programme import Programme

Floats = NDArray[np.float64]

SEARCH_SPEED: Final = 20.0
SEARCH_WEIGHT: Final = 0.06
"""Weight of one re-planning in the reference levels."""


def search(weeks: int, searching: bool) -> tuple[Floats, Floats]:
    """How fast reputation moves, and the weight of each week in the reference levels."""
    if not searching:
        return np.ones(weeks), np.zeros(weeks)
    return np.full(weeks, SEARCH_SPEED), np.full(weeks, SEARCH_WEIGHT)


REFERENCES: Final = (D.margin_p, D.margin_s, D.relation, D.trust, D.bond, D.register, D.street, D.marketing)


def share_references(derived: Floats, state: Floats, segment: NDArray[np.int64]) -> None:
    """Give silent partners the mean reference levels of the active ones of their segment."""
    futures, blocks = derived.shape[:2]
    active = column(state, S.willing)[:, : len(segment)] > 0.0
    for place in REFERENCES:
        levels = column(derived, place)
        for kind in np.unique(segment):
            here = np.flatnonzero(segment == kind)
            selling = active[:, here]
            known = np.sum(selling, axis=1)
            total = np.array([np.sum(row) for row in np.ascontiguousarray(levels[:, here] * selling)])
            mean = total / np.maximum(known, 1)
            levels[:, here] = np.where(selling | (known == 0)[:, None], levels[:, here], mean[:, None])
        derived[:, :, place : place + BLOCK] = levels.reshape(futures, blocks, BLOCK)


def column(rows: Floats, place: int) -> Floats:
    """One field of all partners: [futures, partners and padding]; rows : [futures, blocks, fields]."""
    return rows[:, :, place : place + BLOCK].reshape(len(rows), -1).copy()


def begun(
    world: World, market: Market, today: Programme, partners: Partners, rows: Floats
) -> tuple[Floats, ...]:
    """A vendor before the burn-in: state, facts of the future, what is shared, desks, territories."""
    facts, count = world.facts, len(rows)
    blocks = facts.shape[0]
    state = np.zeros((count, blocks, len(S) * BLOCK))
    derived = np.zeros((count, blocks, len(D) * BLOCK))
    levers = levers_of(today)
    for i in range(count):
        for b in range(blocks):
            derive(facts[b], derived[i, b], rows[i])
            begin(state[i, b], facts[b], derived[i, b], rows[i], levers)
    level = np.tile(world.territory_list, (count, 1))
    shared = np.zeros((count, len(H)))
    shared[:, H.deferred] = deferred_at_start(world.vend, levers, partners)
    desks = np.zeros((count, desks_of(market, partners), len(M)))
    desks[:, :, M.tenure] = NEVER
    return state, derived, shared, desks, level


def desks_of(market: Market, partners: Partners) -> int:
    """Partner managers; where nobody ever leaves all are alike, and one stands for all."""
    moves = market.house.turmoil_share > 0.0
    return int(np.max(partners.facts.manager, initial=0.0)) + 1 if moves else 1
