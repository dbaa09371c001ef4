"""The relation of a partner to read: contact, rhythm, occasions, hearsay, what the vendor sees, change.

A half of ``mesa_agents.Partner``; what is said there holds here.
"""

from typing import Any, Final

from sim.engine.layout import M
from sim.engine.mesa_asking import Asking
from sim.engine.mesa_house import House
from sim.kernel.draws import Purpose
from sim.rules import (
    benefits,
    closing,
    conflict,
    contact,
    demand,
    direct,
    involvement,
    learning,
    loyalty,
    managers,
    monitoring,
    payout,
    renewal,
    reward,
    rhythm,
    route,
    rumour,
    tales,
    touch,
    transition,
    trust,
)

NOTHING: Final = {"extra": 0.0, "taught": 0.0, "bonded": 0.0, "occasions_cost": 0.0, "attended_cost": 0.0}


class Relations(House, Asking):
    """Contact, hearsay, monitoring and change of one partner."""

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

    def _gather(self: Any, z: Any, p: Any, lev: Any, vend: Any) -> None:
        all_, new = self.model.all_, p.news_per_year
        far, near = p.attendance_cost, p.attendance_cost_near
        if all_.council > 0.0:
            self._attend("council", all_.council, p.council_reach_share, p.council_focus, 0.0)
            self._leave_behind(z, p.teach_council, p.bond_council, p.trust_council, 0.0, far)
        if all_.conference > 0.0:
            fee, talks = lev.conference_fee, lev.conference_talks
            self._attend("conference", all_.conference, p.conference_reach_share, p.conference_focus, fee)
            taught = payout.part(p.teach_conference, payout.rest(1.0, talks, 0.0))
            pleased = touch.goodwill_of_conference(talks, fee, p.trust_conference, p.conference_fee_loss)
            cost = touch.cost_of_attending(1.0, vend.conference_cost, fee)
            bonded = payout.part(p.bond_conference, talks)
            self._leave_behind(z, taught, bonded, pleased, cost, payout.added(far, fee))
        if all_.event > 0.0:
            self._attend("event", all_.event, p.event_reach_share, 0.0, 0.0)
            self._leave_behind(z, p.teach_event, p.bond_event, 0.0, 0.0, near)
        if all_.press > 0.0:
            self._attend("press", all_.press, p.press_reach_share, 0.0, 0.0)
            taught = payout.part(p.teach_press, touch.novelty(lev.press, new))
            self._leave_behind(z, taught, 0.0, 0.0, 0.0, 0.0)
        if all_.round_table > 0.0:
            self._attend("round_table", all_.round_table, p.table_reach_share, p.table_focus, 0.0)
            self._leave_behind(z, 0.0, p.bond_table, p.trust_table, 0.0, far)
        if all_.briefing > 0.0:
            self._attend("briefing", all_.briefing, p.briefing_reach_share, 0.0, 0.0)
            fresh = touch.novelty(lev.briefings, new)
            self._leave_behind(z, payout.part(p.teach_briefing, fresh), 0.0, 0.0, 0.0, near)
            skill = payout.part(p.briefing_skill, fresh)
            self.skill_p = learning.skill_after(self.skill_p, z.met, skill, 0.0)
            self.skill_s = learning.skill_after(self.skill_s, z.met, skill, 0.0)

    def _attend(self: Any, what: str, due: float, reach: float, focus: float, fee: float) -> None:
        z, effect = self.z, self.model.par.fee_effect
        chance = touch.attendance_chance(reach, z.attention, focus, fee, effect, self.willing)
        z.met = contact.takes_place(self._draw(Purpose[what.upper()]), chance, due)
        self._tell(**{what: z.met})

    def _leave_behind(
        self: Any, z: Any, taught: float, bonded: float, pleased: float, cost: float, own_cost: float
    ) -> None:
        z.taught = payout.added(z.taught, payout.part(z.met, taught))
        z.bonded = payout.added(z.bonded, payout.part(z.met, bonded))
        z.cordial = payout.added(z.cordial, payout.part(z.met, pleased))
        z.occasions_cost = payout.added(z.occasions_cost, payout.part(z.met, cost))
        z.attended_cost = payout.added(z.attended_cost, payout.part(z.met, own_cost))

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

    def _run_on(self: Any, f: Any, d: Any, z: Any, lev: Any) -> None:
        due = renewal.due_for_renewal(self.base, f.term)
        renewed = payout.part(payout.part(due, z.renewed), payout.rest(1.0, lev.renewals_direct, 0.0))
        grown = renewal.growth_by_use(d.renews, f.term, self.model.vend.usage)
        sold, new = payout.part(z.sold, d.per_week), renewal.contracts_sold(d.renews, f.term, grown)
        self.base = renewal.base_after(self.base, due, renewed, sold, new, grown)
        z.base = payout.only_when(self.base, z.selling)

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

    def _hear_and_tell(self: Any, z: Any, p: Any) -> None:
        mild = conflict.without_loss(z.incidents, z.taken)
        news = rumour.news(z.taken, z.breaches, mild, p.belief_mild_weight)
        amount = rumour.told(news, self.heard, p.telling_share, p.retelling_share)
        z.told = payout.only_when(rumour.worth_telling(amount, p.smallest_news), self.enrolled)
        self.belief = rumour.belief_heard(self.belief, self.heard, p.belief_learning, p.heard_belief_share)
        self._tell(heard=self.heard)

    def _watched(self: Any, z: Any, p: Any, lev: Any) -> None:
        selling = closing.active(self.willing)
        seen = payout.part(p.portal_per_week, lev.telemetry)
        sign = monitoring.shows_life(self._draw(Purpose.PORTAL), z.won, seen, selling)
        self.unseen = monitoring.unseen_after(self.unseen, sign)
        rate = monitoring.sign_rate(self.known_pace, p.portal_per_week, lev.telemetry)
        through = route.through_distribution(self.tier, lev.served_below)
        known = route.known_late(self.unseen, through, p.distributor_lag_weeks)
        alive = monitoring.alive_chance(known, rate, p.believed_dropout)
        believed = payout.only_when(monitoring.believed_alive(alive, lev.watch_threshold), self.enrolled)
        alarm = monitoring.alarm(believed, self.believed)
        z.alarm = payout.only_when(alarm, payout.none_of(selling))
        z.false_alarm = payout.only_when(alarm, selling)
        z.overdue, self.believed = payout.only_when(self.silent, z.alarm), believed
        pace = monitoring.pace_after(self.known_pace, z.won, p.watch_speed)
        self.known_pace = payout.chosen(pace, self.known_pace, believed)
        self._tell(alarm=z.alarm, false_alarm=z.false_alarm)

    def _won_back(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        z.comeback = payout.only_when(f.comeback, self.started)
        if lev.winback_hours > 0.0:
            flagged = payout.only_when(payout.none_of(self.believed), self.started)
            effort = lev.winback_hours, p.winback_strength
            factor = monitoring.winback_factor(*effort, self.silent, p.winback_memory_weeks)
            above, known = loyalty.above(self.trust, d.trust), loyalty.above(self.bond, d.bond)
            ease = monitoring.winback_ease(above, known, p.winback_trust, p.winback_bond)
            factor = payout.chosen(monitoring.winback_eased(factor, ease), 1.0, flagged)
            z.comeback = payout.part(z.comeback, factor)
            z.hours = payout.added(z.hours, monitoring.winback_hours(flagged, lev.winback_hours))

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

    def announced(self: Any, cost: float, soft: float, factors: tuple[float, float]) -> None:
        """Hurt by a change that is announced, if this partner will lose by it."""
        f, p, (old, new) = self.f, self.model.par, self.model.levers[:2]
        terms = transition.felt_share(self._worth(f, p, old), self._worth(f, p, new), p.change_whole_share)
        rules = transition.rules_felt(f.overlap, *factors, p.change_rules_whole)
        pain = transition.pain(terms, rules, cost, soft)
        hurt = trust.loss(pain, self.trust, p.trust_reference, p.trust_boundedness)
        self.hurt_change = payout.added(self.hurt_change, hurt)
        self.tale_leak = tales.of_leak(hurt, self.model.designs.leaked)
        self._tell(announced=hurt)

    def takes_effect(
        self: Any, changed_share: float, protects: float, ended_below: float, invites: float
    ) -> None:
        """What is new must be learned; the contract may be ended."""
        self.understanding = transition.unlearned(self.understanding, changed_share)
        selling = closing.active(self.willing)
        stays = transition.stays_enrolled(protects, self.tier, ended_below, selling)
        gone = payout.only_when(payout.none_of(stays), self.enrolled)
        self.ended = payout.added(self.ended, gone)
        self._tell(ended=gone)
        self.enrolled = payout.only_when(stays, self.enrolled)
        self.started = payout.only_when(self.started, self.enrolled)
        self.willing = payout.only_when(self.willing, self.enrolled)
        self.silent = transition.silence_when_invited(self.silent, invites)

    def reversed(self: Any, weeks: float, invites_ended: float) -> None:
        """The change is taken back, and with it, perhaps, the end of the contract."""
        p = self.model.par
        window = p.reversal_healed_share, weeks, p.reversal_window_weeks
        self.hurt_change = transition.after_reversal(self.hurt_change, *window)
        if invites_ended > 0.0:
            u, usual = self._draw(Purpose.INVITED), (p.trust_reference, p.invite_accepted_share)
            accepted = payout.only_when(transition.accepts(u, self.trust, *usual), self.ended)
            self.enrolled = payout.added(self.enrolled, accepted)
            self.started = payout.added(self.started, accepted)
            self.ended = payout.rest(self.ended, accepted, 0.0)
            self.silent = transition.silence_when_enrolled(self.silent, accepted)
            self._tell(signed_again=accepted)

    def _refusals(self: Any, z: Any, p: Any) -> float:
        return direct.refusal_loss(z.refused, p.refusal_felt_share, p.trust_refusal)
