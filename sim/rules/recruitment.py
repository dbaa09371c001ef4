"""Partners that join and that leave: prospects signed, beginners that start to sell or never do, exits."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, inverse_normal


@rule
def of_four(kind: float, in_house: float, hunters: float, outsourced: float, on_the_job: float) -> float:
    """The number that belongs to the way of recruiting.

    kind : 0 in-house, 1 hunters, 2 outsourced, 3 on the job
    in_house, hunters, outsourced, on_the_job : the number under each way

    Source: lever recruitment.way.
    """
    low = hunters if kind > 0.5 else in_house
    high = on_the_job if kind > 2.5 else outsourced
    return high if kind > 1.5 else low


@rule
def ramp(at_first: float, weeks_in_force: float, idle_weeks: float, ramp_weeks: float) -> float:
    """How much a way of recruiting brings so long after it was begun, 1 once it is settled.

    at_first : in the first week
    weeks_in_force : since the programme holds
    idle_weeks, ramp_weeks : until anything grows, and until it has grown, > 0

    Source: assumption (hunters are hired, then learn; managers learn while they work).
    """
    done = (weeks_in_force - idle_weeks) / ramp_weeks
    done = done if done < 1.0 else 1.0
    return at_first + (1.0 - at_first) * (done if done > 0.0 else 0.0)


@rule
def signing_chance(rate_per_week: float, pace: float, ramp_share: float, skill_factor: float) -> float:
    """Chance that a prospect signs this week, 0 to 1.

    rate_per_week : at which those who sign replace those who leave
    pace : lever recruitment.pace
    ramp_share : ``ramp``
    skill_factor : quality of those who pitch, 1 at the usual

    Source: assumption (a finite pool of prospects, each met equally often).
    """
    return 1.0 - exp(-rate_per_week * pace * ramp_share * skill_factor)


@rule
def pitch_factor(business: float, skill_factor: float, lift: float, even: float) -> float:
    """How much likelier prospects sign who hear this, 1 for a pitch about the product, >= 0.

    business : 1 for a pitch about the prospect's own business
    skill_factor : quality of those who pitch, 1 at the usual
    lift : what a unit of quality adds to such a pitch
    even : quality at which both bring as much

    Source: assumption (recruiting at the level of chief executives).
    """
    factor = 1.0 + lift * (skill_factor - even)
    worth = factor if factor > 0.0 else 0.0
    return worth if business > 0.5 else 1.0


@rule
def experience_factor(spent: float, half: float, lift: float) -> float:
    """How much likelier prospects sign for what it feels like to be a partner, >= 1.

    spent : ¤ per year
    half : spending that brings half of the lift
    lift : of endless spending

    Source: assumption.
    """
    return 1.0 + lift * spent / (spent + half)


@rule
def ease(u_able: float, u: float, able_share: float, log_sd: float, way_factor: float) -> float:
    """How easily a firm that has just signed starts to sell: 0 when it never can, else 1 in the middle.

    u_able, u : uniform numbers of the firm
    able_share : firms that can sell at all
    log_sd : spread between those
    way_factor : of the way of recruiting

    Source: prototype (half of the signed can never sell), assumption.
    """
    return way_factor * exp(log_sd * inverse_normal(u)) if u_able < able_share else 0.0


@rule
def activation_chance(
    rate_per_week: float,
    ease_of_start: float,
    since_weeks: float,
    fresh_weeks: float,
    late_factor: float,
    understanding: float,
    care: float,
) -> float:
    """Chance that a beginner starts to sell this week, 0 to 1.

    rate_per_week : of a firm of middling ease that understands the programme
    ease_of_start : ``ease``
    since_weeks : since it signed
    fresh_weeks, late_factor : weeks of first zeal, and what is left of it afterwards
    understanding : of the programme, 0 to 1
    care : ``onboarding_factor``

    Source: industry priors (90-day activation 25 to 35 % without onboarding); shape is an assumption.
    """
    zeal = late_factor if since_weeks > fresh_weeks else 1.0
    return 1.0 - exp(-rate_per_week * ease_of_start * zeal * understanding * care)


@rule
def in_first_zeal(since_weeks: float, fresh_weeks: float) -> float:
    """1 in the weeks of first zeal after signing, 0 afterwards. Source: identity."""
    return 0.0 if since_weeks > fresh_weeks else 1.0


@rule
def people_for(signatures_per_year: float) -> float:
    """People who recruit, for each signature in a year. Source: identity."""
    return 1.0 / signatures_per_year


@rule
def onboarding_factor(hours: float, half_hours: float, lift: float) -> float:
    """How much likelier a beginner starts that is taken by the hand.

    hours : of partner managers, in each week of first zeal
    half_hours : hours that bring half of the lift
    lift : lift of endless care

    Source: assumption.
    """
    return 1.0 + lift * hours / (hours + half_hours)


@rule
def exit_chance(rate_per_week: float, factor: float, trust_above: float, trust_effect: float) -> float:
    """Chance that a partner leaves the programme this week of its own will, 0 to 1.

    rate_per_week : at the usual trust
    factor : lower for partners that sell, higher for silent ones
    trust_above : trust above the usual
    trust_effect : fall of the log hazard per unit of it

    Source: channelbuzz-2013 (exits by segment); dependence on trust is a prototype assumption.
    """
    return 1.0 - exp(-rate_per_week * factor * exp(-trust_effect * trust_above))


@rule
def weekly_exit(rate_per_week: float) -> float:
    """Chance that a beginner gives up this week; constant hazard. Source: prototype, assumption."""
    return 1.0 - exp(-rate_per_week)


@rule
def one_more_week(since_weeks: float, enrolled: float) -> float:
    """Weeks since signing after this one. Source: identity."""
    return since_weeks + 1.0 if enrolled > 0.5 else 0.0


@rule
def early_orders(orders: float, won: float, since_weeks: float, window_weeks: float) -> float:
    """Deals won within the first weeks after signing.

    orders : until last week
    won : this week
    since_weeks, window_weeks : since signing, and how long counts as early

    Source: identity.
    """
    return orders + won if since_weeks <= window_weeks else orders


@rule
def second_order(before: float, after: float) -> float:
    """1 in the week in which the second early order comes; orders before and after. Source: identity."""
    return 1.0 if before < 2.0 <= after else 0.0


@rule
def hours_to_sign(hours: float, way_factor: float, skill_factor: float) -> float:
    """Hours of partner managers for each signature.

    hours : by usual people
    way_factor : of the way of recruiting, 0 where others do it
    skill_factor : quality of those who pitch, 1 at the usual

    Source: prototype (50 manager-hours per signature).
    """
    return hours * way_factor / (skill_factor if skill_factor > 1e-6 else 1e-6)
