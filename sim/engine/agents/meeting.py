"""The first part of a partner's week: contact, rhythm, occasions, and the terms as they stand."""

from typing import Any

from sim.engine.agents.asking import Asking
from sim.engine.agents.house import House
from sim.engine.agents.occasions import NOTHING, Occasions
from sim.engine.agents.terms import Terms
from sim.engine.layout import M
from sim.kernel.draws import Purpose
from sim.rules import benefits, closing, contact, loyalty, managers, payout, renewal, rhythm, route, touch


class Meeting(House, Asking, Occasions, Terms):
    """What the vendor does with one partner before it decides anything."""

    def _meeting(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        self._contacts(f, z, p, lev, now)
        self._keep_rhythm(f, z, p)
        self._answer(f, d, z, p)
        self._feel(z, p, self.model.all_.house)
        if lev.benefits > 0.0:
            gain = benefits.enjoyed(lev.benefits, p.benefits_half, p.trust_benefits)
            z.cordial = payout.added(z.cordial, payout.only_when(gain, closing.active(self.willing)))
        self._gather(z, p, lev, self.model.vend)
        self._turnover(f, z, p, self.model.all_.house)
        self._ask_and_get(f, z, p, lev)
        self._learn_from_contacts(self.model.all_, f, z, p)
        self._replay(self, "willing", "trust", "bond", "understanding", "belief")
        self._come_up(f, d, z, p, lev)
        self._terms(f, z, p, lev, now)
        self._special_prices(z, p, lev)
        self._customers(f, d, z, p, lev)

    def _contacts(self: Any, f: Any, z: Any, p: Any, lev: Any, now: Any) -> None:
        saving, regular = self.model.all_.saving, lev.regularity
        z.attention = contact.attention_of(f.attention, closing.active(self.willing))
        if lev.focus > 0.0:
            z.attention = touch.focused(z.attention, f.size_log, f.size_sd, lev.focus)
        call_rate = contact.per_week(lev.calls, z.attention)
        visit_rate = contact.per_week(lev.visits, z.attention)
        call = touch.planned(contact.due(now.week, f.phase, call_rate), call_rate, regular)
        visit = contact.due(now.week, contact.shifted(f.phase), visit_rate)
        visit = touch.planned(visit, visit_rate, regular)
        hours = payout.part(p.call_hours, saving), payout.part(p.visit_hours, saving)
        z.hours = contact.wanted_hours(call, visit, *hours, contact.care(p.care_hours, z.attention))
        rate = payout.part(payout.weekly(lev.reviews), z.attention)
        review = touch.planned(contact.due(now.week, touch.between(f.phase), rate), rate, regular)
        z.hours = payout.added(z.hours, payout.part(review, payout.part(p.review_hours, saving)))
        z.planned = payout.added(payout.added(call_rate, visit_rate), rate)
        if lev.served_below > 0.0:
            through = route.through_distribution(self.tier, lev.served_below)
            own = contact.care(p.care_hours, z.attention), payout.part(through, p.distributor_care_share)
            z.hours = payout.rest(z.hours, payout.part(*own), 0.0)
        self._meet(z, p, lev, now, (call, visit, review))

    def _meet(self: Any, z: Any, p: Any, lev: Any, now: Any, planned: tuple[float, float, float]) -> None:
        keeps, loss = self._desk(self.f)[M.keeps], p.initiative_loss
        chance = managers.routine(self.model.all_.reliable, keeps, lev.initiative, loss)
        z.calls = contact.takes_place(self._draw(Purpose.CALL), chance, planned[0])
        z.visits = contact.takes_place(self._draw(Purpose.VISIT), chance, planned[1])
        z.reviews = contact.takes_place(self._draw(Purpose.REVIEW), chance, planned[2])
        z.touches = payout.four(z.calls, z.visits, z.reviews, 0.0)
        sent = contact.due(now.week, 0.0, contact.per_week(lev.newsletters, contact.MONTHS_PER_QUARTER))
        z.letters = payout.only_when(sent, self.enrolled)
        read = p.newsletter_reach_share, z.letters
        z.newsletters = contact.takes_place(self._draw(Purpose.NEWSLETTER), *read)
        self._tell(calls=z.calls, visits=z.visits, reviews=z.reviews)

    def _keep_rhythm(self: Any, f: Any, z: Any, p: Any) -> None:
        interval = rhythm.promised_interval(z.planned)
        kept = rhythm.on_time(z.touches, self.gap, interval, p.rhythm_early, p.rhythm_late)
        lapsed = rhythm.lapse(z.touches, self.gap, interval, p.rhythm_late)
        z.cordial = rhythm.rhythm_gain(kept, p.trust_on_time)
        z.affront = rhythm.rhythm_loss(lapsed, self.confidence, p.trust_lapse)
        weights = p.rhythm_learning, p.rhythm_forgetting
        self.confidence = rhythm.confidence_after(self.confidence, kept, lapsed, *weights)
        self.gap = rhythm.gap_after(self.gap, z.touches)
        felt = rhythm.touches_felt(z.touches, z.letters, p.letter_weight)
        self.received = rhythm.received_after(self.received, felt, p.received_speed)
        beyond = rhythm.beyond_wish(self.received, f.wanted, p.wish_tolerance)
        missing = rhythm.short_of_wish(self.received, f.wanted, p.wish_tolerance)
        z.fresh = rhythm.fatigue_factor(beyond, p.fatigue_effect)
        wish = rhythm.wish_loss(beyond, missing, p.trust_fatigue, p.trust_neglect)
        z.affront = payout.added(z.affront, payout.only_when(wish, closing.active(self.willing)))
        self._tell(lapse=lapsed)

    def _answer(self: Any, f: Any, d: Any, z: Any, p: Any) -> None:
        all_ = self.model.all_
        problem = payout.only_when(d.problem, closing.active(self.willing))
        helped = touch.helped(problem, all_.help, p.trust_helped)
        z.cordial = payout.four(z.cordial, helped, payout.part(z.reviews, p.trust_review), 0.0)
        z.affront = payout.added(z.affront, touch.let_down(problem, all_.help, p.trust_let_down))
        own = payout.part(f.manager_quality, self._desk(f)[M.quality])
        z.quality = payout.part(payout.part(all_.quality, own), z.fresh)
        vars(z).update(NOTHING)

    def _learn_from_contacts(self: Any, all_: Any, f: Any, z: Any, p: Any) -> None:
        lift, effect, usual = p.understanding_lift, p.complexity_effect, p.complexity_reference
        ceiling = contact.awareness_ceiling(f.awareness_logit, all_.complexity, lift, effect, usual)
        teach = p.teach_newsletter, p.teach_call, p.teach_visit
        difficulty = contact.difficulty(p.difficulty_share, all_.complexity)
        taught = contact.lesson(z.newsletters, z.calls, z.visits, *teach, difficulty)
        taught = touch.more_taught(taught, z.reviews, p.teach_review, z.taught, difficulty, z.fresh)
        fading, rest = p.understanding_fading, p.understanding_rest_share
        self.understanding = contact.understanding_after(self.understanding, ceiling, taught, fading, rest)
        bonding = p.bond_call, p.bond_visit, p.bond_fading
        bond = contact.bond_after(self.bond, z.calls, z.visits, z.quality, *bonding)
        self.bond = touch.more_bound(bond, z.reviews, p.bond_review, z.quality, z.bonded)

    def _come_up(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        skill, bond = loyalty.above(self.skill_p, d.skill_p), loyalty.above(self.bond, d.bond)
        effects = p.renewal_skill, p.renewal_bond, lev.renewal_less, p.renewal_margin
        pull = renewal.renewal_pull(skill, bond, *effects, self.willing, p.renewal_neglect)
        z.renewed = renewal.renewal_share(d.renews, pull)
        ratio = renewal.renewals_ratio(self.base, z.renewed, d.renews, lev.renewals_direct)
        z.renewing = renewal.with_renewals(f.renewal, ratio)
        z.renewals, z.renewed_direct = renewal.renewals_now(f.renewal, ratio, z.renewing), 0.0
        if lev.renewals_direct > 0.0:
            ratio = renewal.renewals_ratio(self.base, z.renewed, d.renews, 0.0)
            taken = renewal.taken_direct(f.weekly_list, f.renewal, ratio, lev.renewals_direct)
            z.renewed_direct = payout.only_when(taken, self.enrolled)
            hurt = renewal.taken_loss(lev.renewals_direct, f.renewal, p.trust_renewal_taken)
            z.affront = payout.added(z.affront, payout.only_when(hurt, closing.active(self.willing)))
