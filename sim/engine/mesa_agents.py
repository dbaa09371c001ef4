"""One partner to read: the week of the compiled engine, phase after phase, by the same rule calls.

Attributes of a partner carry the names of ``layout.State``, scratch of the week (``z``) those of
``layout.Week``.
"""

from types import SimpleNamespace
from typing import Any, NamedTuple

import mesa

from sim.engine.layout import MANY_DEALS, YEAR, State
from sim.engine.loops.replay import BEHAVIOUR, BELIEFS, FIELDS, FIRST_BELIEF, RECORD
from sim.engine.mesa_joining import Joining
from sim.engine.mesa_relations import Relations
from sim.engine.mesa_tales import Tales
from sim.engine.one_partner import (
    OUTCOMES,
    PRODUCT,
    SOLUTION,
    Deal,
    choice_of_period,
    judge,
    period_pay,
    ripen,
    value_of_few,
    value_of_many,
)  # fmt: skip
from sim.kernel.counts import poisson
from sim.kernel.draws import Purpose, uniform
from sim.rules import (
    chief,
    closing,
    conflict,
    demand,
    effort,
    learning,
    loyalty,
    payout,
    renewal,
    reward,
    route,
    rumour,
    trust,
)


class Event(NamedTuple):
    """Something that happened to a partner: what, and how much of it (¤, a count or a share)."""

    week: int
    what: str
    amount: float


