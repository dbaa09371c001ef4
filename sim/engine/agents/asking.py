"""What a partner of the engine for reading asks for and gets; a part of ``partner.Partner``."""

from typing import Any

from sim.kernel.draws import Purpose
from sim.rules import closing, payout, requests


class Asking:
    """Requests, leads, and skill that a launch makes old."""

    def _ask_and_get(self: Any, f: Any, z: Any, p: Any, lev: Any) -> None:
        vend, all_ = self.model.vend, self.model.all_
        if vend.requests > 0.0:
            self._ask(f, z, p, lev, vend)
            met = requests.received_share(self.received, f.wanted)
            habit = p.favour_weight, p.treatment_weeks
            self.treated = requests.treated_after(self.treated, met, z.granted, *habit)
        if lev.leads > 0.0:
            self._get_leads(z, p, lev, all_.leads)
        if all_.launch > 0.0:
            self.skill_p = requests.aged(self.skill_p, p.launch_ages_share)
            self.skill_s = requests.aged(self.skill_s, p.launch_ages_share)

    def _ask(self: Any, f: Any, z: Any, p: Any, lev: Any, vend: Any) -> None:
        asks = closing.happens(self._draw(Purpose.REQUEST), requests.asking_chance(vend.requests))
        z.asked = payout.only_when(asks, closing.active(self.willing))
        sense = requests.makes_sense(self._draw(Purpose.SENSE), vend.sensible)
        judged = self._draw(Purpose.JUDGEMENT), lev.look_hours, p.looking_half_hours
        granted = requests.is_granted(lev.answer, sense, requests.judged_right(*judged))
        z.granted = payout.part(z.asked, granted)
        refused = payout.rest(z.asked, z.granted, 0.0)
        costs = p.trust_ignored, p.trust_blunt, p.trust_told_why
        pain = payout.part(refused, requests.refusal_pain(lev.answer, lev.reasons, sense, *costs))
        z.affront = payout.added(z.affront, pain)
        z.cordial = payout.added(z.cordial, payout.part(z.granted, p.trust_granted))
        envied = requests.of_favour(z.granted, sense, p.envy_of_favour)
        told = payout.added(requests.rude_tale(pain, lev.answer, lev.reasons), envied)
        self.tale_ill = payout.added(self.tale_ill, told)
        z.well = requests.well_answered(z.asked, z.granted, sense)
        z.favour_cost = requests.favour_cost(z.granted, f.mean_deal, p.request_cost_share)
        z.extra = payout.added(z.extra, requests.business(z.granted, sense, p.request_deals))
        hours = requests.hours_to_answer(lev.answer, lev.reasons, lev.look_hours, p.reasons_hours)
        z.hours = payout.added(z.hours, payout.part(z.asked, hours))
        self._tell(granted=z.granted, turned_down=refused)

    def _get_leads(self: Any, z: Any, p: Any, lev: Any, per_weight: float) -> None:
        selling = closing.active(self.willing)
        person = self.tier, self.skill_p, self.bond
        z.lead_weight = requests.lead_weight(lev.lead_rule, selling, *person)
        z.leads = payout.part(z.lead_weight, per_weight)
        z.extra = payout.added(z.extra, payout.part(z.leads, p.lead_quality))
        z.cordial = payout.added(z.cordial, payout.part(z.leads, p.trust_lead))
