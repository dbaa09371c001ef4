"""Occasions on which a partner meets the vendor and other partners."""

from typing import Any, Final

from sim.kernel.draws import Purpose
from sim.rules import contact, learning, payout, touch

NOTHING: Final = {"extra": 0.0, "taught": 0.0, "bonded": 0.0, "occasions_cost": 0.0, "attended_cost": 0.0}


class Occasions:
    """Council, conference, event, press, round table and briefing, as one partner attends them."""

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
