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
from sim.rules import closing, conflict, direct, learning, payout, route, touch

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
    refused: int
    taken: int
    won: int
    bid: int
    """1 when the deal gets a special price"""
    bid_discount: int
    quarrel: int
    """1 when another partner holds an approval for the same deal"""


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
    pay_share: float
    """cost of the way direct sellers are paid, share of channel net revenue"""
    held_back: float
    """direct sales left under enforcement and one head"""
    hours: float
    """of partner managers for each incident"""


@inlined
def _of_rule(
    lev: Any, named: float, threshold: float, indirect: float, deck: float, choice: float, desk: float
) -> Any:
    return direct.of_seven(lev[G.rule], 1.0, named, threshold, indirect, deck, choice, desk)


@loop
def engagement(lev: Any, par: Any, in_force: float) -> Engagement:
    """Blend the programme's rule of engagement, in force for so many weeks, with what holds without one."""
    kind, pay = lev[G.rule], lev[G.pay]
    force = conflict.in_force(lev[G.enforcement], lev[G.clarity])
    desk = direct.improving(1.0, par[P.desk_factor], in_force, par[P.desk_settling_weeks])
    others = par[P.indirect_factor], par[P.deck_factor], par[P.choice_factor], desk
    below = _of_rule(lev, par[P.named_factor], par[P.threshold_below_factor], *others)
    above = _of_rule(lev, par[P.named_factor], 1.0, *others)
    free_lose = par[P.first_come_lose_share]
    lose = direct.of_seven(
        kind, free_lose, par[P.named_lose_share], par[P.threshold_lose_share], par[P.indirect_lose_share],
        par[P.deck_lose_share], par[P.choice_lose_share], par[P.desk_lose_share],
    )  # fmt: skip
    accounts = _of_rule(
        lev, par[P.named_accounts_share], par[P.threshold_accounts_share], 0.0, par[P.deck_accounts_share],
        par[P.choice_accounts_share], par[P.desk_accounts_share],
    )  # fmt: skip
    enforced = payout.part(
        lev[G.enforcement], direct.of_seven(kind, lev[G.offered], 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
    )
    paid = direct.of_pay(pay, 1.0, par[P.accelerator_factor], par[P.gate_factor], par[P.against_factor])
    head = direct.under_one_head(lev[G.one_head], par[P.head_factor])
    sales = direct.under_one_head(lev[G.one_head], par[P.head_direct_share])
    return Engagement(
        direct.all_factors(conflict.blended(1.0, below, force), paid, head),
        direct.all_factors(conflict.blended(1.0, above, force), paid, head),
        conflict.blended(free_lose, lose, force),
        conflict.blended(1.0, accounts, force),
        rules_cost(lev, par),
        direct.of_seven(kind, 0.0, 0.0, lev[G.threshold], 0.0, 0.0, 0.0, 0.0),
        direct.of_pay(
            pay, 0.0, par[P.accelerator_cost_share], par[P.gate_cost_share], par[P.against_cost_share]
        ),
        direct.direct_held_back(enforced, force, par[P.enforcement_loss_share], sales),
        direct.of_seven(
            kind, par[P.incident_hours], par[P.incident_hours], par[P.incident_hours], par[P.incident_hours],
            par[P.incident_hours], par[P.choice_hours], par[P.incident_hours],
        ),
    )  # fmt: skip


@inlined
def rules_cost(lev: Any, par: Any) -> float:
    """Running cost of the rule of engagement and of registrations, ¤ per year."""
    rule = direct.of_seven(
        lev[G.rule], 0.0, par[P.named_cost_per_year], par[P.threshold_cost_per_year], 0.0,
        par[P.deck_cost_per_year], par[P.choice_cost_per_year], par[P.desk_cost_per_year],
    )  # fmt: skip
    clear = direct.cost_of_clarity(par[P.clarity_cost_per_year], lev[G.clarity])
    usual = par[P.registration_free_hours]
    approvals = touch.desk_cost(par[P.approval_cost_per_year], lev[G.approval_hours], usual)
    bids = touch.desk_cost(par[P.bid_cost_per_year], lev[G.bid_hours], usual)
    bids = payout.chosen(bids, 0.0, payout.is_any(lev[G.bid_discount]))
    return payout.four(rule, clear, conflict.when_offered(approvals, lev[G.offered]), bids)


@loop
def before_deciding(x: Any, d: Any, z: Any, par: Any, answers: float) -> None:
    """What partners bring to their decisions: skill, personal bonds and quick or slow answers."""
    effect, points = par[P.skill_effect], par[P.bond_win_points]
    for j in range(BLOCK):
        z[Z.skill_p + j] = learning.skill_factor(x[S.skill_p + j], d[D.skill_p + j], effect)
        z[Z.skill_s + j] = learning.skill_factor(x[S.skill_s + j], d[D.skill_s + j], effect)
        known = closing.bond_points(x[S.bond + j], d[D.bond + j], points)
        z[Z.joint + j] = payout.added(known, answers)


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
def bring_bids(z: Any, deals: Deals, count: int) -> None:
    """Special prices that each deal may get, and for the time being the chance of one."""
    y = deals.y
    for m in range(count):
        j = deals.at[m] % _LANES
        y[Y.bid + m] = z[np.uint64(Z.bid_chance) + j]
        y[Y.bid_discount + m] = z[np.uint64(Z.bid_discount) + j]


@loop
def add_bids(z: Any, deals: Deals, count: int) -> None:
    """Add what special prices gave away to each partner's week."""
    y = deals.y
    for m in range(count):
        both = payout.only_when(y[Y.bid + m], y[Y.won + m])
        given = payout.part(y[Y.value + m], y[Y.bid_discount + m])
        _add(z, np.uint64(Z.bid_list) + deals.at[m] % _LANES, payout.only_when(given, both))


@loop
def judge(lev: Any, par: Any, rule: Engagement, deals: Deals, count: int, keys: Any) -> None:
    """Decide every listed deal: size and registration, conflict, outcome."""
    y, entity, index = deals.y, deals.entity, deals.index
    count = padded(count)
    minimum, coverage, enforcement = lev[G.minimum], lev[G.coverage], lev[G.enforcement]
    base, breach, approved = par[P.incident_chance], par[P.breach_share], lev[G.approval_share]
    size_p, size_s = keys[0, Purpose.DEAL_SIZE], keys[1, Purpose.DEAL_SIZE]
    for m in range(count):
        u = deal_uniform(size_s if y[Y.solution + m] > 0.5 else size_p, entity[m], index[m])
        y[Y.value + m] = closing.deal_value(u, y[Y.log_size + m], y[Y.log_size_sd + m])
    register_p, register_s = keys[0, Purpose.DEAL_REGISTERED], keys[1, Purpose.DEAL_REGISTERED]
    for m in range(count):
        u = deal_uniform(register_s if y[Y.solution + m] > 0.5 else register_p, entity[m], index[m])
        registered = conflict.registers(u, y[Y.register + m], y[Y.value + m], minimum)
        asked = direct.asked_chance(y[Y.register + m], approved)
        asks = conflict.registers(u, asked, y[Y.value + m], minimum)
        y[Y.registered + m] = registered
        y[Y.refused + m] = payout.rest(asks, registered, 0.0)
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
        y[Y.quarrel + m] = 0.0
    wrong = wrongly_approved(lev, par)
    if wrong > 0.0:
        _quarrel(y, entity, index, wrong, count, keys)
    if lev[G.bid_discount] > 0.0:
        _bid(y, entity, index, par[P.bid_win_points], count, keys)
    _win(y, entity, index, par[P.registered_win_points], count, keys)


@inlined
def wrongly_approved(lev: Any, par: Any) -> float:
    """Chance that an approval is of a deal that another partner holds."""
    return conflict.wrong_approval(
        lev[G.approval_hours], par[P.checking_hours], par[P.hurried_share], lev[G.approval_share],
        par[P.deserved_share], par[P.lenient_share],
    )  # fmt: skip


@inlined
def _quarrel(y: Any, entity: Any, index: Any, wrong: float, count: int, keys: Any) -> None:
    quarrel_p, quarrel_s = keys[0, Purpose.DEAL_QUARREL], keys[1, Purpose.DEAL_QUARREL]
    for m in range(count):
        u = deal_uniform(quarrel_s if y[Y.solution + m] > 0.5 else quarrel_p, entity[m], index[m])
        y[Y.quarrel + m] = conflict.quarrels(u, wrong, y[Y.registered + m], y[Y.incident + m])
        y[Y.incident + m] = payout.larger(y[Y.incident + m], y[Y.quarrel + m])


@inlined
def _bid(y: Any, entity: Any, index: Any, lift: float, count: int, keys: Any) -> None:
    """Which deals get a special price; the column of discounts holds the chance of one until then."""
    bid_p, bid_s = keys[0, Purpose.DEAL_BID], keys[1, Purpose.DEAL_BID]
    for m in range(count):
        u = deal_uniform(bid_s if y[Y.solution + m] > 0.5 else bid_p, entity[m], index[m])
        y[Y.bid + m] = closing.happens(u, y[Y.bid + m])
        points = route.bid_points(y[Y.bid + m], y[Y.bid_discount + m], lift)
        y[Y.joint + m] = payout.added(y[Y.joint + m], points)


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
        _add(z, np.uint64(Z.refused) + j, y[Y.refused + m])


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


@loop
def keep_conflicts(ledger: Any, deals: Deals, count: int, week: float, cut: float) -> None:
    """Write the same deals down, if they are recorded: the first row says how many there are."""
    y = deals.y
    for m in range(count):
        row = int(ledger[0, 0]) + 1
        if y[Y.incident + m] > 0.5 and row < len(ledger):
            ledger[0, 0] = row
            ledger[row, 0], ledger[row, 1] = week, float(deals.entity[m])
            ledger[row, 2], ledger[row, 3] = y[Y.solution + m], float(deals.index[m])
            ledger[row, 4], ledger[row, 5] = y[Y.value + m], y[Y.registered + m]
            ledger[row, 6] = y[Y.taken + m]
            ledger[row, 7] = conflict.price_lost(y[Y.value + m], y[Y.won + m], 1.0, cut)
            ledger[row, 8] = y[Y.quarrel + m]


@inlined
def _add(z: Any, place: Any, amount: float) -> None:
    z[place] = payout.added(z[place], amount)


@loop
def number_on(x: Any, z: Any) -> None:
    """The next deals carry the next numbers."""
    for j in range(OFFERS * BLOCK):
        x[S.index_p + j] = payout.added(x[S.index_p + j], z[Z.decided_p + j])
