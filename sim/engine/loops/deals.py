"""Decided deals, one by one: size, registration, conflict, outcome. A deal's nature belongs to its number.

Deals are gathered into a list, decided in one vectorised loop and added up again in the order of the list.
"""

from typing import Any, Final, NamedTuple

import numpy as np

from sim.engine.layout import OFFERS, D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.counts import padded
from sim.kernel.draws import Purpose, deal_uniform
from sim.rules import closing, conflict, learning, payout

CAPACITY: Final = 2064
_LANES: Final = np.uint64(BLOCK)


class Deal(NamedTuple):
    """Columns of the list of deals decided in one week; the room is used again for every block."""

    log_size: int
    log_size_sd: int
    register: int
    overlap: int
    win: int
    skill: int
    joint: int
    """points of win chance from the bond"""
    price: int
    usual: int
    """chance to register at the reference"""
    solution: int
    """1 for a solution, 0 for a product"""
    value: int
    registered: int
    incident: int
    taken: int
    won: int


Y: Final = Deal(*range(0, len(Deal._fields) * CAPACITY, CAPACITY))


class Deals(NamedTuple):
    """The list itself."""

    y: Any
    """float64[columns * CAPACITY]"""
    entity: Any
    """uint64[CAPACITY]: id of the partner"""
    index: Any
    """uint64[CAPACITY]: number of the deal among the partner's deals of this offer"""
    at: Any
    """uint64[CAPACITY]: place of the partner, product first, solutions BLOCK further"""


def new_deals() -> Deals:
    """An empty list."""
    entity, index, at = (np.zeros(CAPACITY, np.uint64) for _ in range(3))
    return Deals(np.zeros(len(Y) * CAPACITY), entity, index, at)


class Engagement(NamedTuple):
    """The rule of engagement as it holds for this future; factors of the incident chance and chances."""

    below: float
    above: float
    lose: float
    accounts: float
    cost_per_year: float
    size: float


@loop
def engagement(lev: Any, par: Any) -> Engagement:
    """Blend the programme's rule of engagement with what holds without one."""
    kind = lev[G.rule]
    force = conflict.in_force(lev[G.enforcement], lev[G.clarity])
    below = conflict.of_rule(
        kind, 1.0, par[P.named_factor], par[P.threshold_below_factor], par[P.indirect_factor]
    )
    above = conflict.of_rule(kind, 1.0, par[P.named_factor], 1.0, par[P.indirect_factor])
    free_lose = par[P.first_come_lose_share]
    lose = conflict.of_rule(
        kind, free_lose, par[P.named_lose_share], par[P.threshold_lose_share], par[P.indirect_lose_share]
    )
    accounts = conflict.of_rule(kind, 1.0, par[P.named_accounts_share], par[P.threshold_accounts_share], 0.0)
    cost = conflict.of_rule(kind, 0.0, par[P.named_cost_per_year], par[P.threshold_cost_per_year], 0.0)
    return Engagement(
        conflict.blended(1.0, below, force),
        conflict.blended(1.0, above, force),
        conflict.blended(free_lose, lose, force),
        conflict.blended(1.0, accounts, force),
        cost,
        conflict.of_rule(kind, 0.0, 0.0, lev[G.threshold], 0.0),
    )


@loop
def before_deciding(x: Any, d: Any, z: Any, par: Any) -> None:
    """What partners bring to their decisions: skill and personal bonds."""
    effect, points = par[P.skill_effect], par[P.bond_win_points]
    for j in range(BLOCK):
        z[Z.skill_p + j] = learning.skill_factor(x[S.skill_p + j], d[D.skill_p + j], effect)
        z[Z.skill_s + j] = learning.skill_factor(x[S.skill_s + j], d[D.skill_s + j], effect)
        z[Z.joint + j] = closing.bond_points(x[S.bond + j], d[D.bond + j], points)


@loop
def gather(x: Any, z: Any, ids: Any, places: Any, found: int, first: int, deals: Deals) -> tuple[int, int]:
    """List the deals of the places found from place ``first`` on, as far as the room goes.

    Returns the number listed and the place from which to go on (``found`` when all are done).
    """
    count = np.uint64(0)
    for k in range(first, found):
        at = places[k]
        decided = np.uint64(z[np.uint64(Z.decided_p) + at])
        if count + decided > np.uint64(CAPACITY) and count > np.uint64(0):
            return int(count), k
        number, entity = np.uint64(x[np.uint64(S.index_p) + at]), ids[at % _LANES]
        for n in range(decided):
            deals.at[count], deals.entity[count], deals.index[count] = at, entity, number + n
            count += np.uint64(1)
    return int(count), found


@loop
def bring(f: Any, d: Any, z: Any, deals: Deals, count: int) -> None:
    """Facts of each deal: those of its partner and offer."""
    y = deals.y
    for m in range(count):
        at = deals.at[m]
        j = at % _LANES
        y[Y.log_size + m] = f[np.uint64(F.log_size_p) + at]
        y[Y.log_size_sd + m] = f[np.uint64(F.log_size_sd) + j]
        y[Y.register + m] = z[np.uint64(Z.register) + j]
        y[Y.overlap + m] = f[np.uint64(F.overlap) + j]
        y[Y.win + m] = f[np.uint64(F.win_p) + at]
        y[Y.skill + m] = z[np.uint64(Z.skill_p) + at]
        y[Y.joint + m] = z[np.uint64(Z.joint) + j]
        y[Y.price + m] = z[np.uint64(Z.price_factor) + j]
        y[Y.usual + m] = d[np.uint64(D.register) + j]
        y[Y.solution + m] = 1.0 if at >= _LANES else 0.0


