"""Purchases, payouts and targets: both sides' accounts of the week."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import F, G, P, S, T, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import closing, payout, reward, route


@loop
def buy(x: Any, z: Any, par: Any) -> None:
    """What partners need from the vendor for the deals they won, stock used first."""
    use = par[P.stock_use_share]
    for j in range(BLOCK):
        sold = payout.added(z[Z.list_p + j], z[Z.list_s + j])
        z[Z.sold + j] = sold
        z[Z.used + j] = closing.from_stock(sold, x[S.stock + j], use)
        z[Z.ahead + j] = 0.0


@loop
def order_ahead(x: Any, z: Any, steps: Any, count: int, par: Any) -> None:
    """In the last week of a period, orders that fill a small gap to a step."""
    carrying, widest = par[P.carrying_cost_share], par[P.top_up_gap]
    for i in range(count):
        threshold, jump = steps[i, T.threshold], steps[i, T.jump]
        for j in range(BLOCK):
            bought = payout.purchases(z[Z.sold + j], z[Z.used + j], 0.0)
            reached = reward.in_targets(payout.added(x[S.period + j], bought), x[S.target + j])
            gap = closing.top_up(jump, closing.short_of(threshold, reached), z[Z.owner + j], carrying, widest)
            ahead = closing.as_order(gap, x[S.target + j], x[S.willing + j])
            z[Z.ahead + j] = payout.larger(ahead, z[Z.ahead + j])


@loop
def book(x: Any, z: Any, par: Any) -> None:
    """Enter the week's purchases into the running totals."""
    give_away = par[P.give_away_share]
    for j in range(BLOCK):
        bought = payout.purchases(z[Z.sold + j], z[Z.used + j], z[Z.ahead + j])
        z[Z.bought + j] = bought
        z[Z.concession + j] = closing.concession(z[Z.sold + j], z[Z.retiming + j], give_away)
        x[S.stock + j] = payout.stock_after(x[S.stock + j], z[Z.used + j], z[Z.ahead + j])
        x[S.period + j] = payout.added(x[S.period + j], bought)
        x[S.quarter + j] = payout.added(x[S.quarter + j], bought)
        x[S.year + j] = payout.added(x[S.year + j], bought)


@loop
def rebate(x: Any, z: Any, steps: Any, count: int, now: Now) -> None:
    """Rebate of the period that ends; nothing in other weeks."""
    for j in range(BLOCK):
        z[Z.rebate + j] = 0.0
    if now.period_ends < 0.5:
        return
    for j in range(BLOCK):
        z[Z.sales + j] = reward.in_targets(x[S.period + j], x[S.target + j])
        z[Z.pay + j] = 0.0
    for i in range(count):
        threshold, jump, slope = steps[i, T.threshold], steps[i, T.jump], steps[i, T.slope]
        for j in range(BLOCK):
            distance = closing.short_of(threshold, z[Z.sales + j])
            z[Z.pay + j] = payout.added(z[Z.pay + j], closing.step_pay(jump, slope, distance))
    for j in range(BLOCK):
        z[Z.rebate + j] = payout.rebate(z[Z.pay + j], x[S.target + j], z[Z.front + j])


@loop
def rewards(x: Any, f: Any, z: Any, lev: Any, now: Now) -> None:
    """Payments that follow from the week's purchases, and the growth bonus of a year that ends."""
    growth, solution, new_logo, funds = lev[G.growth], lev[G.solution], lev[G.new_logo], lev[G.funds]
    for j in range(BLOCK):
        front = z[Z.front + j]
        new = payout.part(z[Z.bought + j], f[F.new_logo + j])
        bonus = payout.growth_bonus(growth, x[S.year + j], x[S.last_year + j], front)
        z[Z.growth + j] = payout.only_when(bonus, now.year_ends)
        z[Z.solution + j] = payout.on_net(solution, z[Z.list_s + j], front)
        z[Z.new_logo + j] = payout.on_net(new_logo, new, front)
        z[Z.funds + j] = payout.funds_paid(funds, z[Z.claimed + j], z[Z.bought + j], front)


@loop
def _close_quarter(x: Any) -> None:
    """Move the four full quarters on."""
    for j in range(BLOCK):
        x[S.quarter_4 + j] = x[S.quarter_3 + j]
        x[S.quarter_3 + j] = x[S.quarter_2 + j]
        x[S.quarter_2 + j] = x[S.quarter_1 + j]
        x[S.quarter_1 + j] = x[S.quarter + j]
        x[S.quarter + j] = 0.0


@loop
def _close_year(x: Any, lev: Any) -> None:
    """Tiers of the next year by the sales of this one."""
    silver, gold, platinum = lev[G.tier_silver], lev[G.tier_gold], lev[G.tier_platinum]
    way = lev[G.requalification]
    for j in range(BLOCK):
        earned, before = payout.tier_after(x[S.year + j], silver, gold, platinum), x[S.tier + j]
        x[S.tier + j] = route.requalified(before, earned, way, x[S.warned + j])
        x[S.warned + j] = route.warned_after(before, earned, x[S.tier + j])
        x[S.last_year + j] = x[S.year + j]
        x[S.year + j] = 0.0


@loop
def _close_period(x: Any, f: Any, lev: Any, par: Any) -> None:
    """Targets of the next rebate period."""
    weeks, growth, floor = lev[G.clock_weeks], lev[G.target_growth], par[P.target_floor_share]
    for j in range(BLOCK):
        past = payout.four(x[S.quarter_1 + j], x[S.quarter_2 + j], x[S.quarter_3 + j], x[S.quarter_4 + j])
        usual = reward.expected(f[F.weekly_list + j], weeks)
        x[S.target + j] = payout.next_target(past, payout.years(weeks), growth, usual, floor)
        x[S.period + j] = 0.0


@loop
def close_periods(x: Any, f: Any, lev: Any, par: Any, now: Now) -> None:
    """Whatever ends this week: quarter, year, rebate period, in this order."""
    if now.quarter_ends > 0.5:
        _close_quarter(x)
    if now.year_ends > 0.5:
        _close_year(x, lev)
    if now.period_ends > 0.5:
        _close_period(x, f, lev, par)
