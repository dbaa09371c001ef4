"""Inside the vendor: support, promises, spoiled weeks, incidents, managers, budgets."""

from sim.kernel.compile import rule
from sim.kernel.step import PER_YEAR
from sim.kernel.vmath import exp, log


@rule
def weekly_chance(per_year: float, turmoil: float) -> float:
    """Chance of an event within a week, 0 to 1.

    per_year : chance within a year, 0 to below 1
    turmoil : how much of the vendor's inner life takes place, 0 to 1

    Source: identity (constant hazard).
    """
    rate = -log(1.0 - per_year) * turmoil / PER_YEAR
    return 1.0 - exp(-rate)


@rule
def support_at_rest(usual: float, hours: float, half_hours: float) -> float:
    """Support that the chief executive returns to, 0 to 1.

    usual : without anybody speaking for the partners
    hours : of the channel chief inside the house, per week
    half_hours : hours that win half of what is missing

    Source: assumption.
    """
    return usual + (1.0 - usual) * hours / (hours + half_hours)


@rule
def shortfall(selling: float) -> float:
    """How far partners' selling stays behind the reference, share; 0 when it does not. Source: identity."""
    return 1.0 - selling if selling < 1.0 else 0.0


@rule
def support_gap_after(gap: float, speed: float, missing: float, answer: float, turmoil: float) -> float:
    """Distance of support from where it rests, after this week, 0 to 1: support is pro-cyclical.

    gap : before
    speed : share of the gap that closes in a week
    missing : ``shortfall``
    answer : support lost in a week per unit of shortfall
    turmoil : how much of the vendor's inner life takes place, 0 to 1

    Source: assumption.
    """
    after = gap * (1.0 - speed) + answer * missing * turmoil
    return after if after < 1.0 else 1.0


@rule
def review_gap(gap: float, missing: float, depth: float, turmoil: float) -> float:
    """The same after the yearly question why one sells through partners at all.

    gap, missing, turmoil : as in ``support_gap_after``
    depth : support lost per unit of shortfall

    Source: assumption.
    """
    after = gap + depth * missing * turmoil
    return after if after < 1.0 else 1.0


@rule
def support(rest: float, gap: float) -> float:
    """Support of the chief executive for the channel, 0 to 1. Source: identity."""
    return rest - gap if rest > gap else 0.0


@rule
def carried(support_level: float, low: float, full: float, least: float) -> float:
    """What contact and promises are worth under this support, against full support.

    support_level : 0 to 1
    low, full : support up to which least counts, and from which everything does
    least : factor below ``low``

    Source: assumption; below .3 support contact works at 30 % at most.
    """
    if support_level >= full:
        return 1.0
    if support_level <= low:
        return least
    return least + (1.0 - least) * (support_level - low) / (full - low)


@rule
def spoil_chance(
    chance: float, support_level: float, early: float, by_support: float, by_early: float
) -> float:
    """Chance that a department spoils an element of the programme this week, 0 to 1.

    chance : without support and without early involvement
    support_level : 0 to 1
    early : part of product launches in which the channel has a say from the start
    by_support, by_early : shares that full support and full involvement take away

    Source: prototype, assumption.
    """
    return chance * (1.0 - by_support * support_level) * (1.0 - by_early * early)


@rule
def spoiled_after(weeks: float, starts: float, lasts: float) -> float:
    """Weeks for which an element stays spoiled. weeks : before; starts : 1 if so. Source: identity."""
    if starts > 0.5:
        return lasts
    return weeks - 1.0 if weeks > 1.0 else 0.0


@rule
def is_spoiled(weeks: float) -> float:
    """1 while an element is spoiled, else 0. Source: identity."""
    return 1.0 if weeks > 0.0 else 0.0


@rule
def keeping_chance(
    base: float, hours: float, half_hours: float, support_level: float, by_support: float, most: float
) -> float:
    """Chance that a promise is kept, 0 to ``most``.

    base : without planning and without support
    hours : of planning for each promise
    half_hours : hours that halve the distance to certainty
    support_level : of the chief executive, 0 to 1
    by_support : share of the remaining distance that full support takes away
    most : nobody keeps more

    Source: prototype, assumption.
    """
    distance = (1.0 - base) * exp(hours * log(0.5) / half_hours) * (1.0 - by_support * support_level)
    chance = 1.0 - distance
    return chance if chance < most else most


@rule
def spoiled_chance(chance: float, spoiled: float, factor: float) -> float:
    """The same in a week in which departments work against it. Source: prototype, assumption."""
    return chance * factor if spoiled > 0.5 else chance


@rule
def is_kept(u: float, chance: float, due: float) -> float:
    """1 if a promise that is due is kept. u : uniform; due : promises due, 0 for none. Source: identity."""
    return due if u < chance else 0.0


