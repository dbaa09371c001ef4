"""Sums over partners in one fixed order: lane by lane over blocks, then a pairwise tree over lanes."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import D, F, G, L, P, S, V, W, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.sums import fold
from sim.rules import closing, contact, effort, payout, reward


@loop
def vendor_account(f: Any, z: Any, lev_points: float, vend: Any) -> None:
    """What the vendor earns and spends on each partner."""
    goods, letter_cost, visit_cost = vend[V.goods], vend[V.newsletter_cost], vend[V.visit_cost]
    for j in range(BLOCK):
        given = payout.added(z[Z.concession + j], z[Z.price_lost + j])
        registered = z[Z.registered_list + j]
        z[Z.net + j] = payout.net_sales(z[Z.bought + j], z[Z.front + j], registered, lev_points, given)
        z[Z.goods + j] = payout.part(z[Z.bought + j], goods)
        letters = payout.part(z[Z.letters + j], f[F.real + j])
        z[Z.contact_cost + j] = payout.contact_cost(letters, z[Z.visits + j], letter_cost, visit_cost)


@loop
def partner_account(f: Any, d: Any, z: Any, lev_points: float, par: Any) -> None:
    """What each partner earns and spends with us."""
    cost, carrying = par[P.selling_cost_share], par[P.carrying_cost_share]
    for j in range(BLOCK):
        sold = payout.added(z[Z.list_p + j], z[Z.list_s + j])
        points = reward.kept_front(lev_points, f[F.pass_through + j])
        margin = payout.partner_front(sold, z[Z.kept + j], z[Z.registered_list + j], points)
        services = payout.partner_services(z[Z.list_p + j], z[Z.list_s + j], d[D.rent_p + j], d[D.rent_s + j])
        back = payout.back_end(
            z[Z.rebate + j], z[Z.growth + j], z[Z.solution + j], z[Z.new_logo + j], z[Z.funds + j]
        )
        own_cost = payout.selling_cost(sold, cost, z[Z.ahead + j], carrying)
        z[Z.sold + j] = sold
        z[Z.margin + j] = margin
        z[Z.services + j] = services
        z[Z.back + j] = back
        z[Z.own_cost + j] = own_cost
        z[Z.profit + j] = payout.partner_profit(margin, services, back, own_cost)


@loop
def standing(x: Any, f: Any, d: Any, z: Any, par: Any) -> None:
    """Who sells for us, with how much of its capacity, and how hard that works the territory."""
    elasticity = par[P.effort_elasticity]
    for j in range(BLOCK):
        share = effort.capacity_share(x[S.share_p + j], x[S.share_s + j])
        usual = effort.capacity_share(d[D.share_p + j], d[D.share_s + j])
        z[Z.selling + j] = closing.active(x[S.willing + j])
        z[Z.effort + j] = payout.part(share, x[S.willing + j])
        pace = effort.pace(share, usual, elasticity)
        z[Z.level + j] = payout.part(payout.part(pace, f[F.weekly_list + j]), x[S.willing + j])


@loop
def totals(x: Any, z: Any, now: Now) -> None:
    """Each partner's totals since week 0."""
    if now.measured < 0.5:
        return
    for j in range(BLOCK):
        x[S.total_sales + j] = payout.added(x[S.total_sales + j], z[Z.sold + j])
        x[S.total_profit + j] = payout.added(x[S.total_profit + j], z[Z.profit + j])
        x[S.total_payout + j] = payout.added(x[S.total_payout + j], z[Z.back + j])
        x[S.total_effort + j] = payout.added(x[S.total_effort + j], z[Z.effort + j])
        won = payout.added(z[Z.won_p + j], z[Z.won_s + j])
        x[S.total_won + j] = payout.added(x[S.total_won + j], won)
        x[S.total_selling + j] = payout.added(x[S.total_selling + j], z[Z.selling + j])


@loop
def add_block(x: Any, f: Any, z: Any, lanes: Any) -> None:
    """Add a block's week to the lanes."""
    _add_money(z, lanes)
    _add_deals(x, z, lanes)
    _add_standing(x, f, z, lanes)


@loop
def _add_money(z: Any, lanes: Any) -> None:
    for j in range(BLOCK):
        lanes[L.net_revenue + j] += z[Z.net + j]
        lanes[L.goods_cost + j] += z[Z.goods + j]
        lanes[L.rebate_cost + j] += z[Z.rebate + j]
        lanes[L.growth_cost + j] += z[Z.growth + j]
        lanes[L.solution_cost + j] += z[Z.solution + j]
        lanes[L.new_logo_cost + j] += z[Z.new_logo + j]
        lanes[L.funds_cost + j] += z[Z.funds + j]
        lanes[L.contact_cost + j] += z[Z.contact_cost + j]
    for j in range(BLOCK):
        lanes[L.partner_margin + j] += z[Z.margin + j]
        lanes[L.partner_services + j] += z[Z.services + j]
        lanes[L.partner_payout + j] += z[Z.back + j]
        lanes[L.partner_selling_cost + j] += z[Z.own_cost + j]
        lanes[L.price_cut_list + j] += z[Z.price_lost + j]
        lanes[L.concession_list + j] += z[Z.concession + j]
        lanes[L.bought_list + j] += z[Z.bought + j]
        lanes[L.ahead_list + j] += z[Z.ahead + j]


