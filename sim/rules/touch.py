"""Reviews, councils, conferences and the other occasions to meet, and help with a customer's problem."""

from math import sqrt

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def planned(due: float, rate: float, regularity: float) -> float:
    """Contacts planned for this week when a part of them keeps a rhythm and the rest comes by chance.

    due : contacts due this week in a perfect rhythm
    rate : contacts per week
    regularity : part that keeps the rhythm, 0 to 1

    Source: identity; the mean over weeks does not depend on regularity.
    """
    return regularity * due + (1.0 - regularity) * rate


@rule
def between(phase: float) -> float:
    """Phase of the reviews, between those of calls and of visits. Source: model assumption."""
    return 0.5 * phase + 0.5


@rule
def focused(attention: float, size_log: float, spread: float, focus: float) -> float:
    """Attention a partner gets when attention follows its size inside the segment; the mean stays.

    attention : of the segment
    size_log : logarithm of the partner's yearly wins against the mean of its segment
    spread : standard deviation of that logarithm in the segment
    focus : 0 treats all alike, 1 follows size, more favours the largest

    Source: mean of a power of a lognormal (closed form).
    """
    return attention * exp(focus * size_log - 0.5 * focus * (focus - 1.0) * spread * spread)


@rule
def attendance_chance(
    reach: float, attention: float, focus: float, fee: float, fee_effect: float, willing: float
) -> float:
    """Chance that a partner takes part in an occasion, 0 to 1.

    reach : chance of a partner with attention 1 when nothing is charged
    attention : the partner's
    focus : how far invitations follow attention; 0 invites all alike
    fee : what the partner pays, ¤
    fee_effect : fall of the log chance per ¤
    willing : 1 when the partner sells for us, less while it drifts away, 0 silent

    Source: assumption.
    """
    safe = attention if attention > 1e-6 else 1e-6
    chance = reach * exp(focus * log(safe) - fee_effect * fee)
    return willing * (chance if chance < 1.0 else 1.0)


@rule
def goodwill_of_conference(relations_share: float, fee: float, gain: float, fee_loss: float) -> float:
    """Trust gained by taking part in a conference; none where it is run to make money.

    relations_share : time for talks instead of presentations, 0 to 1
    fee : what the partner pays, ¤
    gain : trust gained when all time is for talks and nothing is charged
    fee_loss : trust lost per ¤ of fee

    Source: assumption (practitioners on conferences that became a business).
    """
    felt = gain * relations_share - fee_loss * fee
    return felt if felt > 0.0 else 0.0


@rule
def repetition_factor(times: float, usual_times: float, saving: float, lowest_share: float) -> float:
    """Cost of one contact of a kind, against the usual: routine makes it cheaper, down to a floor.

    times : contacts of the kind in a year, >= 0
    usual_times : as many as at the usual cost, > 0
    saving : exponent of the fall with repetition, >= 0
    lowest_share : floor, 0 to 1

    Source: assumption (floor one half); never dearer than usual.
    """
    ratio = times / usual_times
    factor = exp(-saving * log(ratio if ratio > 1.0 else 1.0))
    return factor if factor > lowest_share else lowest_share


@rule
def cost_of_attending(attending: float, cost: float, fee: float) -> float:
    """What an occasion costs the vendor, ¤; below 0 when fees exceed the cost.

    attending : partners that take part
    cost, fee : ¤ per partner: spent on it, and paid by it

    Source: identity.
    """
    return attending * (cost - fee)


@rule
def problem_chance(deals_per_week: float, per_deal: float) -> float:
    """Chance that a customer of the partner has a problem this week, 0 to 1.

    deals_per_week : won by the partner at the reference
    per_deal : problems per deal

    Source: Poisson; the rate is an assumption.
    """
    return 1.0 - exp(-deals_per_week * per_deal)


@rule
def help_quality(answer_hours: float, patience_hours: float) -> float:
    """How much an answer is worth that comes after so many hours, 1 at once, 0 never.

    answer_hours : until the vendor answers
    patience_hours : hours after which an answer is worth 1/e

    Source: assumption.
    """
    return exp(-answer_hours / patience_hours)


