"""The part of a partner's week in which it finds, moves, closes and books deals."""

from typing import Any

from sim.engine.agents.deals import OUTCOMES, PRODUCT, SOLUTION, Deal, judge, ripen
from sim.kernel.counts import poisson
from sim.kernel.draws import Purpose
from sim.rules import closing, demand, learning, payout, reward


class Selling:
    """Arrivals, timing, pipeline, deals and purchases of one partner."""

    def _selling(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        self._find(d, z, self.model)
        self._timing(z, p, lev, now)
        self._replay(z, "retiming")
        self._chances(z, p, lev, now)
        self._flow(d, z, p.pull_share)
        self._deals(f, d, z, p, lev)
        self._buy(z, p)
        if now.period_ends > 0.5 and lev.linear < 0.5 and lev.resells > 0.5:
            self._order_ahead(z, p)
        self._replay(z, "ahead")
        self._book(z, p)

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

    def _chances(self: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        buyers = closing.buyers_wait(p.buyer_wait_share, now.quarter_ends, lev.price_waits)
        waiting = closing.hold_chance(self.hold, buyers, z.retiming, now.period_ends)
        due = closing.due_chance(p.closing_hazard, waiting)
        z.close = closing.close_chance(due, p.closing_hazard, z.retiming, lev.price_hurried)
        z.delay = closing.to_hold_chance(p.closing_hazard, waiting, z.close)
        ends = now.quarter_ends, now.period_ends
        z.release = closing.release_chance(*ends, z.retiming, self.hold, lev.price_stays, lev.price_freed)

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
