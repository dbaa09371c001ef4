"""The last part of a partner's week: what it made of trust, belief, skill and staying."""

from typing import Any

from sim.engine.agents.watching import Watching
from sim.kernel.draws import Purpose
from sim.rules import (
    closing,
    conflict,
    direct,
    effort,
    involvement,
    learning,
    loyalty,
    monitoring,
    payout,
    renewal,
    rumour,
    trust,
)


class Relating(Watching):
    """Trust, hearsay, loyalty and totals of one partner."""

    def _relating(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        z.won = payout.added(z.won_p, z.won_s)
        self._trusting(f, z, p, now)
        self._believing(z, p)
        self._hear_and_tell(z, p)
        self._watched(z, p, lev)
        self._won_back(f, d, z, p, lev)
        self._practising(z, p)
        self._staying(f, d, z, p)
        self._standing(f, z)
        self._run_on(f, d, z, lev)
        self._engaged(f, d, z, p)
        if now.measured > 0.5:
            self._totals(z)

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
        self.total_own_cost = payout.added(self.total_own_cost, z.own_cost)
        self.total_given = payout.added(self.total_given, payout.added(z.back, z.contact_cost))

    def _hear_and_tell(self: Any, z: Any, p: Any) -> None:
        mild = conflict.without_loss(z.incidents, z.taken)
        news = rumour.news(z.taken, z.breaches, mild, p.belief_mild_weight)
        amount = rumour.told(news, self.heard, p.telling_share, p.retelling_share)
        z.told = payout.only_when(rumour.worth_telling(amount, p.smallest_news), self.enrolled)
        self.belief = rumour.belief_heard(self.belief, self.heard, p.belief_learning, p.heard_belief_share)
        self._tell(heard=self.heard)

    def _run_on(self: Any, f: Any, d: Any, z: Any, lev: Any) -> None:
        due = renewal.due_for_renewal(self.base, f.term)
        renewed = payout.part(payout.part(due, z.renewed), payout.rest(1.0, lev.renewals_direct, 0.0))
        grown = renewal.growth_by_use(d.renews, f.term, self.model.vend.usage)
        sold, new = payout.part(z.sold, d.per_week), renewal.contracts_sold(d.renews, f.term, grown)
        self.base = renewal.base_after(self.base, due, renewed, sold, new, grown)
        z.base = payout.only_when(self.base, z.selling)

    def _engaged(self: Any, f: Any, d: Any, z: Any, p: Any) -> None:
        stated = monitoring.survey_answer(self.trust, self.bond, p.survey_flattery_share)
        z.survey = payout.only_when(stated, z.selling)
        met = involvement.wish_met(self.received, f.wanted)
        relational = involvement.relational(self.trust, self.bond, self.understanding, met, p.bond_half)
        z.relational = payout.only_when(relational, z.selling)
        past = payout.four(self.quarter_1, self.quarter_2, self.quarter_3, self.quarter_4)
        bought = payout.added(past, self.quarter)
        z.transactional = payout.only_when(involvement.transactional(bought), self.enrolled)
        usual = payout.added(d.share_p, d.share_s)
        z.alternative = involvement.alternative(z.effort, usual, d.margin_p, f.weekly_list)

    def _refusals(self: Any, z: Any, p: Any) -> float:
        return direct.refusal_loss(z.refused, p.refusal_felt_share, p.trust_refusal)