@loop
def _add_deals(x: Any, z: Any, lanes: Any) -> None:
    for j in range(BLOCK):
        decided = payout.added(z[Z.decided_p + j], z[Z.decided_s + j])
        won = payout.added(z[Z.won_p + j], z[Z.won_s + j])
        lanes[L.arrivals + j] += payout.added(z[Z.new_p + j], z[Z.new_s + j])
        lanes[L.won + j] += won
        lanes[L.lost + j] += payout.rest(decided, won, z[Z.taken + j])
        lanes[L.taken + j] += z[Z.taken + j]
        lanes[L.list_product + j] += z[Z.list_p + j]
        lanes[L.list_solution + j] += z[Z.list_s + j]
        lanes[L.taken_list + j] += z[Z.taken_list + j]
        lanes[L.registered_won + j] += z[Z.registered_won + j]
    for j in range(BLOCK):
        early = payout.added(x[S.early_p + j], x[S.early_s + j])
        late = payout.added(x[S.late_p + j], x[S.late_s + j])
        ready = payout.added(x[S.ready_p + j], x[S.ready_s + j])
        held = payout.added(x[S.held_p + j], x[S.held_s + j])
        lanes[L.open_deals + j] += payout.four(early, late, ready, held)
        lanes[L.incidents + j] += z[Z.incidents + j]
        lanes[L.breaches + j] += z[Z.breaches + j]
        lanes[L.stock_list + j] += x[S.stock + j]


@loop
def _add_standing(x: Any, f: Any, z: Any, lanes: Any) -> None:
    for j in range(BLOCK):
        selling = z[Z.selling + j]
        lanes[L.active + j] += selling
        lanes[L.silent + j] += payout.only_when(f[F.real + j], payout.none_of(selling))
        lanes[L.adrift + j] += z[Z.adrift + j]
        lanes[L.trust_sum + j] += payout.only_when(x[S.trust + j], selling)
        lanes[L.understanding_sum + j] += payout.only_when(x[S.understanding + j], selling)
        lanes[L.bond_sum + j] += payout.only_when(x[S.bond + j], selling)
    for j in range(BLOCK):
        selling = z[Z.selling + j]
        lanes[L.belief_sum + j] += payout.only_when(x[S.belief + j], selling)
        lanes[L.skill_sum + j] += payout.only_when(x[S.skill_s + j], selling)
        lanes[L.share_sum + j] += z[Z.effort + j]
        lanes[L.touches + j] += payout.added(z[Z.calls + j], z[Z.visits + j])
        lanes[L.hours + j] += z[Z.hours + j]
        lanes[L.level + j] += z[Z.level + j]


@loop
def close_week(lanes: Any, out: Any) -> None:
    """Fold the lanes into one row of the record."""
    for column in range(len(W)):
        out[column] = fold(lanes, column * BLOCK)


@loop
def vendor_week(
    out: Any,
    lev: Any,
    vend: Any,
    rule_cost_per_year: float,
    accounts: float,
    worked: float,
    growth: float,
    elasticity: float,
) -> None:
    """What does not depend on single partners: managers, the running cost of rules, direct sales."""
    managers = contact.managers(lev[G.managers], vend[V.partners])
    out[W.contact_cost] = payout.added(
        out[W.contact_cost], payout.weekly(payout.part(managers, vend[V.manager_cost]))
    )
    out[W.rules_cost] = payout.weekly(rule_cost_per_year)
    base, coverage, discount = vend[V.direct_list], lev[G.coverage], vend[V.direct_discount]
    output = payout.direct_output(coverage, elasticity)
    sold = payout.added(payout.direct_list(base, output, accounts, worked, growth), out[W.taken_list])
    people = payout.direct_people(base, discount, vend[V.direct_cost], coverage, accounts)
    out[W.direct_revenue] = payout.direct_net(sold, discount)
    out[W.direct_cost] = payout.direct_cost(people, sold, vend[V.goods])


@loop
def spread_level(z: Any, territory: Any, start: int, level: Any) -> None:
    """Add a block's selling to its territories, in the order of partners."""
    for j in range(BLOCK):
        level[territory[start + j]] += z[Z.level + j]


@loop
def keep_sales(z: Any, start: int, out: Any) -> None:
    """Record what a block's partners bought, ¤ list, and how many deals they won."""
    for j in range(BLOCK):
        out[0, start + j] = z[Z.bought + j]
        out[1, start + j] = payout.added(z[Z.won_p + j], z[Z.won_s + j])
