"""Sums over partners in one fixed order: lane by lane over blocks, then a pairwise tree over lanes."""

from typing import Any, Final

import numpy as np

from sim.engine.calendar import Now
from sim.engine.common import Vendorial
from sim.engine.house import house_cost
from sim.engine.layout import YEAR, D, F, G, H, L, P, S, V, W, Z
from sim.kernel.block import BLOCK, LANES
from sim.kernel.compile import inlined, loop
from sim.kernel.sums import fold
from sim.rules import (
    benefits,
    closing,
    contact,
    demand,
    direct,
    effort,
    payout,
    recruitment,
    renewal,
    reward,
    route,
    touch,
)

_LANES: Final = np.uint64(LANES)


@loop
def vendor_account(z: Any, vend: Any) -> None:
    """What the vendor earns and spends on each partner."""
    goods, letter_cost, visit_cost = vend[V.goods], vend[V.newsletter_cost], vend[V.visit_cost]
    review_cost = vend[V.review_cost]
    for j in range(BLOCK):
        given = payout.four(z[Z.concession + j], z[Z.price_lost + j], z[Z.bid_list + j], 0.0)
        registered, points = z[Z.registered_list + j], z[Z.points + j]
        z[Z.net + j] = payout.net_sales(z[Z.bought + j], z[Z.front + j], registered, points, given)
        z[Z.goods + j] = payout.part(z[Z.bought + j], goods)
        cost = payout.contact_cost(z[Z.letters + j], z[Z.visits + j], letter_cost, visit_cost)
        z[Z.contact_cost + j] = payout.added(cost, payout.part(z[Z.reviews + j], review_cost))


@loop
def distribute(x: Any, z: Any, served_below: float, margin: float) -> None:
    """What distributors keep of what partners buy from them, and what they sold."""
    for j in range(BLOCK):
        through = route.through_distribution(x[S.tier + j], served_below)
        kept = payout.part(payout.part(z[Z.bought + j], margin), through)
        z[Z.net + j] = payout.rest(z[Z.net + j], kept, 0.0)
        z[Z.routed + j] = payout.part(z[Z.net + j], through)


@loop
def partner_account(f: Any, d: Any, z: Any, lev: Any, par: Any) -> None:
    """What each partner earns and spends with us."""
    resells = lev[G.resells]
    cost, carrying = par[P.selling_cost_share], par[P.carrying_cost_share]
    for j in range(BLOCK):
        sold = z[Z.sold + j]
        points = reward.kept_front(z[Z.points + j], payout.only_when(f[F.pass_through + j], resells))
        margin = payout.partner_front(sold, z[Z.kept + j], z[Z.registered_list + j], points)
        services = payout.partner_services(z[Z.list_p + j], z[Z.list_s + j], d[D.rent_p + j], d[D.rent_s + j])
        back = payout.back_end(
            z[Z.rebate + j], z[Z.growth + j], z[Z.solution + j], z[Z.new_logo + j], z[Z.funds + j]
        )
        own_cost = payout.selling_cost(sold, cost, z[Z.ahead + j], carrying)
        own_cost = payout.added(own_cost, z[Z.attended_cost + j])
        z[Z.margin + j] = margin
        z[Z.services + j] = services
        z[Z.back + j] = back
        z[Z.own_cost + j] = own_cost
        z[Z.profit + j] = payout.partner_profit(margin, services, back, own_cost)


@loop
def count_deals(x: Any, z: Any) -> None:
    """Deals of both offers that came, were won, were lost and are open."""
    for j in range(BLOCK):
        decided = payout.added(z[Z.decided_p + j], z[Z.decided_s + j])
        z[Z.won + j] = payout.added(z[Z.won_p + j], z[Z.won_s + j])
        z[Z.lost + j] = payout.rest(decided, z[Z.won + j], z[Z.taken + j])
        z[Z.arrivals + j] = payout.added(z[Z.new_p + j], z[Z.new_s + j])
    for j in range(BLOCK):
        early = payout.added(x[S.early_p + j], x[S.early_s + j])
        late = payout.added(x[S.late_p + j], x[S.late_s + j])
        ready = payout.added(x[S.ready_p + j], x[S.ready_s + j])
        held = payout.added(x[S.held_p + j], x[S.held_s + j])
        z[Z.open_deals + j] = payout.four(early, late, ready, held)


