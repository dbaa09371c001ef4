"""The part of a partner's week in which it decides how much of its time is ours."""

from typing import Any

from sim.engine.agents.plan import choice_of_period, total, value_of_few, value_of_many
from sim.engine.layout import MANY_DEALS
from sim.engine.loops.replay import BEHAVIOUR
from sim.kernel.step import YEAR
from sim.rules import chief, closing, effort, loyalty, payout, reward, route


class Planning:
    """Price of a deal, perceived margins, shares of time, of one partner."""

    def _planning(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        m = self.model
        if effort.plans(self.willing, f.group, now.turn, now.all_plan, now.quarter_starts) > 0.5:
            if lev.linear < 0.5:
                self._outlook(f, z, p, now)
                self._value(f, z, p, lev, now)
                self._hold(z, p, now, self._next_price(lev))
            else:
                self._one_rate(f, lev)
            self._tiers(f, z, lev, now)
            self._margins(f, d, z, p, lev, now)
            self._pulls(d, z, p)
            self._learn(d, z, m.learn)
            self._split(z, p)
            self._produce(d, p.effort_elasticity)
        self._replay(self, "share_p", "share_s", "hold")
        self._replay(z, "register")
        if m.mode == BEHAVIOUR:
            self._produce(d, p.effort_elasticity)

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
        kept = reward.kept_next_year(passed, next_year, later)

        def price(tier: float, better: float, front: float, threshold: float) -> float:
            worth = reward.tier_worth(loyalty.above(better, front), kept)
            price = reward.tier_price(worth, threshold, self.year, rest, spread, f.mean_deal)
            return payout.part(price, route.at_stake(tier, self.tier, lev.requalification, self.warned))

        z.tiers = total(
            (
                price(1.0, lev.front_silver, lev.front_registered, lev.tier_silver),
                price(2.0, lev.front_gold, lev.front_silver, lev.tier_gold),
                price(3.0, lev.front_platinum, lev.front_gold, lev.tier_platinum),
            )
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
