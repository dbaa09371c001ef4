"""Decided deals, one by one: size, registration, conflict, outcome. A deal's nature belongs to its number.

Deals are gathered into a list, decided in one vectorised loop and added up again in the order of the list.
"""

from typing import Any, NamedTuple

from sim.engine.layout import OFFERS, D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, deal_uniform
from sim.rules import closing, conflict, learning, payout

CAPACITY = 4096


class Deals(NamedTuple):
    """List of the deals decided in one week by the partners of a block; the room is used again every week."""

    partner: Any
    """int64: place of the partner in its block"""
    offer: Any
    """int64: 0 product, 1 solution"""
    index: Any
    """uint64: number of the deal among the partner's deals of this offer"""
    value: Any
    """¤ list"""
    registered: Any
    incident: Any
    taken: Any
    won: Any


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
def skills(x: Any, d: Any, z: Any, par: Any) -> None:
    """Factor of the win chance for what partners have learned."""
    effect = par[P.skill_effect]
    for j in range(BLOCK):
        for offer in range(OFFERS):
            at = offer * BLOCK + j
            z[Z.win_p + at] = learning.skill_factor(x[S.skill_p + at], d[D.skill_p + at], effect)


@loop
def gather(x: Any, z: Any, deals: Deals, first: int) -> tuple[int, int]:
    """List the deals decided from partner ``first`` on, as far as the room goes.

    Returns the number listed and the partner from which to go on (BLOCK when all are done).
    """
    count = 0
    for j in range(first, BLOCK):
        if count + z[Z.decided_p + j] + z[Z.decided_s + j] > CAPACITY and count > 0:
            return count, j
        for offer in range(OFFERS):
            at = offer * BLOCK + j
            for n in range(int(z[Z.decided_p + at])):
                deals.partner[count] = j
                deals.offer[count] = offer
                deals.index[count] = int(x[S.index_p + at]) + n
                count += 1
    return count, BLOCK


@loop
def judge(
    x: Any,
    f: Any,
    d: Any,
    z: Any,
    ids: Any,
    start: int,
    lev: Any,
    par: Any,
    rule: Engagement,
    deals: Deals,
    count: int,
    keys: Any,
) -> None:
    """Decide every listed deal."""
    minimum, coverage, enforcement = lev[G.minimum], lev[G.coverage], lev[G.enforcement]
    base, breach = par[P.incident_chance], par[P.breach_share]
    joint, lift = par[P.bond_win_points], par[P.registered_win_points]
    for m in range(count):
        j, offer, index = deals.partner[m], deals.offer[m], deals.index[m]
        at = offer * BLOCK + j
        entity = ids[start + j]
        value = closing.deal_value(
            deal_uniform(keys[offer, Purpose.DEAL_SIZE], entity, index), f[F.log_size_p + at], f[F.log_size_sd + j]
        )
        registered = conflict.registers(
            deal_uniform(keys[offer, Purpose.DEAL_REGISTERED], entity, index), z[Z.register + j], value, minimum
        )
        factor = conflict.both_factors(
            conflict.size_factor(value, rule.size, rule.below, rule.above),
            conflict.breach_factor(registered, breach, enforcement),
        )
        chance = conflict.incident_chance(f[F.overlap + j], coverage, base, factor)
        incident = closing.happens(deal_uniform(keys[offer, Purpose.DEAL_INCIDENT], entity, index), chance)
        taken = conflict.is_taken(deal_uniform(keys[offer, Purpose.DEAL_OUTCOME], entity, index), rule.lose, incident)
        known = closing.bond_points(x[S.bond + j], d[D.bond + j], joint)
        points = closing.registered_points(registered, d[D.register + j], lift)
        win = closing.win_chance(f[F.win_p + at], z[Z.win_p + at], known, z[Z.price_factor + j], points)
        won = closing.is_won(deal_uniform(keys[offer, Purpose.DEAL_WIN], entity, index), win, taken)
        deals.value[m] = value
        deals.registered[m] = registered
        deals.incident[m] = incident
        deals.taken[m] = taken
        deals.won[m] = won


@loop
def clear(z: Any) -> None:
    """Forget last week's outcomes."""
    for j in range(Z.won_p, Z.price_lost + BLOCK):
        z[j] = 0.0


@loop
def add_up(z: Any, deals: Deals, count: int, cut: float) -> None:
    """Add the outcomes to each partner's week, in the order of the list."""
    for m in range(count):
        j = deals.partner[m]
        at = deals.offer[m] * BLOCK + j
        value, won, taken = deals.value[m], deals.won[m], deals.taken[m]
        registered, incident = deals.registered[m], deals.incident[m]
        z[Z.won_p + at] = payout.added(z[Z.won_p + at], won)
        z[Z.list_p + at] = payout.added(z[Z.list_p + at], payout.only_when(value, won))
        both = payout.only_when(registered, won)
        z[Z.registered_won + j] = payout.added(z[Z.registered_won + j], both)
        z[Z.registered_list + j] = payout.added(z[Z.registered_list + j], payout.only_when(value, both))
        z[Z.taken + j] = payout.added(z[Z.taken + j], taken)
        z[Z.taken_list + j] = payout.added(z[Z.taken_list + j], payout.only_when(value, taken))
        z[Z.incidents + j] = payout.added(z[Z.incidents + j], incident)
        z[Z.breaches + j] = payout.added(z[Z.breaches + j], payout.only_when(registered, incident))
        lost = conflict.price_lost(value, won, incident, cut)
        z[Z.price_lost + j] = payout.added(z[Z.price_lost + j], lost)


@loop
def number_on(x: Any, z: Any) -> None:
    """The next deals carry the next numbers."""
    for j in range(OFFERS * BLOCK):
        x[S.index_p + j] = payout.added(x[S.index_p + j], z[Z.decided_p + j])