@loop
def standing(x: Any, f: Any, z: Any) -> None:
    """Who sells for us, with how much of its capacity, and how hard that works the territory."""
    for j in range(BLOCK):
        share, selling = (
            effort.capacity_share(x[S.share_p + j], x[S.share_s + j]),
            closing.active(x[S.willing + j]),
        )
        z[Z.selling + j] = selling
        z[Z.silent + j] = payout.only_when(x[S.enrolled + j], payout.none_of(selling))
        z[Z.effort + j] = payout.part(share, x[S.willing + j])
        z[Z.level + j] = payout.part(payout.part(x[S.pace + j], f[F.weekly_list + j]), x[S.willing + j])
    for j in range(BLOCK):
        selling = z[Z.selling + j]
        z[Z.trust + j] = payout.only_when(x[S.trust + j], selling)
        z[Z.understanding + j] = payout.only_when(x[S.understanding + j], selling)
        z[Z.bond + j] = payout.only_when(x[S.bond + j], selling)
        z[Z.belief + j] = payout.only_when(x[S.belief + j], selling)
        z[Z.skill + j] = payout.only_when(x[S.skill_s + j], selling)


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
        x[S.total_won + j] = payout.added(x[S.total_won + j], z[Z.won + j])
        x[S.total_selling + j] = payout.added(x[S.total_selling + j], z[Z.selling + j])


SUMMED: Final = (
    (Z.list_p, L.list_product), (Z.list_s, L.list_solution), (Z.net, L.net_revenue), (Z.goods, L.goods_cost),
    (Z.rebate, L.rebate_cost), (Z.growth, L.growth_cost), (Z.solution, L.solution_cost),
    (Z.new_logo, L.new_logo_cost), (Z.funds, L.funds_cost), (Z.contact_cost, L.contact_cost),
    (Z.margin, L.partner_margin), (Z.services, L.partner_services), (Z.back, L.partner_payout),
    (Z.own_cost, L.partner_selling_cost), (Z.arrivals, L.arrivals), (Z.won, L.won), (Z.lost, L.lost),
    (Z.taken, L.taken), (Z.open_deals, L.open_deals), (Z.incidents, L.incidents), (Z.breaches, L.breaches),
    (Z.taken_list, L.taken_list), (Z.price_lost, L.price_cut_list), (Z.concession, L.concession_list),
    (Z.registered_won, L.registered_won), (Z.bought, L.bought_list), (Z.ahead, L.ahead_list),
    (Z.selling, L.active), (Z.silent, L.silent), (Z.adrift, L.adrift), (Z.trust, L.trust_sum),
    (Z.understanding, L.understanding_sum), (Z.bond, L.bond_sum), (Z.belief, L.belief_sum),
    (Z.skill, L.skill_sum), (Z.effort, L.share_sum), (Z.touches, L.touches), (Z.hours, L.hours),
    (Z.level, L.level), (Z.renewed_direct, L.renewed_direct_list), (Z.base, L.base_sum),
    (Z.occasions_cost, L.occasions_cost), (Z.refused, L.refused),
    (Z.alarm, L.alarms), (Z.false_alarm, L.false_alarms), (Z.overdue, L.delay_sum), (Z.survey, L.survey_sum),
    (Z.relational, L.relational_sum), (Z.transactional, L.transactional), (Z.alternative, L.alternative),
)  # fmt: skip
"""Fields of the week that are added up, and the sums they are added to."""


@loop
def add_block(x: Any, z: Any, lanes: Any) -> None:
    """Add a block's week to the lanes."""
    for source, target in SUMMED:
        add_field(z, source, lanes, target)
    add_field(x, S.stock, lanes, L.stock_list)
    add_field(x, S.heard, lanes, L.heard_sum)
    add_field(x, S.believed, lanes, L.believed)
    add_field(x, S.ended, lanes, L.ended)


@inlined
def add_field(row: Any, source: int, lanes: Any, target: int) -> None:
    """Add a field of a block to a sum, lane by lane."""
    for j in range(_LANES):
        total = lanes[np.uint64(target) + j]
        for step in range(0, BLOCK, LANES):
            total = payout.added(total, row[np.uint64(source + step) + j])
        lanes[np.uint64(target) + j] = total


@loop
def close_week(lanes: Any, out: Any) -> None:
    """Fold the lanes into one row of the record."""
    for column in range(len(W)):
        out[column] = fold(lanes, column * LANES)


