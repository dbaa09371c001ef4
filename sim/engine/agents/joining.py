"""How a partner of the engine for reading joins and leaves."""

from typing import Any

from sim.engine.layout import EARLY
from sim.engine.loops.prepare import first_target
from sim.kernel.draws import Purpose
from sim.rules import closing, contact, effort, loyalty, payout, recruitment

FORGOTTEN = (
    "goodwill", "hurt", "bond", "belief", "hurt_change", "heard", "tale_leak", "tale_ill", "tale_well",
    "heard_leak", "heard_ill", "heard_well", "slight", "gap", "confidence", "unseen", "believed", "started",
    "since", "early", "base", "willing", "skill_p", "skill_s", "tier", "period", "year", "quarter",
    "quarter_1", "quarter_2", "quarter_3", "quarter_4", "last_year", "price", "price_start", "value_start",
    "hold", "strange", "treated", "warned",
)  # fmt: skip
"""What a firm under a new contract does not bring along."""


class Joining:
    """Exits, beginners that start to sell, prospects that sign."""

    def _join_or_leave(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        before = self.early
        self.early = recruitment.early_orders(before, payout.added(z.won_p, z.won_s), self.since, EARLY)
        z.second = recruitment.second_order(before, self.early)
        self.since = recruitment.one_more_week(self.since, self.enrolled)
        self._leave(f, d, z, p)
        self._begin_to_sell(z, p, lev)
        self._sign(f, d, z, p, lev)
        self._tell(left=z.left, begun=z.begun, joined=z.joined)

    def _leave(self: Any, f: Any, d: Any, z: Any, p: Any) -> None:
        selling = closing.active(self.willing)
        factor = payout.chosen(p.exit_active_factor, p.exit_silent_factor, selling)
        above = loyalty.above(self.trust, d.trust)
        chance = recruitment.exit_chance(f.leaving, factor, above, p.exit_trust)
        give_up = recruitment.weekly_exit(p.unsold_exit_per_week)
        chance = payout.chosen(chance, give_up, self.started)
        z.left = payout.only_when(closing.happens(self._draw(Purpose.EXIT), chance), self.enrolled)
        stays = payout.none_of(z.left)
        self.enrolled = payout.only_when(self.enrolled, stays)
        self.started = payout.only_when(self.started, stays)
        self.willing = payout.only_when(self.willing, stays)

    def _begin_to_sell(self: Any, z: Any, p: Any, lev: Any) -> None:
        beginner = payout.only_when(payout.none_of(self.started), self.enrolled)
        care = recruitment.onboarding_factor(lev.onboarding, p.onboarding_half_hours, p.onboarding_lift)
        zeal = recruitment.in_first_zeal(self.since, p.fresh_weeks)
        shape = self.since, p.fresh_weeks, p.late_start_factor, self.understanding
        cared = payout.chosen(care, 1.0, zeal)
        chance = recruitment.activation_chance(p.activation_per_week, self.ease, *shape, cared)
        z.begun = payout.only_when(closing.happens(self._draw(Purpose.ACTIVATION), chance), beginner)
        z.joining_hours = payout.part(payout.only_when(lev.onboarding, beginner), zeal)
        self.started = payout.added(self.started, z.begun)
        self.willing = payout.added(self.willing, z.begun)
        self.silent = payout.only_when(self.silent, payout.none_of(z.begun))

    def _sign(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        way, skill, in_force = lev.recruiting, self.model.all_.house.pitching, self.model.in_force
        learning = recruitment.ramp(p.on_the_job_start_share, in_force, 0.0, p.on_the_job_ramp_weeks)
        hired = recruitment.ramp(0.0, in_force, p.hunter_idle_weeks, p.hunter_ramp_weeks)
        share = recruitment.of_four(way, 1.0, hired, 1.0, learning)
        own = recruitment.of_four(way, 1.0, 0.0, 0.0, p.on_the_job_hours_factor)
        own = payout.part(own, payout.chosen(p.business_pitch_hours, 1.0, lev.business_pitch))
        hours = recruitment.hours_to_sign(p.signing_hours, own, skill)
        pitch = p.business_pitch_lift, p.business_pitch_break
        heard = recruitment.pitch_factor(lev.business_pitch, skill, *pitch)
        felt = recruitment.experience_factor(lev.experience, p.experience_half, p.experience_lift)
        worth = payout.part(skill, payout.part(heard, felt))
        inside = payout.four(self.enrolled, self.ended, z.left, 0.0)
        chance = recruitment.signing_chance(f.joining, lev.pace, share, worth)
        signs = closing.happens(self._draw(Purpose.SIGNING), chance)
        z.joined = payout.only_when(signs, payout.none_of(inside))
        z.joining_hours = payout.added(z.joining_hours, payout.part(hours, z.joined))
        if z.joined > 0.5:
            factor = recruitment.of_four(way, 1.0, 1.0, p.outsourced_ease_factor, 1.0)
            drawn = self._draw(Purpose.ABLE), self._draw(Purpose.EASE)
            self.ease = recruitment.ease(*drawn, p.able_share, p.ease_log_sd, factor)
            self._start_afresh(f, d, p, lev)

    def _start_afresh(self: Any, f: Any, d: Any, p: Any, lev: Any) -> None:
        vars(self).update(dict.fromkeys(FORGOTTEN, 0.0))
        self.reputation = self.trust = f.prior
        known = contact.awareness_ceiling(f.awareness_logit, 0.0, 0.0, 0.0, 0.0)
        self.understanding = payout.part(known, p.new_understanding_share)
        self.received, self.known_pace, self.enrolled = f.wanted, f.deals, 1.0
        self.norm = effort.capacity_share(d.share_p, d.share_s)
        self.share_p = effort.within(d.share_p, self.norm, self.most)
        self.share_s = effort.within(d.share_s, self.norm, self.most)
        self.output_p = effort.output(self.share_p, p.effort_elasticity)
        self.output_s = effort.output(self.share_s, p.effort_elasticity)
        self.pace = 1.0
        self.silent = 1.0
        usual = f.weekly_list, 0.0, lev.clock_weeks, lev.target_growth
        self.target = first_target(*usual, self.model.par)