class Partner(Relations, Tales, Joining, mesa.Agent):  # type: ignore[misc]
    """One partner of one future: number, territory, lane (place in the order of sums), and its figures."""

    def __init__(
        self: Any, model: Any, number: int, territory: int, lane: int, figures: tuple[Any, Any, list[float]]
    ) -> None:
        super().__init__(model)
        self.number, self.territory, self.lane, (self.f, self.d, state) = number, territory, lane, figures
        self.z, self.tape, self.diary = SimpleNamespace(), None, None
        vars(self).update(zip(State._fields, state, strict=True))

    def step(self: Any) -> None:
        """One week: the phases in their order."""
        m, f, now = self.model, self.f, self.model.now
        z = self.z = SimpleNamespace(ahead=0.0)
        p, lev, tiered = m.par, m.lev, m.lev.linear < 0.5
        if now.quarter_starts > 0.5:
            self.noise = effort.quarter_noise(self._draw(Purpose.EFFORT_NOISE), p.quarter_noise_sd)
        self._meeting(f, self.d, z, p, lev, now)
        if effort.plans(self.willing, f.group, now.turn, now.all_plan, now.quarter_starts) > 0.5:
            if tiered:
                self._outlook(f, z, p, now)
                self._value(f, z, p, lev, now)
                self._hold(z, p, now, self._next_price(lev))
            else:
                self._one_rate(f, lev)
            self._tiers(f, z, lev, now)
            self._margins(f, self.d, z, p, lev, now)
            self._pulls(self.d, z, p)
            self._learn(self.d, z, m.learn)
            self._split(z, p)
            self._produce(self.d, p.effort_elasticity)
        self._replay(self, "share_p", "share_s", "hold")
        self._replay(z, "register")
        if m.mode == BEHAVIOUR:
            self._produce(self.d, p.effort_elasticity)
        self._find(self.d, z, m)
        self._timing(z, p, lev, now)
        self._replay(z, "retiming")
        self._chances(z, p, now)
        self._flow(self.d, z, p.pull_share)
        self._deals(f, self.d, z, p, lev)
        self._buy(z, p)
        if now.period_ends > 0.5 and tiered and lev.resells > 0.5:
            self._order_ahead(z, p)
        self._replay(z, "ahead")
        self._book(z, p)
        self._payments(f, z, lev, now)
        self._vendor_account(z, lev, m.vend)
        self._partner_account(f, self.d, z, p, lev)
        self._close_periods(f, p, lev, now)
        if m.talk:
            self._hear_tales(z, p, lev)
        self._relating(f, self.d, z, p, lev, now)
        if m.vend.turnover > 0.0:
            self._join_or_leave(f, self.d, z, p, lev)
        if m.talk:
            self._tell_tales(p)

    def _draw(self: Any, purpose: Purpose) -> float:
        return uniform(self.model.keys[purpose], self.number)

    def _tell(self: Any, **happened: float) -> None:
        if self.diary is not None:
            week = int(self.model.now.week)
            self.diary.extend(Event(week, what, amount) for what, amount in happened.items() if amount != 0.0)

    def _replay(self: Any, holder: Any, *names: str) -> None:
        for place, name in enumerate(FIELDS if self.tape is not None else ()):
            if self.model.mode == RECORD and name in names:
                self.tape[self.model.place, place] = getattr(holder, name)
            elif self.model.mode == (BELIEFS if place >= FIRST_BELIEF else BEHAVIOUR) and name in names:
                setattr(holder, name, float(self.tape[self.model.place, place]))

    def _terms(self: Any, f: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        fronts = lev.front_registered, lev.front_silver, lev.front_gold, lev.front_platinum
        front = reward.tier_front(self.tier, *fronts)
        front = renewal.front_with_renewals(front, z.renewals, lev.renewal_less)
        front = route.under_ceiling(front, lev.ceiling, 0.0)
        points = route.under_ceiling(demand.relative(lev.points, lev.price), lev.ceiling, front)
        z.points = payout.part(lev.price, points)
        z.room = route.under_ceiling(1.0, lev.ceiling, payout.added(front, points))
        passed = payout.only_when(f.pass_through, lev.resells)
        z.front = reward.below_list(lev.price, payout.added(front, lev.customer_discount))
        z.kept = payout.part(reward.kept_front(front, passed), lev.price)
        z.street = payout.rest(reward.street_price(front, passed), lev.customer_discount, 0.0)
        belief = reward.credence(self.trust, p.credence_floor_share)
        z.visible = reward.perception(self.understanding, belief, p.certainty_share, f.visibility)
        z.owner = reward.perception(self.understanding, belief, p.certainty_share, 1.0)
        z.worth = reward.payment_discount(f.discount, payout.added(now.left, lev.lag_weeks))
        z.amplifier = conflict.fairness_amplifier(
            f.unfairness, p.amplifier_base, p.amplifier_slope, p.amplifier_most
        )
        hours = p.registration_ease, lev.approval_hours, p.registration_free_hours, p.registration_hours_cost
        chance = conflict.registration_chance(self.understanding, self.trust, *hours, lev.approval_share)
        z.register = self._protected(conflict.when_offered(chance, lev.offered), f, lev)

    def _special_prices(self: Any, z: Any, p: Any, lev: Any) -> None:
        if lev.bid_discount > 0.0:
            given = route.under_ceiling(lev.bid_discount, z.room, 0.0)
            z.bid_discount = payout.part(lev.price, given)
            desk = p.bid_asked_share, lev.bid_hours, p.bid_half_hours
            z.bid_chance = route.bid_chance(*desk, self.understanding)

    def _customers(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        z.price_factor = demand.price_response(z.street, d.street, p.price_elasticity)
        z.claimed = demand.funds_claimed(
            self.understanding, lev.funds_weeks, p.funds_half_weeks, f.staff_ease
        )
        z.marketing = demand.funds_lift(lev.funds, z.claimed, p.funds_lift, p.funds_tiring)
        relative = demand.relative(z.marketing, d.marketing)
        z.relative_marketing = payout.part(relative, z.renewing)

    def _outlook(self: Any, f: Any, z: Any, p: Any, now: Any) -> None:
        deals = reward.expected(f.deals, now.left)
        z.deal = reward.in_targets(f.mean_deal, self.target)
        z.nothing = reward.nothing_chance(deals)
        z.sales = reward.in_targets(self.period, self.target)
        z.centre = reward.expected(deals, z.deal)
        z.spread = reward.sales_spread(deals, z.deal, f.size_spread)
        z.mean = reward.rest_mean(deals, z.deal, z.nothing)
        z.log_sd = reward.rest_log_sd(deals, f.size_spread, z.nothing, p.smallest_log_sd)

    def _value(self: Any, f: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        m, after = self.model, payout.added(z.sales, z.deal)
        value_now, value_after = value_of_few(m.plan, z, z.sales), value_of_few(m.plan, z, after)
        if reward.has_many(f.deals, lev.clock_weeks, MANY_DEALS) > 0.5:
            variance = reward.weekly_variance(f.deals, z.deal, f.size_spread)
            pace = reward.expected(f.deals, z.deal)
            drift = reward.drift_response(
                p.effort_elasticity, p.substitution, f.wallet, pace, self.d.margin_p
            )
            kappa = reward.effort_kappa(drift, z.visible, variance, lev.slope_most, p.kappa_cap)
            centre = payout.added(z.sales, z.centre)
            value_now = value_of_many(m.segments, z, kappa, centre)
            value_after = value_of_many(m.segments, z, kappa, payout.added(centre, z.deal))
        self.price = reward.price_of_deal(value_after, value_now, z.deal)
        self.price_start = payout.chosen(self.price, self.price_start, now.period_starts)
        self.value_start = payout.chosen(value_now, self.value_start, now.period_starts)

    def _one_rate(self: Any, f: Any, lev: Any) -> None:
        pace = reward.in_targets(reward.expected(f.weekly_list, lev.clock_weeks), self.target)
        self.price = self.price_start = lev.rate
        self.value_start, self.hold = reward.flat_value(lev.rate, pace), 0.0

    def _hold(self: Any, z: Any, p: Any, now: Any, following: float) -> None:
        expected, option = choice_of_period(self.model.plan, z, following)
        worth = closing.option_worth(option, closing.better_of(expected, following), z.owner, z.worth)
        self.hold = closing.holding(worth, now.left, p.holding_cost, p.timing_control)

    def _next_price(self: Any, lev: Any) -> float:
        return closing.next_price(self.price_start, reward.payment_discount(self.f.discount, lev.clock_weeks))

    def _tiers(self: Any, f: Any, z: Any, lev: Any, now: Any) -> None:
        deals, rest = reward.expected(f.deals, now.left_year), reward.expected(f.weekly_list, now.left_year)
        spread = reward.sales_spread(deals, f.mean_deal, f.size_spread)
        next_year = payout.part(reward.expected(f.weekly_list, YEAR), lev.price)
        passed = payout.only_when(f.pass_through, lev.resells)
        later = reward.payment_discount(f.discount, reward.to_middle_of_next_year(now.left_year))

        def price(better: float, front: float, threshold: float) -> float:
            worth = reward.tier_worth(loyalty.above(better, front), passed, next_year, later)
            return reward.tier_price(worth, threshold, self.year, rest, spread, f.mean_deal)

        def at_stake(price: float, tier: float) -> float:
            stake = route.at_stake(tier, self.tier, lev.requalification, self.warned)
            return payout.part(price, stake)

        z.tiers = reward.all_tiers(
            at_stake(price(lev.front_silver, lev.front_registered, lev.tier_silver), 1.0),
            at_stake(price(lev.front_gold, lev.front_silver, lev.tier_gold), 2.0),
            at_stake(price(lev.front_platinum, lev.front_gold, lev.tier_platinum), 3.0),
        )
        z.growth = reward.growth_price(lev.growth, self.last_year, self.year, rest, spread)

    def _margins(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        later = reward.payment_discount(f.discount, lev.clock_weeks)
        pace = reward.in_targets(reward.expected(f.weekly_list, lev.clock_weeks), self.target)
        ratchet = reward.ratchet_cost(self.price_start, self.value_start, pace, p.target_memory_share, later)
        passed = payout.only_when(f.pass_through, lev.resells)
        kept = reward.with_registration(z.kept, z.points, passed, z.register)
        share = reward.conflict_discount(self.belief, z.amplifier)
        new_logo = payout.added(reward.flat_pay(lev.new_logo, f.new_logo), z.growth)

        def margin(cycle: float, solution: float, rent: float) -> float:
            price = reward.prospecting_price(
                self.price, self.price_start, reward.close_in_period(now.left, cycle)
            )
            plan = reward.plan_pay(price, ratchet, p.foresight_share, z.worth)
            flat = payout.added(new_logo, solution)
            back = reward.rewards(z.visible, plan, flat, z.tiers, z.front)
            return reward.perceived_margin(kept, rent, p.selling_cost_share, back, share)

        z.margin_p, z.margin_s = margin(f.cycle_p, 0.0, d.rent_p), margin(f.cycle_s, lev.solution, d.rent_s)

    def _pulls(self: Any, d: Any, z: Any, p: Any) -> None:
        trusted = effort.trust_pull(self.trust, p.trust_reference, p.trust_curvature)
        known = effort.bond_pull(self.bond, p.bond_reference, p.bond_lift_share, p.bond_half)
        time = payout.part(effort.contact_time(z.planned, p.touch_time_share), self.model.lev.hope)
        z.relation = effort.relation(trusted, known, time)
        ease = effort.relative_ease(z.relation, d.relation, self.noise)

        def pull(margin: float, usual: float, share: float) -> float:
            return effort.own_weight(
                share, effort.attraction(margin, usual, ease, p.substitution, p.smallest_ratio)
            )

        z.pull_p = pull(z.margin_p, d.margin_p, d.share_p)
        z.pull_s = pull(z.margin_s, d.margin_s, d.share_s)

    def _learn(self: Any, d: Any, z: Any, weight: float) -> None:
        w = effort.counts(weight, self.willing)
        d.margin_p = effort.towards(d.margin_p, effort.at_least(z.margin_p), w)
        d.margin_s = effort.towards(d.margin_s, effort.at_least(z.margin_s), w)
        d.relation = effort.towards(d.relation, z.relation, w)
        d.trust, d.bond = effort.towards(d.trust, self.trust, w), effort.towards(d.bond, self.bond, w)
        d.register, d.street = (
            effort.towards(d.register, z.register, w),
            effort.towards(d.street, z.street, w),
        )
        d.marketing = effort.towards(d.marketing, z.marketing, w)

    def _split(self: Any, z: Any, p: Any) -> None:
        wanted_p = effort.wanted_share(z.pull_p, z.pull_s, self.outside)
        wanted_s = effort.wanted_share(z.pull_s, z.pull_p, self.outside)
        both = effort.capacity_share(self.share_p, self.share_s), effort.capacity_share(wanted_p, wanted_s)
        habit = chief.wait_and_see(p.habit_share, self.strange, p.stranger_slower)
        share_p = effort.settle(self.share_p, wanted_p, *both, p.dead_band_share, habit)
        share_s = effort.settle(self.share_s, wanted_s, *both, p.dead_band_share, habit)
        total = effort.capacity_share(share_p, share_s)
        self.share_p = effort.within(share_p, total, self.most)
        self.share_s = effort.within(share_s, total, self.most)
        self.weight = effort.capacity_share(z.pull_p, z.pull_s)

    def _produce(self: Any, d: Any, elasticity: float) -> None:
        self.output_p = effort.output(self.share_p, elasticity)
        self.output_s = effort.output(self.share_s, elasticity)
        share, usual = (
            effort.capacity_share(self.share_p, self.share_s),
            effort.capacity_share(d.share_p, d.share_s),
        )
        self.pace = effort.pace(share, usual, elasticity)

    def _find(self: Any, d: Any, z: Any, m: Any) -> None:
        circumstances = (
            m.saturation[self.territory],
            m.all_.market,
            z.price_factor,
            z.relative_marketing,
            self.willing,
        )
        found = demand.opportunities(d.reach_p, self.output_p, *circumstances)
        mean_p = payout.added(found, z.extra)
        mean_s = demand.opportunities(d.reach_s, self.output_s, *circumstances)
        z.new_p = poisson(self._draw(Purpose.ARRIVALS_PRODUCT), mean_p)
        z.new_s = poisson(self._draw(Purpose.ARRIVALS_SOLUTION), mean_s)
        self._tell(new_p=z.new_p, new_s=z.new_s)

    def _timing(self: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        z.retiming = 0.0
        if now.late > 0.5:
            here = closing.perceived_price(self.price, z.owner, z.worth)
            there = closing.perceived_price(self._next_price(lev), z.owner, z.worth)
            z.retiming = closing.retiming(here, there, p.timing_stiffness, p.timing_control)

    def _chances(self: Any, z: Any, p: Any, now: Any) -> None:
        buyers = closing.buyers_wait(p.buyer_wait_share, now.quarter_ends)
        waiting = closing.hold_chance(self.hold, buyers, z.retiming, now.period_ends)
        due = closing.due_chance(p.closing_hazard, waiting)
        z.close = closing.close_chance(due, p.closing_hazard, z.retiming)
        z.delay = closing.to_hold_chance(p.closing_hazard, waiting, z.close)
        z.release = closing.release_chance(now.quarter_ends, now.period_ends, z.retiming, self.hold)

    def _flow(self: Any, d: Any, z: Any, pull: float) -> None:
        stages = self.early_p, self.late_p, self.ready_p, self.held_p
        stages, z.decided_p = ripen(self._draw, PRODUCT, z, stages, z.new_p, d.develop_p, pull)
        self.early_p, self.late_p, self.ready_p, self.held_p = stages
        stages = self.early_s, self.late_s, self.ready_s, self.held_s
        stages, z.decided_s = ripen(self._draw, SOLUTION, z, stages, z.new_s, d.develop_s, pull)
        self.early_s, self.late_s, self.ready_s, self.held_s = stages

    def _deals(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        vars(z).update(dict.fromkeys(OUTCOMES, 0.0))
        known = closing.bond_points(self.bond, d.bond, p.bond_win_points)
        known = payout.added(known, self.model.all_.answers)
        shared = self.number, f, d.register, z, known
        skill_p = learning.skill_factor(self.skill_p, d.skill_p, p.skill_effect)
        skill_s = learning.skill_factor(self.skill_s, d.skill_s, p.skill_effect)
        first_p, self.index_p = self.index_p, payout.added(self.index_p, z.decided_p)
        first_s, self.index_s = self.index_s, payout.added(self.index_s, z.decided_s)
        products = (
            Deal("p", n, f.log_size_p, f.win_p, skill_p) for n in range(int(first_p), int(self.index_p))
        )
        solutions = (
            Deal("s", n, f.log_size_s, f.win_s, skill_s) for n in range(int(first_s), int(self.index_s))
        )
        for deal in (*products, *solutions):
            outcome = judge(deal, self.model, p, lev, *shared)
            for name, amount in outcome.items():
                setattr(z, name, payout.added(getattr(z, name), amount))
            self._tell(
                won=outcome[f"list_{deal.offer}"], taken=outcome["taken_list"], incident=outcome["incidents"],
                refused=outcome["refused"],
            )  # fmt: skip

    def _buy(self: Any, z: Any, p: Any) -> None:
        z.sold = payout.added(z.list_p, z.list_s)
        z.used = closing.from_stock(z.sold, self.stock, p.stock_use_share)
        z.bought = payout.purchases(z.sold, z.used, 0.0)

    def _order_ahead(self: Any, z: Any, p: Any) -> None:
        reached = reward.in_targets(payout.added(self.period, z.bought), self.target)
        for step in self.model.plan:
            short, most = closing.short_of(step.threshold, reached), p.top_up_gap
            gap = closing.top_up(step.jump, short, z.owner, p.carrying_cost_share, most)
            z.ahead = payout.larger(closing.as_order(gap, self.target, self.willing), z.ahead)

    def _book(self: Any, z: Any, p: Any) -> None:
        z.bought = payout.purchases(z.sold, z.used, z.ahead)
        z.concession = closing.concession(z.sold, z.retiming, p.give_away_share)
        self.stock = payout.stock_after(self.stock, z.used, z.ahead)
        self.period, self.quarter = payout.added(self.period, z.bought), payout.added(self.quarter, z.bought)
        self.year = payout.added(self.year, z.bought)

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

    def _trusting(self: Any, f: Any, z: Any, p: Any, now: Any) -> None:
        good = trust.good_conduct(z.touches, z.quality, z.won, p.trust_contact, p.trust_win)
        good = payout.added(good, z.cordial)
        other = conflict.without_loss(z.incidents, z.taken)
        costs = p.trust_lost_deal, p.trust_incident, p.trust_breach, p.breach_felt_share
        bad = conflict.trust_loss(z.taken, other, z.breaches, z.amplifier, *costs)
        hearsay = rumour.heard_loss(self.heard, z.amplifier, p.trust_lost_deal, p.heard_trust_share)
        bad = payout.four(bad, hearsay, self._refusals(z, p), z.affront)
        gained = trust.gain(good, self.trust, p.trust_reference, p.trust_boundedness)
        lost = trust.loss(bad, self.trust, p.trust_reference, p.trust_boundedness)
        stays = trust.lasting(gained, lost, p.lasting_share)
        hurt = payout.added(self.hurt, self.hurt_change)
        pull = trust.balance(self.goodwill, hurt), p.reputation_pull, p.reputation_learning
        self.reputation = trust.reputation_after(self.reputation, f.prior, *pull, stays, now.speed)
        self.goodwill = trust.goodwill_after(
            self.goodwill, gained, p.goodwill_decay, p.goodwill_most, p.lasting_share
        )
        healing = payout.part(p.healing, self.model.lev.mending)
        heal = gained, p.hurt_decay, healing, p.lasting_share
        self.hurt = trust.hurt_after(self.hurt, lost, *heal)
        self.hurt_change = trust.hurt_after(self.hurt_change, 0.0, *heal)
        hurt = payout.added(self.hurt, self.hurt_change)
        self.trust = trust.level(self.reputation, self.goodwill, hurt)

    def _believing(self: Any, z: Any, p: Any) -> None:
        deals, bad = payout.added(z.decided_p, z.decided_s), payout.added(z.taken, z.breaches)
        weights = p.belief_learning, p.belief_loss_weight, p.belief_mild_weight, p.belief_fading
        self.belief = conflict.belief_after(
            self.belief, deals, bad, conflict.without_loss(z.incidents, z.taken), *weights
        )

    def _practising(self: Any, z: Any, p: Any) -> None:
        self.skill_p = learning.skill_after(self.skill_p, z.won_p, p.skill_per_win, p.skill_fading)
        self.skill_s = learning.skill_after(self.skill_s, z.won_s, p.skill_per_win, p.skill_fading)

    def _staying(self: Any, f: Any, d: Any, z: Any, p: Any) -> None:
        selling, share = closing.active(self.willing), effort.capacity_share(self.share_p, self.share_s)
        away = loyalty.adrift(share, self.norm, self.willing, p.adrift_threshold)
        z.adrift = payout.only_when(away, selling)
        factor = payout.chosen(p.adrift_factor, p.settled_factor, away)
        above, known = loyalty.above(self.trust, d.trust), loyalty.above(self.bond, d.bond)
        chance = loyalty.dormancy_chance(f.dormancy, above, known, factor, p.loyalty_trust, p.loyalty_bond)
        leaves = closing.happens(self._draw(Purpose.LOYALTY), chance)
        quietly = closing.happens(self._draw(Purpose.DRIFT), f.quiet)
        after = loyalty.drift_after(self.willing, selling, leaves, quietly, p.drift_fading, p.drift_end)
        fresh, late, memory = p.silence_fresh_factor, p.silence_late_factor, p.silence_memory_weeks
        back = loyalty.return_chance(z.comeback, self.silent, fresh, late, memory)
        returns = closing.happens(self._draw(Purpose.RETURN), back)
        self.norm = loyalty.norm_after(self.norm, share, p.norm_fading)
        self.willing = loyalty.willing_again(after, selling, returns)
        now = closing.active(self.willing)
        self._tell(
            silent=payout.only_when(selling, payout.none_of(now)),
            back=payout.only_when(now, payout.none_of(selling)),
        )
        self.silent = loyalty.silence_after(self.silent, self.willing)

    def _standing(self: Any, f: Any, z: Any) -> None:
        share = effort.capacity_share(self.share_p, self.share_s)
        z.selling, z.effort = closing.active(self.willing), payout.part(share, self.willing)
        z.silent = payout.only_when(self.enrolled, payout.none_of(z.selling))
        z.level = payout.part(payout.part(self.pace, f.weekly_list), self.willing)

    def _totals(self: Any, z: Any) -> None:
        self.total_sales = payout.added(self.total_sales, z.sold)
        self.total_profit = payout.added(self.total_profit, z.profit)
        self.total_payout = payout.added(self.total_payout, z.back)
        self.total_effort = payout.added(self.total_effort, z.effort)
        self.total_won = payout.added(self.total_won, payout.added(z.won_p, z.won_s))
        self.total_selling = payout.added(self.total_selling, z.selling)