@loop
def vendor_week(
    out: Any, lev: Any, vend: Any, par: Any, all_: Vendorial, worked: float, growth: float, shared: Any
) -> None:
    """What does not depend on single partners: managers, occasions, desks, rules, direct sales.

    shared : revenue that is booked and not yet recognised is kept in it
    """
    stock_up(out, lev, par, shared)
    rule, managers = all_.rule, contact.managers(lev[G.managers], vend[V.partners])
    help_desk = touch.desk_cost(vend[V.help_cost], lev[G.answer_hours], par[P.answer_free_hours])
    routine = direct.cost_of_clarity(vend[V.automation_cost], lev[G.automation])
    people = payout.four(payout.part(managers, vend[V.manager_cost]), help_desk, routine, 0.0)
    out[W.contact_cost] = payout.added(out[W.contact_cost], payout.weekly(people))
    out[W.occasions_cost] = payout.added(out[W.occasions_cost], occasions_cost(lev, vend, par, all_))
    out[W.monitoring_cost] = payout.weekly(payout.part(vend[V.telemetry_cost], lev[G.telemetry]))
    paid = direct.cost_of_pay(rule.pay_share, out[W.net_revenue])
    own = house_cost(lev, par, vend, all_.house, managers)
    out[W.organisation_cost] = payout.added(own, out[W.favour_cost])
    out[W.support], out[W.spoiled] = all_.house.support, all_.house.spoiled
    out[W.vacant], shared[H.lead_weight] = all_.house.vacant, out[W.lead_weight]
    out[W.promises_due], out[W.promises_kept] = all_.house.due, all_.house.kept
    given = benefits.cost(lev[G.benefits], out[W.active], out[W.silent])
    out[W.benefits_cost] = payout.weekly(given)
    out[W.rules_cost] = payout.added(payout.weekly(rule.cost_per_year), paid)
    out[W.hours] = payout.added(out[W.hours], payout.part(out[W.incidents], rule.hours))
    out[W.hours] = payout.added(out[W.hours], out[W.joining_hours])
    base, coverage, discount = vend[V.direct_list], lev[G.coverage], vend[V.direct_discount]
    output = payout.part(payout.direct_output(coverage, par[P.effort_elasticity]), rule.held_back)
    sold = payout.direct_list(base, output, rule.accounts, worked, payout.part(growth, all_.demanded))
    sold = payout.four(sold, out[W.taken_list], out[W.renewed_direct_list], 0.0)
    team = payout.direct_people(base, discount, vend[V.direct_cost], coverage, rule.accounts)
    out[W.direct_revenue] = payout.direct_net(sold, reward.below_list(lev[G.price], discount))
    out[W.direct_cost] = payout.direct_cost(team, sold, vend[V.goods])
    out[W.recruiting_cost] = recruiting_cost(lev, vend, out[W.joined])
    hour = contact.cost_of_hour(payout.weekly(vend[V.manager_cost]), par[P.manager_hours])
    time = payout.part(out[W.joining_hours], hour)
    out[W.recruiting_effort] = payout.added(out[W.recruiting_cost], time)
    booked = payout.added(out[W.net_revenue], out[W.direct_revenue])
    deferred, part, term = shared[H.deferred], vend[V.subscriptions], vend[V.term]
    out[W.recognised] = renewal.recognised(booked, part, deferred, term)
    shared[H.deferred] = renewal.deferred_after(deferred, booked, part, term)


@inlined
def stock_up(out: Any, lev: Any, par: Any, shared: Any) -> None:
    """Distributors order for their shelves: the vendor sells to them what partners have not bought yet."""
    if lev[G.served_below] > 0.0 or shared[H.route_stock] > 0.0:
        sold, stock, speed = out[W.routed], shared[H.route_stock], par[P.distributor_speed]
        pace = route.slow_mean(shared[H.route_pace], sold, speed)
        order = route.stock_order(sold, pace, stock, par[P.distributor_cover_weeks], speed)
        more = payout.rest(order, sold, 0.0)
        goods = payout.part(more, demand.relative(out[W.goods_cost], out[W.net_revenue]))
        out[W.net_revenue] = payout.added(out[W.net_revenue], more)
        out[W.goods_cost] = payout.added(out[W.goods_cost], goods)
        shared[H.route_stock], shared[H.route_pace] = payout.added(stock, more), pace


@inlined
def recruiting_cost(lev: Any, vend: Any, joined: float) -> float:
    """What recruiting costs this week beside the hours of managers: people who hunt, fees of an agency."""
    wanted = payout.part(payout.part(vend[V.signatures], lev[G.pace]), YEAR)
    people = payout.part(wanted, recruitment.people_for(vend[V.hunter_signatures]))
    hunters = payout.weekly(payout.part(people, vend[V.hunter_cost]))
    fees = payout.part(joined, vend[V.signature_fee])
    way = recruitment.of_four(lev[G.recruiting], 0.0, hunters, fees, 0.0)
    return payout.added(way, payout.weekly(lev[G.experience]))


@inlined
def occasions_cost(lev: Any, vend: Any, par: Any, all_: Vendorial) -> float:
    """What the occasions of this week cost besides each partner's attendance."""
    council, event = (
        payout.part(vend[V.council_cost], all_.council),
        payout.part(vend[V.event_cost], all_.event),
    )
    press = payout.part(vend[V.press_cost], all_.press)
    chief = touch.chief_cost(vend[V.round_table_cost], lev[G.round_tables], par[P.usual_round_tables])
    table = payout.part(chief, all_.round_table)
    briefing = payout.part(vend[V.briefing_cost], all_.briefing)
    return payout.added(payout.four(council, event, press, table), briefing)


@loop
def spread_level(z: Any, territory: Any, level: Any) -> None:
    """Add a block's selling to its territories, in the order of partners."""
    for j in range(BLOCK):
        level[territory[j]] += z[Z.level + j]


@loop
def keep_sales(z: Any, start: int, out: Any) -> None:
    """Record what a block's partners bought, ¤ list, and how many deals they won."""
    for j in range(BLOCK):
        out[0, start + j] = z[Z.bought + j]
        out[1, start + j] = z[Z.won + j]
