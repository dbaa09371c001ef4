"""When the vendor's own sellers meet a partner on a deal, and what the rules of engagement change."""

from math import sqrt

from sim.kernel.compile import rule
from sim.kernel.vmath import exp


@rule
def in_force(enforcement_share: float, clarity_share: float) -> float:
    """How far a written rule of engagement holds, 0 to 1.

    enforcement_share : breaches that have consequences
    clarity_share : how clearly the rule is written and known

    Source: prototype, assumption.
    """
    return enforcement_share * sqrt(clarity_share)


@rule
def blended(without: float, with_rule: float, force: float) -> float:
    """A number of the rule of engagement, blended with the one that holds without rules.

    without, with_rule : the number without a rule and under the perfectly kept rule
    force : ``in_force``

    Source: prototype, assumption.
    """
    return without + (with_rule - without) * force


@rule
def size_factor(value: float, threshold: float, below: float, above: float) -> float:
    """Incident factor of a deal under a rule that may depend on its size.

    value, threshold : ¤ list; threshold 0 for rules without one
    below, above : incident factor of smaller and of larger deals

    Source: prototype, assumption.
    """
    return above if value >= threshold else below


@rule
def incident_chance(overlap_share: float, coverage: float, base_chance: float, factor: float) -> float:
    """Chance that direct sales work on the customer of this deal, 0 to 1.

    overlap_share : partner's accounts that direct sales cover at coverage 1
    coverage : size of the direct team relative to the market's
    base_chance : incidents per covered opportunity without any rule
    factor : of the rule of engagement and of the registration

    Source: CF16; incident rates are assumptions checked against lost deals per year in surveys.
    """
    covered = overlap_share * coverage
    return (covered if covered < 1.0 else 1.0) * base_chance * factor


@rule
def breach_factor(registered: float, breach_share: float, enforcement_share: float) -> float:
    """Factor for a registered deal: direct sales touch it only by breaking the protection.

    registered : 1 when registered, else 0
    breach_share : breaches per incident without enforcement
    enforcement_share : 0 to 1

    Source: prototype, assumption.
    """
    return breach_share * (1.0 - enforcement_share) if registered > 0.5 else 1.0


@rule
def registration_chance(
    understanding: float,
    trust: float,
    ease: float,
    approval_hours: float,
    free_hours: float,
    hours_cost: float,
    approval_share: float,
) -> float:
    """Chance that a partner registers a deal and gets it approved, 0 to 1.

    understanding, trust : 0 to 1
    ease : willingness of a partner with full understanding and trust
    approval_hours : hours until the answer
    free_hours, hours_cost : hours that nobody minds, and loss of willingness per hour beyond
    approval_share : approved at first pass

    Source: prototype; 40 % of qualified deals are never registered (industry).
    """
    wait = approval_hours - free_hours if approval_hours > free_hours else 0.0
    patience = 1.0 - hours_cost * wait
    asked = ease * sqrt(understanding * trust) * (patience if patience > 0.0 else 0.0)
    return (asked if asked < 1.0 else 1.0) * approval_share


@rule
def still_protected(protection_weeks: float, cycle_weeks: float) -> float:
    """Chance that a deal is decided before its protection ends, 0 to 1.

    protection_weeks : 0 when it lasts until the decision
    cycle_weeks : mean time from opportunity to decision, in two equal stages of random length

    Source: Erlang distribution (closed form).
    """
    rate = 2.0 * protection_weeks / cycle_weeks
    return 1.0 - exp(-rate) * (1.0 + rate) if protection_weeks > 0.0 else 1.0


@rule
def wrong_approval(
    approval_hours: float,
    checking_hours: float,
    hurried_share: float,
    approval_share: float,
    deserved_share: float,
    lenient_share: float,
) -> float:
    """Chance that an approved registration is of a deal that another partner has registered, 0 to 1.

    approval_hours, checking_hours : until the answer, and as many as a proper check takes
    hurried_share : errors of an answer that is given at once
    approval_share, deserved_share : approved, and deserving it
    lenient_share : errors among approvals beyond those deserved

    Source: assumption.
    """
    hurry = 1.0 - approval_hours / checking_hours if approval_hours < checking_hours else 0.0
    beyond = 1.0 - deserved_share / approval_share if approval_share > deserved_share else 0.0
    return 1.0 - (1.0 - hurried_share * hurry) * (1.0 - lenient_share * beyond)


