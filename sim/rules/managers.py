"""Partner managers as persons: who leaves, who is hired, what they know, how much routine they keep."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, inverse_normal, log


@rule
def vacant_after(vacant_weeks: float, leaves: float, hiring_weeks: float) -> float:
    """Weeks for which a desk stays empty, after this week.

    vacant_weeks : before
    leaves : 1 if its manager leaves this week
    hiring_weeks : until the next one starts

    Source: identity.
    """
    if vacant_weeks > 0.0:
        return vacant_weeks - 1.0 if vacant_weeks > 1.0 else 0.0
    return hiring_weeks if leaves > 0.5 else 0.0


@rule
def goes(u: float, chance: float, vacant_weeks: float) -> float:
    """1 if somebody sits at the desk and leaves this week. u : uniform number. Source: identity."""
    return 1.0 if vacant_weeks <= 0.0 and u < chance else 0.0


@rule
def of_hired(business: float, usual: float, consultant: float) -> float:
    """The number that belongs to the kind of people who are hired.

    business : 1 if consultants of partners' business are, 0 if people as ever
    usual, consultant : the number of each kind

    Source: lever organisation.hires.
    """
    return consultant if business > 0.5 else usual


@rule
def tenure_after(weeks: float, vacant_weeks: float) -> float:
    """Weeks that the manager has been at this desk, after this week. Source: identity."""
    return 0.0 if vacant_weeks > 0.0 else weeks + 1.0


@rule
def begins(vacant_before: float, leaves: float, vacant_weeks: float) -> float:
    """1 in the week in which somebody new starts.

    vacant_before, vacant_weeks : ``vacant_after``, of last week and of this one
    leaves : 1 if a manager leaves this week

    Source: identity.
    """
    was_empty = vacant_before > 0.0 or leaves > 0.5
    return 1.0 if was_empty and vacant_weeks <= 0.0 else 0.0


@rule
def taught_after(taught: float, share: float, most: float, half_weeks: float) -> float:
    """Skill from seminars, after this week: it comes and goes at the same speed.

    taught : before
    share : part of managers who are sent
    most : skill of somebody who is sent again and again
    half_weeks : time in which half of it is forgotten, or learned

    Source: prototype, assumption (seminars seldom last).
    """
    keep = exp(log(0.5) / half_weeks)
    return taught * keep + (1.0 - keep) * share * most


@rule
def skill_of(
    learned: float, taught: float, certified: float, floor: float, tenure: float, ready: float
) -> float:
    """Business skill of a manager above the usual.

    learned, taught : by coaching or brought along; by seminars
    certified : part of managers who must hold a certificate
    floor : skill that a certificate stands for
    tenure, ready : weeks at the desk, and weeks until the examination

    Source: prototype, assumption.
    """
    skill = learned + taught
    least = certified * floor if tenure >= ready else 0.0
    return skill if skill > least else least


@rule
def settled(tenure: float, weeks: float, at_first: float) -> float:
    """Work of somebody new, against the same person later, up to 1.

    tenure : weeks at the desk
    weeks : until nothing is lacking
    at_first : in the first week

    Source: industry-priors (ramp of a partner manager).
    """
    done = tenure / weeks
    return at_first + (1.0 - at_first) * done if done < 1.0 else 1.0


@rule
def at_desk(vacant_weeks: float, work: float, covered: float) -> float:
    """Quality of contact at a desk: of its manager, or of colleagues while it is empty.

    vacant_weeks : ``vacant_after``
    work : quality of its manager, 1 for a usual one
    covered : quality of colleagues who look after it

    Source: assumption.
    """
    return covered if vacant_weeks > 0.0 else work


@rule
def discipline(u: float, spread_sd: float, present: float) -> float:
    """How much of the routine a manager keeps, against the team, around 1.

    u : uniform number of the person
    spread_sd : between managers
    present : how much of the vendor's inner life takes place, 0 to 1

    Source: assumption; lognormal, mean 1.
    """
    sd = spread_sd * present
    return exp(sd * inverse_normal(u) - 0.5 * sd * sd)


@rule
def routine(reliable: float, keeps: float, initiative: float, loss: float) -> float:
    """Chance that a planned contact takes place with this manager, 0 to 1.

    reliable : of the team under its load
    keeps : ``discipline``
    initiative : time for new ideas, 0 to 1
    loss : share of contacts that full initiative leaves out

    Source: assumption (creative but never at the price of the routine).
    """
    chance = reliable * keeps * (1.0 - loss * initiative)
    return chance if chance < 1.0 else 1.0


@rule
def newness(initiative: float, lift: float, weeks_in_force: float, half_weeks: float) -> float:
    """Quality of contact from what is new about it, 1 once it is not.

    initiative : time for new ideas, 0 to 1
    lift : largest lift
    weeks_in_force : since the programme holds
    half_weeks : time in which half of it wears off

    Source: assumption (novelty adds 3 % at most and is gone after two repeats).
    """
    return 1.0 + lift * initiative * exp(weeks_in_force * log(0.5) / half_weeks)


@rule
def own_time(helper_share: float, skill: float, most: float) -> float:
    """Part of managers' time that is left for partners.

    helper_share : time spent on doing customers' technical work for partners, 0 to 1
    skill, most : business skill of the team, and where nobody helps that way any more

    Source: assumption.
    """
    missing = 1.0 - skill / most
    return 1.0 - helper_share * (missing if missing > 0.0 else 0.0)