@rule
def hours_under_load(answer_hours: float, usual_reliability: float, reliability: float) -> float:
    """Hours until an answer when the team is as busy as it is: what it skips elsewhere it puts off here.

    answer_hours : at a comfortable load
    usual_reliability : chance that a planned contact takes place without pressure, > 0
    reliability : the same under this load, > 0

    Source: assumption.
    """
    return answer_hours * usual_reliability / reliability if reliability < usual_reliability else answer_hours


@rule
def novelty(times: float, worth_telling: float) -> float:
    """What one of several occasions in a year still has to tell, 1 for the very first.

    times : occasions of the kind in a year
    worth_telling : news of a year

    Source: assumption (there is only so much to tell).
    """
    return worth_telling / (worth_telling + times)


@rule
def chief_cost(cost: float, times: float, usual_times: float) -> float:
    """Cost of a round table with the chief executive, ¤: the more, the dearer each.

    cost : ¤ of the first
    times, usual_times : in a year, and at which one costs twice as much

    Source: prototype (a chief's hours cost in proportion to their square).
    """
    return cost * (1.0 + times / usual_times)


@rule
def helped(problem: float, help_level: float, gain: float) -> float:
    """Trust gained by help with customers' problems.

    problem : ``problem_chance``
    help_level : ``help_quality``
    gain : trust per problem that is solved at once

    Source: assumption.
    """
    return problem * help_level * gain


@rule
def let_down(problem: float, help_level: float, cost: float) -> float:
    """Trust lost by answers that come late; arguments as in ``helped``, with the loss of no answer as cost.

    Source: assumption.
    """
    return problem * (1.0 - help_level) * cost


@rule
def answer_points(answer_hours: float, free_hours: float, points_per_hour: float) -> float:
    """Change of the win chance through slow answers, <= 0.

    answer_hours : until the vendor answers
    free_hours : hours that no customer minds
    points_per_hour : win chance lost per further hour

    Source: industry-priors (half a point per day beyond the first).
    """
    late = answer_hours - free_hours if answer_hours > free_hours else 0.0
    return -points_per_hour * late


@rule
def desk_cost(cost: float, answer_hours: float, usual_hours: float) -> float:
    """Cost of a desk that answers within so many hours, ¤ per year: half the time costs 1.4 times as much.

    cost : ¤ per year at the usual hours
    answer_hours, usual_hours : hours until the answer, > 0

    Source: assumption (square root of staffing).
    """
    return cost * sqrt(usual_hours / answer_hours)


@rule
def automated_quality(quality_factor: float, automation: float, loss: float) -> float:
    """Quality of personal contact where routine is automated.

    quality_factor : without it
    automation : part of the routine that runs by itself, 0 to 1
    loss : quality lost when all of it does

    Source: prototype, assumption.
    """
    return quality_factor * (1.0 - loss * automation * automation)


@rule
def automated_reliability(chance: float, automation: float, lift: float) -> float:
    """Chance that a planned contact takes place where routine is automated, 0 to 1.

    chance : without it
    automation : part of the routine that runs by itself, 0 to 1
    lift : part of the missed contacts that full automation saves

    Source: prototype, assumption.
    """
    return chance + lift * automation * (1.0 - chance)


@rule
def more_taught(
    letters_and_calls: float,
    reviews: float,
    per_review: float,
    occasions: float,
    difficulty: float,
    fresh: float,
) -> float:
    """All that this week's contacts teach, as a share of the gap to the ceiling.

    letters_and_calls : ``contact.lesson``
    reviews : that took place
    per_review : share of the gap closed by each
    occasions : share of the gap closed by council, conference, event, press and briefing together
    difficulty : share lost because the programme is hard to explain, 0 to 1
    fresh : ``rhythm.fatigue_factor``

    Source: prototype, assumption.
    """
    return (letters_and_calls + (reviews * per_review + occasions) * (1.0 - difficulty)) * fresh


@rule
def more_bound(
    bond: float, reviews: float, per_review: float, quality_factor: float, occasions: float
) -> float:
    """Personal bond after reviews and occasions as well, 0 to 1.

    bond : after calls and visits
    reviews : that took place
    per_review : share of the gap to 1 closed by each, at quality 1
    quality_factor : ``contact.quality`` of this partner's manager
    occasions : share of the gap closed by council, conference, event and round table together

    Source: prototype, assumption.
    """
    gain = reviews * per_review * quality_factor + occasions
    return bond + (gain if gain < 1.0 else 1.0) * (1.0 - bond)
