"""What partners ask for and what they get: favours, refusals, leads, and how equally they are treated."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def asking_chance(per_year: float) -> float:
    """Chance that a partner asks for something this week. per_year : requests. Source: constant hazard."""
    return 1.0 - exp(-per_year / 52.0)


@rule
def makes_sense(u: float, share: float) -> float:
    """1 if a request makes sense for both sides. u : uniform; share : of such requests. Source: identity."""
    return 1.0 if u < share else 0.0


@rule
def judged_right(u: float, hours: float, half_hours: float) -> float:
    """1 if somebody who looks into a request sees whether it makes sense.

    u : uniform number
    hours : for each request
    half_hours : hours that halve the errors; with no time at all it is the toss of a coin

    Source: assumption.
    """
    return 1.0 if u < 1.0 - 0.5 * exp(hours * log(0.5) / half_hours) else 0.0


@rule
def is_granted(answer: float, sense: float, right: float) -> float:
    """1 if a request is granted.

    answer : 0 unanswered, 1 refused, 2 looked at, 3 granted
    sense : ``makes_sense``
    right : ``judged_right``

    Source: lever requests.answer.
    """
    if answer > 2.5:
        return 1.0
    if answer < 1.5:
        return 0.0
    return sense if right > 0.5 else 1.0 - sense


@rule
def refusal_pain(
    answer: float, reasons: float, sense: float, ignored: float, blunt: float, told_why: float
) -> float:
    """Trust lost by a partner whose request is not granted.

    answer : as in ``is_granted``
    reasons : 1 if a refusal comes with reasons
    sense : 1 if the request made sense
    ignored, blunt, told_why : trust lost by a sensible request that is ignored, refused, refused with
        reasons; half of it, and nothing where reasons are given, by one that made none

    Source: prototype, assumption (ignoring a sensible request costs most).
    """
    silent = answer < 0.5
    loss = ignored if silent else (told_why if reasons > 0.5 else blunt)
    bluff = 0.5 * loss if silent or reasons < 0.5 else 0.0
    return loss if sense > 0.5 else bluff


@rule
def of_favour(granted: float, sense: float, envy: float) -> float:
    """What a favour without sense costs the trust of those who hear of it; nothing else is unfair to others.

    granted, sense : 1 or 0
    envy : trust lost by a neighbour who learns of it

    Source: prototype, assumption.
    """
    return envy if granted > 0.5 and sense < 0.5 else 0.0


@rule
def rude_tale(loss: float, answer: float, reasons: float) -> float:
    """What a partner tells of its own refusal: only what came without a reason is told on.

    loss : ``refusal_pain``
    answer, reasons : as there

    Source: prototype, assumption.
    """
    return 0.0 if answer > 0.5 and reasons > 0.5 else loss


@rule
def hours_to_answer(answer: float, reasons: float, looking: float, explaining: float) -> float:
    """Hours of partner managers that one request takes.

    answer, reasons : as in ``refusal_pain``
    looking : hours to look into it, where that is done
    explaining : hours to give reasons

    Source: assumption.
    """
    if answer < 0.5:
        return 0.0
    explained = explaining if reasons > 0.5 and answer < 2.5 else 0.0
    return (looking if 1.5 < answer < 2.5 else 0.0) + explained


@rule
def favour_cost(granted: float, mean_deal_list: float, share: float) -> float:
    """What granting a request costs the vendor, ¤.

    granted : 1 or 0
    mean_deal_list : usual deal of the partner, ¤ list
    share : of a deal

    Source: assumption.
    """
    return granted * mean_deal_list * share


@rule
def business(granted: float, sense: float, deals: float) -> float:
    """Opportunities that come of a request. deals : of a sensible one that is granted. Source: assumption."""
    return deals if granted > 0.5 and sense > 0.5 else 0.0


@rule
def treated_after(
    treated: float, met_share: float, granted: float, weight: float, memory_weeks: float
) -> float:
    """How well a partner is treated, as a slow mean.

    treated : before
    met_share : contact received, in own wishes
    granted : 1 if a request was granted this week
    weight : of a granted request, in weeks of contact as wished
    memory_weeks : of the mean

    Source: assumption.
    """
    return treated + (met_share + weight * granted - treated) / memory_weeks


@rule
def received_share(received: float, wanted: float) -> float:
    """Contact received in own wishes; 1 for a partner that wants none.

    received, wanted : contacts per week

    Source: identity.
    """
    return received / wanted if wanted > 0.0 else 1.0


@rule
def of_tier(tier: float, this: float) -> float:
    """1 for a partner of this tier. Source: identity."""
    return 1.0 if tier - 0.5 < this < tier + 0.5 else 0.0


@rule
def well_answered(asks: float, granted: float, sense: float) -> float:
    """1 for a request that was answered as it deserved: a sensible one granted, another one not.

    asks, granted, sense : 1 or 0

    Source: identity.
    """
    return asks if (granted > 0.5) == (sense > 0.5) else 0.0


@rule
def lead_weight(rule_number: float, selling: float, tier: float, skill: float, bond: float) -> float:
    """Weight of a partner when leads are handed out.

    rule_number : 0 equal, 1 by tier, 2 by skill, 3 by favour
    selling : 1 for partners that sell for us
    tier : 0 registered to 3 platinum
    skill, bond : 0 to 1

    Source: lever leads.rule.
    """
    by_number = 1.0 + tier if rule_number > 0.5 else 1.0
    by_person = bond if rule_number > 2.5 else skill
    return selling * (by_person if rule_number > 1.5 else by_number)


@rule
def good_leads(per_year: float, pool_per_year: float) -> float:
    """Leads worth having among those that are handed out, per year: interested customers are finite.

    per_year : handed out
    pool_per_year : customers who could become one

    Source: assumption (each customer is found by chance).
    """
    return pool_per_year * (1.0 - exp(-per_year / pool_per_year))


@rule
def per_weight(leads: float, weights: float) -> float:
    """Leads for each unit of weight. weights : of all partners, last week. Source: identity."""
    return leads / weights if weights > 0.0 else 0.0


@rule
def aged(skill: float, share: float) -> float:
    """Skill after a launch that makes a part of it old. Source: assumption."""
    return skill * (1.0 - share)