@rule
def is_broken(u: float, chance: float, found: float, due: float) -> float:
    """1 if a promise is broken; one that cannot be kept is not given when that is found out first.

    u : uniform; chance : to keep it; due : promises due
    found : share of those that cannot be kept that checking first finds out

    Source: identity.
    """
    return due if u >= chance + (1.0 - chance) * found else 0.0


@rule
def promise_cost(hours: float, check_hours: float, checks: float) -> float:
    """Hours of the chief for one promise: planning, and finding out first. Source: identity."""
    return hours + check_hours * checks


@rule
def chief_time_cost(hours: float, per_hour: float, usual_hours: float) -> float:
    """Cost of the chief's time per week, ¤: the more of it is bound, the dearer what it is taken from.

    hours : bound per week
    per_hour : ¤
    usual_hours : at which an hour costs twice as much

    Source: assumption.
    """
    return hours * per_hour * (1.0 + hours / usual_hours)


@rule
def crisis_after(severity: float, strikes: float, size: float, half_weeks: float) -> float:
    """Share of the win rate that an incident costs, after this week.

    severity : before
    strikes : 1 if an incident happens this week
    size : what it costs at first
    half_weeks : time in which half of it is recovered

    Source: industry-priors.
    """
    if strikes > 0.5:
        return size
    return severity * exp(log(0.5) / half_weeks)


@rule
def hidden_after(hidden: float, strikes: float, admits: float, u: float, ends: float) -> float:
    """1 while an incident is denied and neither found out nor forgotten.

    hidden : before
    strikes, admits : 1 if an incident happens; if the vendor admits it
    u : uniform
    ends : chance in a week to be found out or forgotten

    Source: prototype, assumption.
    """
    if strikes > 0.5:
        return 0.0 if admits > 0.5 else 1.0
    return hidden if u >= ends else 0.0


@rule
def is_exposed(hidden: float, strikes: float, u: float, chance: float) -> float:
    """1 if a denied incident comes to light this week; arguments as in ``hidden_after``.

    Source: prototype, assumption.
    """
    return hidden if strikes < 0.5 and u < chance else 0.0


@rule
def reputation_deceived(reputation: float, deceived: float, lasting: float, selling: float) -> float:
    """Reputation after a deception came to light: this part stays.

    reputation : before, 0 to 1
    deceived : trust lost
    lasting : part of it that goes into reputation
    selling : 1 for those that sell for us

    Source: schweitzer-hershey-bradlow-2006 (sign).
    """
    after = reputation - deceived * lasting * selling
    return after if after > 0.0 else 0.0


@rule
def coached_skill(skill: float, coached: float, rate: float, most: float, erosion: float) -> float:
    """Business skill of partner managers above the usual, after this week.

    skill : before
    coached : part of managers in coaching, 0 to 1
    rate, most : weekly rate of learning and its end
    erosion : weekly loss

    Source: prototype, assumption.
    """
    return skill + rate * coached * (most - skill) - erosion * skill


@rule
def manager_factor(skill: float, lift: float, technical: float, loss: float, most: float) -> float:
    """Quality of contact with managers of this skill, 1 for usual ones.

    skill : ``coached_skill``; lift : quality per unit of it
    technical : part of managers who know technology and not the partner's business
    loss : quality that they lack until they are coached
    most : skill at which they lack nothing

    Source: assumption.
    """
    missing = 1.0 - skill / most
    return (1.0 + lift * skill) * (1.0 - technical * loss * (missing if missing > 0.0 else 0.0))


@rule
def leaving_chance(chance: float, care: float, keeps: float) -> float:
    """Chance within a week that a manager leaves.

    chance : without care; care : of the board, 0 to 1; keeps : share of departures that full care prevents

    Source: assumption.
    """
    return chance * (1.0 - keeps * care)


@rule
def bond_after_leaving(bond: float, leaves: float, keep: float) -> float:
    """Personal bond when the manager leaves. leaves : 1 or 0; keep : part that stays. Source: prototype."""
    return bond * keep if leaves > 0.5 else bond


@rule
def budget_cut_after(
    cut: float, owned: float, u: float, survives: float, turmoil: float, size: float
) -> float:
    """Part of the channel's marketing budget that is cut, after a yearly round.

    cut : before
    owned : 1 if marketing owns the budget and defends it
    u : uniform
    survives : chance to survive the round without an owner
    turmoil : how much of the vendor's inner life takes place, 0 to 1
    size : part of what is left that a cut takes

    Source: assumption.
    """
    if owned > 0.5:
        return 0.0
    return 1.0 - (1.0 - size) * (1.0 - cut) if u < turmoil * (1.0 - survives) else cut
