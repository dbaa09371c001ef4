"""The part of a partner's week in which money changes hands."""

from typing import Any

from sim.engine.agents.plan import period_pay
from sim.rules import payout, reward, route


class Paying:
    """Payments, both accounts and the end of periods, of one partner."""

    def _paying(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        self._payments(f, z, lev, now)
        self._vendor_account(z, lev, self.model.vend)
        self._partner_account(f, d, z, p, lev)
        self._close_periods(f, p, lev, now)

    def _payments(self: Any, f: Any, z: Any, lev: Any, now: Any) -> None:
        z.rebate = 0.0
        if now.period_ends > 0.5:
            z.rebate = payout.rebate(
                period_pay(self.model.plan, reward.in_targets(self.period, self.target)), self.target, z.front
            )
        bonus = payout.growth_bonus(lev.growth, self.year, self.last_year, z.front)
        z.growth = payout.only_when(bonus, now.year_ends)
        z.solution = payout.on_net(lev.solution, z.list_s, z.front)
        z.new_logo = payout.on_net(lev.new_logo, payout.part(z.bought, f.new_logo), z.front)
        z.funds = payout.funds_paid(lev.funds, z.claimed, z.bought, z.front)
        self._tell(rebate=z.rebate, growth=z.growth, ahead=z.ahead)

    def _vendor_account(self: Any, z: Any, lev: Any, vend: Any) -> None:
        given = payout.four(z.concession, z.price_lost, z.bid_list, 0.0)
        z.net = payout.net_sales(z.bought, z.front, z.registered_list, z.points, given)
        if lev.served_below > 0.0:
            through = route.through_distribution(self.tier, lev.served_below)
            kept = payout.part(payout.part(z.bought, lev.distributor), through)
            z.net = payout.rest(z.net, kept, 0.0)
            z.routed = payout.part(z.net, through)
        z.goods = payout.part(z.bought, vend.goods)
        cost = payout.contact_cost(z.letters, z.visits, vend.newsletter_cost, vend.visit_cost)
        z.contact_cost = payout.added(cost, payout.part(z.reviews, vend.review_cost))

    def _partner_account(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        points = reward.kept_front(z.points, payout.only_when(f.pass_through, lev.resells))
        z.margin = payout.partner_front(z.sold, z.kept, z.registered_list, points)
        z.services = payout.partner_services(z.list_p, z.list_s, d.rent_p, d.rent_s)
        z.back = payout.back_end(z.rebate, z.growth, z.solution, z.new_logo, z.funds)
        z.own_cost = payout.selling_cost(z.sold, p.selling_cost_share, z.ahead, p.carrying_cost_share)
        z.own_cost = payout.added(z.own_cost, z.attended_cost)
        z.profit = payout.partner_profit(z.margin, z.services, z.back, z.own_cost)

    def _close_periods(self: Any, f: Any, p: Any, lev: Any, now: Any) -> None:
        if now.quarter_ends > 0.5:
            self.quarter_4, self.quarter_3, self.quarter_2 = self.quarter_3, self.quarter_2, self.quarter_1
            self.quarter_1, self.quarter = self.quarter, 0.0
        if now.year_ends > 0.5:
            thresholds = lev.tier_silver, lev.tier_gold, lev.tier_platinum
            earned, before = payout.tier_after(self.year, *thresholds), self.tier
            self.tier = route.requalified(before, earned, lev.requalification, self.warned)
            self.warned = route.warned_after(before, earned, self.tier)
            self.last_year, self.year = self.year, 0.0
        if now.period_ends > 0.5:
            past = payout.four(self.quarter_1, self.quarter_2, self.quarter_3, self.quarter_4)
            usual, years = reward.expected(f.weekly_list, lev.clock_weeks), payout.years(lev.clock_weeks)
            self.target = payout.next_target(past, years, lev.target_growth, usual, p.target_floor_share)
            self.period = 0.0
