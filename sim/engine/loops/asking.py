"""What partners ask for and get: requests, leads, knowledge that a launch makes old; who is treated how."""

from typing import Any

from sim.engine.layout import OFFERS, F, G, L, P, S, V, Z
from sim.engine.loops.sums import add_field
from sim.kernel.block import BLOCK, LANES
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, payout, requests

TIERS = 4


@loop
def ask(x: Any, f: Any, z: Any, ids: Any, lev: Any, par: Any, vend: Any, keys: Any) -> None:
    """Requests of the week, what becomes of them, and what neighbours will hear of it."""
    answer, reasons, sensible = lev[G.answer], lev[G.reasons], vend[V.sensible]
    chance, half = requests.asking_chance(vend[V.requests]), par[P.looking_half_hours]
    ignored, blunt, told_why = par[P.trust_ignored], par[P.trust_blunt], par[P.trust_told_why]
    hours = requests.hours_to_answer(answer, reasons, lev[G.look_hours], par[P.reasons_hours])
    for j in range(BLOCK):
        asks = closing.happens(uniform(keys[Purpose.REQUEST], ids[j]), chance)
        asks = payout.only_when(asks, closing.active(x[S.willing + j]))
        sense = requests.makes_sense(uniform(keys[Purpose.SENSE], ids[j]), sensible)
        right = requests.judged_right(uniform(keys[Purpose.JUDGEMENT], ids[j]), lev[G.look_hours], half)
        granted = payout.part(asks, requests.is_granted(answer, sense, right))
        refused = payout.rest(asks, granted, 0.0)
        pain = requests.refusal_pain(answer, reasons, sense, ignored, blunt, told_why)
        pain = payout.part(refused, pain)
        pleased = payout.part(granted, par[P.trust_granted])
        z[Z.affront + j] = payout.added(z[Z.affront + j], pain)
        z[Z.cordial + j] = payout.added(z[Z.cordial + j], pleased)
        envied = requests.of_favour(granted, sense, par[P.envy_of_favour])
        told = payout.added(requests.rude_tale(pain, answer, reasons), envied)
        x[S.tale_ill + j] = payout.added(x[S.tale_ill + j], told)
        z[Z.asked + j] = asks
        z[Z.granted + j] = granted
        z[Z.well + j] = requests.well_answered(asks, granted, sense)
        z[Z.favour_cost + j] = requests.favour_cost(granted, f[F.mean_deal + j], par[P.request_cost_share])
        z[Z.extra + j] = payout.added(z[Z.extra + j], requests.business(granted, sense, par[P.request_deals]))
        z[Z.hours + j] = payout.added(z[Z.hours + j], payout.part(asks, hours))


@loop
def treat(x: Any, f: Any, z: Any, par: Any) -> None:
    """How well each partner is treated, as a slow mean."""
    weight, memory = par[P.favour_weight], par[P.treatment_weeks]
    for j in range(BLOCK):
        met = requests.received_share(x[S.received + j], f[F.wanted + j])
        x[S.treated + j] = requests.treated_after(x[S.treated + j], met, z[Z.granted + j], weight, memory)


@loop
def hand_out(x: Any, z: Any, lev: Any, par: Any, per_weight: float) -> None:
    """Leads for each partner by the rule, and the opportunities and the goodwill they bring."""
    rule, quality, gain = lev[G.lead_rule], par[P.lead_quality], par[P.trust_lead]
    for j in range(BLOCK):
        selling = closing.active(x[S.willing + j])
        weight = requests.lead_weight(rule, selling, x[S.tier + j], x[S.skill_p + j], x[S.bond + j])
        leads = payout.part(weight, per_weight)
        z[Z.lead_weight + j] = weight
        z[Z.leads + j] = leads
        z[Z.extra + j] = payout.added(z[Z.extra + j], payout.part(leads, quality))
        z[Z.cordial + j] = payout.added(z[Z.cordial + j], payout.part(leads, gain))


@loop
def launch(x: Any, share: float) -> None:
    """A product launch makes a part of what everybody knows old."""
    for j in range(OFFERS * BLOCK):
        x[S.skill_p + j] = requests.aged(x[S.skill_p + j], share)


@loop
def add_requests(x: Any, z: Any, lanes: Any) -> None:
    """Add a block's requests to the lanes, and how partners of each tier are treated."""
    add_field(z, Z.asked, lanes, L.asked)
    add_field(z, Z.granted, lanes, L.granted)
    add_field(z, Z.well, lanes, L.well)
    add_field(z, Z.favour_cost, lanes, L.favour_cost)
    for tier in range(TIERS):
        for j in range(BLOCK):
            here = payout.only_when(requests.of_tier(x[S.tier + j], float(tier)), z[Z.selling + j])
            treated = payout.part(here, x[S.treated + j])
            z[Z.here + j] = here
            z[Z.treated + j] = treated
            z[Z.square + j] = payout.part(treated, x[S.treated + j])
        add_field(z, Z.here, lanes, L.tier_0 + tier * LANES)
        add_field(z, Z.treated, lanes, L.treated_0 + tier * LANES)
        add_field(z, Z.square, lanes, L.square_0 + tier * LANES)


@loop
def add_leads(z: Any, lanes: Any) -> None:
    """Add a block's leads to the lanes."""
    add_field(z, Z.leads, lanes, L.leads)
    add_field(z, Z.lead_weight, lanes, L.lead_weight)
