"""Calls, visits and newsletters: who is met, and what a contact leaves behind."""

from sim.kernel.compile import rule
from sim.kernel.step import PER_QUARTER
from sim.kernel.vmath import exp, floor, log

MONTHS_PER_QUARTER = 3.0


@rule
def due(week: float, phase: float, per_week: float) -> float:
    """Contacts planned for this week: 1 in the weeks of the rhythm, else 0; more only above one a week.

    week : number of the week, negative before the start
    phase : place of the partner inside the rhythm, 0 to 1
    per_week : contacts per week

    Source: identity.
    """
    return floor((week + 1.0) * per_week + phase) - floor(week * per_week + phase)


@rule
def per_week(contacts_per_quarter: float, attention: float) -> float:
    """Contacts per week of a partner.

    contacts_per_quarter : of a partner with attention 1
    attention : this partner's weight, >= 0

    Source: identity.
    """
    return contacts_per_quarter * attention / PER_QUARTER


@rule
def load(hours: float, managers: float, hours_per_manager: float) -> float:
    """Wanted hours per available hour of the partner managers.

    hours : wanted in a week
    managers : number of partner managers
    hours_per_manager : available per week

    Source: identity.
    """
    available = managers * hours_per_manager
    return hours / (available if available > 1e-6 else 1e-6)


@rule
def reliability(load_share: float, comfortable: float, base: float, slope: float, floor: float) -> float:
    """Chance that a planned contact takes place.

    load_share : ``load``
    comfortable : load up to which nothing is skipped for lack of time
    base : chance without pressure
    slope : loss per unit of load above
    floor : smallest chance

    Source: prototype, assumption.
    """
    pressure = load_share - comfortable if load_share > comfortable else 0.0
    chance = base - slope * pressure
    return chance if chance > floor else floor


@rule
def quality(load_share: float, dilution: float) -> float:
    """Quality of a personal contact, 1 at load 1.

    load_share : ``load``
    dilution : exponent with which load dilutes

    Source: prototype, assumption.
    """
    safe = load_share if load_share > 0.3 else 0.3
    return exp(-dilution * log(safe if safe < 3.0 else 3.0))


@rule
def wanted_hours(calls: float, visits: float, call_hours: float, visit_hours: float, care: float) -> float:
    """Hours of partner managers that one partner asks for in a week.

    calls, visits : planned this week
    call_hours, visit_hours : hours each
    care : hours of everyday care

    Source: prototype, assumption.
    """
    return calls * call_hours + visits * visit_hours + care


@rule
def awareness_ceiling(
    awareness_logit: float,
    complexity: float,
    ceiling_lift: float,
    complexity_effect: float,
    complexity_reference: float,
) -> float:
    """Understanding that contact can bring a partner to, 0 to 1.

    awareness_logit : log-odds that partners of this kind know a usual programme
    complexity : of this programme, 0 to 1
    ceiling_lift : log-odds by which well-informed partners exceed that
    complexity_effect : log-odds lost per unit of complexity
    complexity_reference : complexity of the usual programme

    Source: prototype; awareness by segment at 27 rules (industry).
    """
    odds = awareness_logit + ceiling_lift - complexity_effect * (complexity - complexity_reference)
    return 1.0 / (1.0 + exp(-odds))


@rule
def understanding_after(
    understanding: float, ceiling: float, lesson: float, fading: float, rest_share: float
) -> float:
    """Understanding after this week's contacts, 0 to 1.

    understanding : before
    ceiling : ``awareness_ceiling``
    lesson : sum of what the contacts teach, complexity already counted
    fading : weekly fading
    rest_share : part of the ceiling that never fades

    Source: prototype, assumption.
    """
    room = ceiling - understanding if ceiling > understanding else 0.0
    rest = rest_share * ceiling
    excess = understanding - rest if understanding > rest else 0.0
    step = lesson if lesson < 1.0 else 1.0
    return understanding + step * room - fading * excess


@rule
def lesson(
    newsletters: float,
    calls: float,
    visits: float,
    per_newsletter: float,
    per_call: float,
    per_visit: float,
    difficulty: float,
) -> float:
    """What this week's contacts teach, as a share of the gap to the ceiling.

    newsletters, calls, visits : that took place
    per_newsletter, per_call, per_visit : share of the gap closed by each
    difficulty : share lost because the programme is hard to explain, 0 to 1

    Source: prototype, assumption.
    """
    return (newsletters * per_newsletter + calls * per_call + visits * per_visit) * (1.0 - difficulty)


@rule
def bond_after(
    bond: float,
    calls: float,
    visits: float,
    quality_factor: float,
    per_call: float,
    per_visit: float,
    fading: float,
) -> float:
    """Personal bond after this week's contacts, 0 to 1.

    bond : before
    calls, visits : that took place
    quality_factor : ``quality``
    per_call, per_visit : share of the gap to 1 closed by each
    fading : weekly fading

    Source: prototype, assumption.
    """
    gain = (calls * per_call + visits * per_visit) * quality_factor
    return bond + (gain if gain < 1.0 else 1.0) * (1.0 - bond) - fading * bond


@rule
def complexity(minutes: float, half_minutes: float) -> float:
    """Complexity of a programme, 0 to 1, from the minutes it takes to explain.

    minutes : ``minutes_to_explain``
    half_minutes : minutes that stand for one half

    Source: assumption.
    """
    return minutes / (minutes + half_minutes)


@rule
def minutes_to_explain(
    rules: float,
    thresholds: float,
    exceptions: float,
    claim_steps: float,
    per_rule: float,
    per_threshold: float,
    per_exception: float,
    per_claim_step: float,
) -> float:
    """Minutes it takes to explain a programme.

    rules, thresholds, exceptions, claim_steps : how many of each it has
    per_rule, per_threshold, per_exception, per_claim_step : minutes for one of them

    Source: assumption.
    """
    rates = per_rule * rules + per_threshold * thresholds
    return rates + per_exception * exceptions + per_claim_step * claim_steps


@rule
def attention_of(attention: float, active: float) -> float:
    """Attention a partner gets from managers: none once it is silent. Source: model assumption."""
    return attention * active


@rule
def shifted(phase: float) -> float:
    """Phase of the visits, half a rhythm away from the calls. Source: model assumption."""
    return phase + 0.5


@rule
def takes_place(u: float, chance: float, planned: float) -> float:
    """Contacts that take place this week: all that are planned, or none.

    u : uniform number
    chance : that what is planned takes place
    planned : contacts; below one it is the chance that one is planned at all

    Source: identity.
    """
    likely = chance * (planned if planned < 1.0 else 1.0)
    return (planned if planned > 1.0 else 1.0) if u < likely else 0.0


@rule
def care(hours: float, attention: float) -> float:
    """Hours of everyday care in a week. Source: prototype, assumption."""
    return hours * attention


@rule
def difficulty(share: float, complexity_level: float) -> float:
    """Part of a lesson lost because the programme is complex, 0 to 1. Source: prototype, assumption."""
    return share * complexity_level


@rule
def cost_of_hour(cost_per_week: float, hours_per_week: float) -> float:
    """Cost of an hour that a partner manager has for partners, ¤.

    cost_per_week : of a partner manager
    hours_per_week : that it has for partners, > 0

    Source: identity.
    """
    return cost_per_week / hours_per_week


@rule
def managers(per_100_partners: float, partners: float) -> float:
    """Partner managers employed. Source: lever contact.managers_per_100_partners."""
    return per_100_partners * partners / 100.0