@loop
def judge(lev: Any, par: Any, rule: Engagement, deals: Deals, count: int, keys: Any) -> None:
    """Decide every listed deal: size and registration, conflict, outcome."""
    y, entity, index = deals.y, deals.entity, deals.index
    count = padded(count)
    minimum, coverage, enforcement = lev[G.minimum], lev[G.coverage], lev[G.enforcement]
    base, breach = par[P.incident_chance], par[P.breach_share]
    size_p, size_s = keys[0, Purpose.DEAL_SIZE], keys[1, Purpose.DEAL_SIZE]
    for m in range(count):
        u = deal_uniform(size_s if y[Y.solution + m] > 0.5 else size_p, entity[m], index[m])
        y[Y.value + m] = closing.deal_value(u, y[Y.log_size + m], y[Y.log_size_sd + m])
    register_p, register_s = keys[0, Purpose.DEAL_REGISTERED], keys[1, Purpose.DEAL_REGISTERED]
    for m in range(count):
        u = deal_uniform(register_s if y[Y.solution + m] > 0.5 else register_p, entity[m], index[m])
        y[Y.registered + m] = conflict.registers(u, y[Y.register + m], y[Y.value + m], minimum)
    incident_p, incident_s = keys[0, Purpose.DEAL_INCIDENT], keys[1, Purpose.DEAL_INCIDENT]
    for m in range(count):
        size = conflict.size_factor(y[Y.value + m], rule.size, rule.below, rule.above)
        factor = conflict.both_factors(size, conflict.breach_factor(y[Y.registered + m], breach, enforcement))
        chance = conflict.incident_chance(y[Y.overlap + m], coverage, base, factor)
        u = deal_uniform(incident_s if y[Y.solution + m] > 0.5 else incident_p, entity[m], index[m])
        y[Y.incident + m] = closing.happens(u, chance)
    outcome_p, outcome_s = keys[0, Purpose.DEAL_OUTCOME], keys[1, Purpose.DEAL_OUTCOME]
    for m in range(count):
        u = deal_uniform(outcome_s if y[Y.solution + m] > 0.5 else outcome_p, entity[m], index[m])
        y[Y.taken + m] = conflict.is_taken(u, rule.lose, y[Y.incident + m])
    _win(y, entity, index, par[P.registered_win_points], count, keys)


@inlined
def _win(y: Any, entity: Any, index: Any, lift: float, count: int, keys: Any) -> None:
    win_p, win_s = keys[0, Purpose.DEAL_WIN], keys[1, Purpose.DEAL_WIN]
    for m in range(count):
        points = closing.registered_points(y[Y.registered + m], y[Y.usual + m], lift)
        chance = closing.win_chance(y[Y.win + m], y[Y.skill + m], y[Y.joint + m], y[Y.price + m], points)
        u = deal_uniform(win_s if y[Y.solution + m] > 0.5 else win_p, entity[m], index[m])
        y[Y.won + m] = closing.is_won(u, chance, y[Y.taken + m])


@loop
def clear(z: Any) -> None:
    """Forget last week's outcomes."""
    for j in range(Z.won_p, Z.price_lost + BLOCK):
        z[j] = 0.0


@loop
def add_up(z: Any, deals: Deals, count: int) -> None:
    """Add the deals won to each partner's week, in the order of the list."""
    y = deals.y
    for m in range(count):
        at = deals.at[m]
        j = at % _LANES
        value, won = y[Y.value + m], y[Y.won + m]
        both = payout.only_when(y[Y.registered + m], won)
        _add(z, np.uint64(Z.won_p) + at, won)
        _add(z, np.uint64(Z.list_p) + at, payout.only_when(value, won))
        _add(z, np.uint64(Z.registered_won) + j, both)
        _add(z, np.uint64(Z.registered_list) + j, payout.only_when(value, both))


@loop
def add_conflicts(z: Any, deals: Deals, count: int, cut: float) -> None:
    """The same for the few deals that met direct sales."""
    y = deals.y
    for m in range(count):
        if y[Y.incident + m] > 0.5:
            j = deals.at[m] % _LANES
            value, taken, incident = y[Y.value + m], y[Y.taken + m], y[Y.incident + m]
            _add(z, np.uint64(Z.taken) + j, taken)
            _add(z, np.uint64(Z.taken_list) + j, payout.only_when(value, taken))
            _add(z, np.uint64(Z.incidents) + j, incident)
            _add(z, np.uint64(Z.breaches) + j, payout.only_when(y[Y.registered + m], incident))
            lost = conflict.price_lost(value, y[Y.won + m], incident, cut)
            _add(z, np.uint64(Z.price_lost) + j, lost)


@inlined
def _add(z: Any, place: Any, amount: float) -> None:
    z[place] = payout.added(z[place], amount)


@loop
def number_on(x: Any, z: Any) -> None:
    """The next deals carry the next numbers."""
    for j in range(OFFERS * BLOCK):
        x[S.index_p + j] = payout.added(x[S.index_p + j], z[Z.decided_p + j])