@rule
def quarrels(u: float, wrong_chance: float, registered: float, incident: float) -> float:
    """1 when two partners hold an approval for this deal, which direct sales leave alone; else 0.

    u : uniform number that belongs to the deal
    wrong_chance : ``wrong_approval``
    registered, incident : 1 or 0

    Source: identity.
    """
    return 1.0 if u < wrong_chance and registered > 0.5 and incident < 0.5 else 0.0


@rule
def registers(u: float, chance: float, value: float, minimum: float) -> float:
    """1 when this deal is registered, else 0.

    u : uniform number that belongs to the deal
    chance : ``registration_chance``
    value, minimum : deal and smallest deal that can be registered, ¤ list

    Source: identity.
    """
    return 1.0 if u < chance and value >= minimum else 0.0


@rule
def fairness_amplifier(unfairness: float, base: float, slope: float, most: float) -> float:
    """How strongly a conflict is felt: little by those who feel fairly treated.

    unfairness : felt unfairness, 0 to 1
    base, slope : amplifier at 0 and its rise
    most : upper bound

    Source: Samaha, Palmatier and Dant 2011 (interaction); sizes are assumptions.
    """
    felt = base + slope * unfairness
    return felt if felt < most else most


@rule
def belief_after(
    belief: float,
    deals: float,
    bad: float,
    mild: float,
    learning: float,
    loss_weight: float,
    mild_weight: float,
    fading: float,
) -> float:
    """Believed conflict per opportunity after this week's deals, 0 to 1.

    belief : before
    deals : deals decided
    bad : deals lost to direct sales or protections broken
    mild : incidents that ended well
    learning : weight of one deal
    loss_weight, mild_weight : how much more a loss is remembered, and how much less a mild incident
    fading : weekly fading

    Source: prototype, assumption (learning per opportunity).
    """
    clean = deals - bad if deals > bad else 0.0
    shock = learning * loss_weight * (bad + mild_weight * mild) * (1.0 - belief)
    after = belief + shock - learning * clean * belief - fading * belief
    after = after if after < 1.0 else 1.0
    return after if after > 0.0 else 0.0


@rule
def trust_loss(
    lost: float,
    other: float,
    breaches: float,
    amplifier: float,
    lost_cost: float,
    other_cost: float,
    breach_cost: float,
    breach_felt_share: float,
) -> float:
    """Trust lost by this week's conflict, before it is scaled by the level of trust.

    lost, other, breaches : deals taken, incidents that ended well, protections broken
    amplifier : ``fairness_amplifier``
    lost_cost, other_cost, breach_cost : trust per event
    breach_felt_share : part of a breach's cost that depends on felt fairness

    Source: industry priors (0.08 per conflict, 0.15 per broken registration).
    """
    felt = 1.0 + breach_felt_share * (amplifier - 1.0)
    return (lost_cost * lost + other_cost * other) * amplifier + breach_cost * breaches * felt


@rule
def is_taken(u: float, lose_chance: float, incident: float) -> float:
    """1 when direct sales take the deal in an incident, else 0. Source: identity."""
    return 1.0 if u < lose_chance and incident > 0.5 else 0.0


@rule
def price_lost(value: float, won: float, incident: float, cut_share: float) -> float:
    """Price given up on a deal won against direct sales, ¤ list.

    value : ¤ list
    won, incident : 1 or 0
    cut_share : price cut

    Source: prototype, assumption.
    """
    return value * cut_share if won > 0.5 and incident > 0.5 else 0.0


@rule
def when_offered(chance: float, offered: float) -> float:
    """Chance to register, 0 when the programme has no registration. Source: identity."""
    return chance if offered > 0.5 else 0.0


@rule
def both_factors(size: float, protection: float) -> float:
    """Incident factor of the deal's size and of its registration together. Source: independent reasons."""
    return size * protection


@rule
def without_loss(incidents: float, taken: float) -> float:
    """Incidents in which the partner kept the deal or lost it to a rival. Source: identity."""
    return incidents - taken
