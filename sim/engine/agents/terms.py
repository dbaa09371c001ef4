"""The terms that a partner gets and what they are worth to it."""

from typing import Any

from sim.rules import conflict, demand, payout, renewal, reward, route, transition


class Terms:
    """Front discount, registration, special prices and what customers see, as one partner meets them."""

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

    def _worth(self: Any, f: Any, p: Any, lev: Any) -> float:
        fronts = lev.front_registered, lev.front_silver, lev.front_gold, lev.front_platinum
        front = reward.tier_front(self.tier, *fronts)
        hours = p.registration_ease, lev.approval_hours, p.registration_free_hours, p.registration_hours_cost
        chance = conflict.registration_chance(self.understanding, self.trust, *hours, lev.approval_share)
        chance = self._protected(conflict.when_offered(chance, lev.offered), f, lev)
        front = renewal.front_with_renewals(front, f.renewal, lev.renewal_less)
        front = route.under_ceiling(front, lev.ceiling, 0.0)
        points = route.under_ceiling(demand.relative(lev.points, lev.price), lev.ceiling, front)
        passed = payout.only_when(f.pass_through, lev.resells)
        kept = payout.part(reward.kept_front(front, passed), lev.price)
        kept = reward.with_registration(kept, payout.part(lev.price, points), passed, chance)
        belief = reward.credence(self.trust, p.credence_floor_share)
        seen = reward.perception(self.understanding, belief, p.certainty_share, 1.0)
        solution = payout.part(lev.solution, f.solution_share)
        rewards = payout.four(solution, payout.part(lev.new_logo, f.new_logo), lev.funds, 0.0)
        later = reward.payment_discount(f.discount, lev.lag_weeks)
        below = reward.below_list(lev.price, payout.added(front, lev.customer_discount))
        return transition.terms_worth(kept, below, lev.plan_usual, rewards, seen, later)

    def _protected(self: Any, chance: float, f: Any, lev: Any) -> float:
        product, solution = (conflict.still_protected(lev.protection, one) for one in (f.cycle_p, f.cycle_s))
        return payout.part(chance, conflict.blended(product, solution, f.solution_share))
