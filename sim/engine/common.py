"""What holds for all partners in one week: load of managers, rules of the programme, market, territories."""

from typing import Any, NamedTuple

from sim.engine.house import House
from sim.engine.layout import G, H, P, V
from sim.engine.loops.deals import Engagement, engagement
from sim.kernel.compile import inlined
from sim.kernel.draws import stream_key, uniform
from sim.rules import contact, demand, managers, payout, requests, touch


class Vendorial(NamedTuple):
    """What one vendor's programme and last week's load mean for all its partners this week."""

    quality: float
    load: float
    complexity: float
    rule: Engagement
    market: float
    reliable: float
    """chance that a planned contact takes place"""
    saving: float
    """hours of a personal contact, against the usual"""
    help: float
    """worth of an answer to a customer's problem"""
    answers: float
    """change of the win chance by slow answers"""
    council: float
    """1 when the occasion is due this week, as the next five"""
    conference: float
    event: float
    press: float
    round_table: float
    briefing: float
    demanded: float
    """demand under the price list, against today's"""
    launch: float
    """1 when a product launch makes knowledge old this week"""
    leads: float
    """leads worth having for each unit of a partner's weight"""
    house: House
    """what goes on inside the vendor"""


@inlined
def fill_keys(keys: Any, seed: int, luck: int, vendor: int, week: int) -> None:
    """Keys of all draws of a week, or of deals, whose ``week`` is the number of the offer."""
    for purpose in range(len(keys)):
        keys[purpose] = stream_key(seed, luck, vendor, week, purpose)


COUNCIL, CONFERENCE, EVENT, PRESS, ROUND_TABLE, BRIEFING, LAUNCH = 0.1, 0.3, 0.5, 0.7, 0.9, 0.2, 0.4
"""When in their rhythm the occasions of a year fall: not all in the same week."""


@inlined
def due(week: float, phase: float, per_year: float) -> float:
    """1 when an occasion falls into this week."""
    return contact.due(week, phase, payout.weekly(per_year))


@inlined
def weekly_numbers(
    lev: Any, par: Any, vend: Any, shared: Any, house: House, quarter_key: Any, growth: float, week: float,
    in_force: float,
) -> Vendorial:  # fmt: skip
    """What holds for all partners this week; ``in_force`` : weeks for which the programme has held."""
    own = managers.own_time(vend[V.helping], shared[H.skill], par[P.coaching_most])
    people = payout.part(contact.managers(lev[G.managers], vend[V.partners]), own)
    load = contact.load(shared[H.hours], people, par[P.manager_hours])
    minutes = contact.minutes_to_explain(
        lev[G.rules_count],
        lev[G.thresholds_count],
        lev[G.exceptions_count],
        lev[G.claim_steps_count],
        par[P.minutes_per_rule],
        par[P.minutes_per_threshold],
        par[P.minutes_per_exception],
        par[P.minutes_per_claim_step],
    )
    minutes = payout.added(minutes, par[P.minutes_base])
    automation = lev[G.automation]
    demanded = demand.list_response(lev[G.price_ratio], par[P.list_elasticity])
    market = demand.grown(demand.market_factor(uniform(quarter_key, 0), vend[V.noise]), growth)
    chance = contact.reliability(
        load,
        par[P.comfortable_load],
        par[P.reliability_base],
        par[P.reliability_slope],
        par[P.reliability_floor],
    )
    hours = touch.hours_under_load(lev[G.answer_hours], par[P.reliability_base], chance)
    quality = payout.part(contact.quality(load, par[P.quality_dilution]), house.quality)
    answers = touch.answer_points(hours, par[P.answer_free_hours], par[P.answer_points_per_hour])
    calls, visits = contact.per_week(lev[G.calls], 1.0), contact.per_week(lev[G.visits], 1.0)
    contacts = payout.four(calls, visits, payout.weekly(lev[G.reviews]), 0.0)
    leads = payout.weekly(requests.good_leads(lev[G.leads], vend[V.lead_pool]))
    return Vendorial(
        touch.automated_quality(quality, automation, par[P.automation_quality_loss]),
        load,
        contact.complexity(minutes, par[P.complexity_half_minutes]),
        engagement(lev, par, in_force),
        payout.part(market, demanded),
        touch.automated_reliability(chance, automation, par[P.automation_lift_share]),
        touch.repetition_factor(
            contacts, par[P.usual_contacts], par[P.repetition_saving], par[P.repetition_floor_share]
        ),
        touch.help_quality(hours, par[P.patience_hours]),
        payout.added(answers, house.points),
        due(week, COUNCIL, lev[G.councils]),
        due(week, CONFERENCE, lev[G.conferences]),
        due(week, EVENT, lev[G.events]),
        due(week, PRESS, lev[G.press]),
        due(week, ROUND_TABLE, lev[G.round_tables]),
        due(week, BRIEFING, lev[G.briefings]),
        demanded,
        due(week, LAUNCH, vend[V.launches]),
        requests.per_weight(leads, shared[H.lead_weight]),
        house,
    )


@inlined
def direct_intensity(lev: Any, rule: Engagement, vend: Any) -> float:
    """Direct selling relative to partner selling at the reference."""
    return demand.direct_level(vend[V.direct_level], lev[G.coverage], rule.accounts)


@inlined
def _territory(level: float, direct: float, par: Any) -> float:
    """Demand of a territory per unit of selling: less where it is worked hard, more where it is known."""
    base = par[P.intensity_reference]
    worked = demand.intensity(level, direct, base, par[P.direct_pond_share])
    known = demand.spill_over(level, direct, base, par[P.spill_lift], par[P.spill_steepness])
    return demand.territory_factor(demand.saturation(worked), known)


@inlined
def fill_saturation(
    out: Any, level: Any, reference: Any, direct: float, direct_reference: float, par: Any
) -> float:
    """Demand factor of every territory; returns their mean."""
    usual, total = _territory(1.0, direct_reference, par), 0.0
    for t in range(len(out)):
        out[t] = demand.relative(_territory(demand.relative(level[t], reference[t]), direct, par), usual)
        total += out[t]
    return total / len(out)
