"""The vendor's own sellers: seven rules of engagement, their pay, one head or two, and what it costs."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp


@rule
def of_seven(
    kind: float,
    first_come: float,
    named: float,
    threshold: float,
    indirect: float,
    deck: float,
    choice: float,
    desk: float,
) -> float:
    """The number that belongs to the programme's rule of engagement.

    kind : 0 first come, 1 named accounts, 2 size threshold, 3 all indirect, 4 hard deck, 5 customer's choice
        with a way to complain, 6 two strikes with a neutral desk
    first_come, named, threshold, indirect, deck, choice, desk : the number under each rule

    Source: lever direct.rule; all seven have been seen in practice (hp-hard-deck-2001 and others).
    """
    low = named if kind > 0.5 else first_come
    middle = indirect if kind > 2.5 else threshold
    high = choice if kind > 4.5 else deck
    lower = middle if kind > 1.5 else low
    upper = desk if kind > 5.5 else high
    return upper if kind > 3.5 else lower


@rule
def of_pay(kind: float, neutral: float, accelerator: float, gate: float, against: float) -> float:
    """The number that belongs to the way direct sellers are paid for deals through partners.

    kind : 0 neutral, 1 accelerator, 2 quota gate, 3 discriminating
    neutral, accelerator, gate, against : the number under each

    Source: lever direct.pay.
    """
    lower = accelerator if kind > 0.5 else neutral
    upper = against if kind > 2.5 else gate
    return upper if kind > 1.5 else lower


@rule
def improving(at_first: float, at_last: float, weeks_in_force: float, settling_weeks: float) -> float:
    """A number of a rule that only works once people have seen it work.

    at_first, at_last : in the first week, and after a long time
    weeks_in_force : since the rule holds
    settling_weeks : how fast the first turns into the second

    Source: prototype, assumption (the two-strike desk improves).
    """
    return at_last + (at_first - at_last) * exp(-weeks_in_force / settling_weeks)


@rule
def under_one_head(one_head: float, with_one: float) -> float:
    """Factor of a single head for direct and channel; 1 under two.

    one_head : 1 for one head, else 0
    with_one : the factor under one

    Source: prototype, assumption.
    """
    return with_one if one_head > 0.5 else 1.0


@rule
def all_factors(engagement: float, pay: float, head: float) -> float:
    """Factor on incidents of rule, pay and head together.

    engagement, pay, head : the factor of each

    Source: independent reasons.
    """
    return engagement * pay * head


@rule
def direct_held_back(enforcement_share: float, force: float, loss_share: float, head_factor: float) -> float:
    """Direct sales left where breaches have consequences and one head weighs both sides, against without.

    enforcement_share : breaches with consequences; sellers who are dismissed must be replaced
    force : ``conflict.in_force``; a rule that does not hold catches nobody
    loss_share : direct sales lost at full enforcement
    head_factor : ``under_one_head`` on direct sales

    Source: prototype, assumption.
    """
    return (1.0 - loss_share * enforcement_share * force) * head_factor


@rule
def cost_of_clarity(cost: float, clarity_share: float) -> float:
    """What it costs to write and teach a rule so that it decides so many cases, ¤ per year.

    cost : ¤ per year for a rule that decides all
    clarity_share : cases it decides without argument, 0 to 1

    Source: assumption (the last cases cost most).
    """
    return cost * clarity_share * clarity_share


@rule
def cost_of_pay(share: float, channel_net: float) -> float:
    """What the way of paying direct sellers costs, ¤; below 0 where it saves.

    share : of channel net revenue
    channel_net : ¤

    Source: prototype, assumption.
    """
    return share * channel_net


@rule
def asked_chance(chance: float, approval_share: float) -> float:
    """Chance that a partner asks for the protection of a deal, from the chance that it gets it.

    chance : ``conflict.registration_chance``
    approval_share : approved at first pass, > 0

    Source: identity.
    """
    return chance / (approval_share if approval_share > 1e-6 else 1e-6)


@rule
def refusal_loss(refusals: float, felt_share: float, cost: float) -> float:
    """Trust lost by refusals.

    refusals : this week
    felt_share : part that the partner holds for wrong
    cost : trust per such refusal

    Source: industry-priors (a quarter refused, of these a quarter because direct owns the account).
    """
    return refusals * felt_share * cost
