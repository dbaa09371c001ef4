"""What a change of programme itself does: notice, old terms kept for a while, rumours, reversal."""

from sim.kernel.compile import rule


@rule
def terms_worth(
    kept: float, front: float, plan_rate: float, rewards_rate: float, perception: float, discount: float
) -> float:
    """What a programme is worth to a partner at first sight, ¤ per ¤ of list.

    kept : front margin kept
    front : front discount
    plan_rate : rebate at attainment 1, share of net purchases
    rewards_rate : payments that come with the deal, share of net purchases
    perception : how much of later pay counts
    discount : present value of 1 ¤ of the rebate

    Source: model assumption.
    """
    return kept + (1.0 - front) * perception * (discount * plan_rate + rewards_rate)


@rule
def felt_share(old: float, new: float, whole: float) -> float:
    """How much a partner feels a change of its terms, 0 to 1; a change for the better hurts nobody.

    old, new : ``terms_worth`` before and after
    whole : part of the old worth whose loss is felt in full, > 0

    Source: assumption.
    """
    scale = whole * (old if old > 1e-6 else 1e-6)
    felt = (old - new) / scale
    felt = felt if felt > 0.0 else 0.0
    return felt if felt < 1.0 else 1.0


@rule
def rules_felt(overlap_share: float, old_factor: float, new_factor: float, whole: float) -> float:
    """How much a partner feels that direct sales are let loose, 0 to 1.

    overlap_share : partner's accounts that direct sales cover
    old_factor, new_factor : factor on incidents before and after
    whole : covered factor whose rise is felt in full

    Source: assumption.
    """
    felt = overlap_share * (new_factor - old_factor) / whole
    felt = felt if felt > 0.0 else 0.0
    return felt if felt < 1.0 else 1.0


@rule
def pain_of_notice(
    notice_weeks: float, short_weeks: float, more_weeks: float, sudden: float, announced: float
) -> float:
    """Trust lost by a change for the worse that is felt in full, by how early it was announced.

    notice_weeks : between announcement and effect
    short_weeks : notice up to which it counts as sudden
    more_weeks : notice beyond that from which it counts as well announced, > 0
    sudden, announced : trust lost in these two cases

    Source: industry-priors (.15 below 60 days, .04 from 180 days).
    """
    position = (notice_weeks - short_weeks) / more_weeks
    position = position if position > 0.0 else 0.0
    return sudden + (announced - sudden) * (position if position < 1.0 else 1.0)


@rule
def pain(terms: float, rules: float, trust_lost: float, softened: float) -> float:
    """Trust lost by one announced change, before it is scaled by the level of trust.

    terms, rules : ``felt_share`` and ``rules_felt``; together they count once at most
    trust_lost : ``pain_of_notice``
    softened : part taken away by those who spoke with partners before

    Source: prototype, assumption.
    """
    both = terms + rules
    return (both if both < 1.0 else 1.0) * trust_lost * (1.0 - softened)


@rule
def softened(councils_per_year: float, enough_per_year: float, most_share: float) -> float:
    """Part of the surprise of a change that a council of partners takes away, 0 to 1.

    councils_per_year : meetings
    enough_per_year : from which more do not help
    most_share : part taken away then

    Source: industry-priors (a council halves the damage of surprises).
    """
    ratio = councils_per_year / enough_per_year
    return most_share * (ratio if ratio < 1.0 else 1.0)


@rule
def leaked_pain(trust_lost: float, leaked: float, heard_share: float) -> float:
    """Trust lost when a change is known by hearsay before it is announced.

    trust_lost : what a sudden announcement would cost
    leaked : 1 when it leaks
    heard_share : part of that which the rumour costs on top

    Source: assumption (rumoured changes were withdrawn within a week).
    """
    return trust_lost * leaked * heard_share


@rule
def after_reversal(hurt_of_change: float, healed_share: float, weeks: float, window_weeks: float) -> float:
    """Hurt that one announced change leaves when it is taken back; other hurt is not touched.

    hurt_of_change : hurt of this change
    healed_share : part that a quick reversal heals
    weeks : between announcement and reversal
    window_weeks : up to which a reversal counts as quick

    Source: industry-priors (a reversal within a month restores 80 %).
    """
    return hurt_of_change * (1.0 - healed_share) if weeks <= window_weeks else hurt_of_change


@rule
def unlearned(understanding: float, changed_share: float) -> float:
    """Understanding on the first day of a new programme.

    understanding : of the old one, 0 to 1
    changed_share : part of the programme that is new, 0 to 1

    Source: prototype, assumption.
    """
    return understanding * (1.0 - changed_share)


@rule
def grandfathered(old: float, new: float, protected: float) -> float:
    """Discount of a partner while old terms are kept for those who would lose.

    old, new : discount before and after
    protected : 1 while old terms are kept

    Source: lever transition.grandfathering_weeks.
    """
    return old if protected > 0.5 and old > new else new


@rule
def stays_enrolled(protected_tier: float, tier: float, ended_below: float, selling: float) -> float:
    """1 when a partner keeps its contract, 0 when the vendor ends it.

    protected_tier : 1 when only those who do not sell are ended
    tier : held, 0 to 3
    ended_below : contracts of lower tiers are ended; 0 ends none
    selling : 1 when it sells for us

    Source: lever transition.ends.
    """
    low = tier < ended_below
    spared = protected_tier > 0.5 and selling > 0.5
    return 0.0 if low and not spared else 1.0


@rule
def silence_when_invited(weeks_silent: float, invites: float) -> float:
    """Weeks of silence as they count on the day of the change: asking back starts them anew.

    weeks_silent : since the partner stopped, 0 for those who sell
    invites : 1 when silent partners are asked back

    Source: assumption; Iowa retail panel (the chance of return falls with the weeks since the last contact).
    """
    return 1.0 if invites > 0.5 and weeks_silent > 1.0 else weeks_silent


@rule
def accepts(u: float, trust: float, reference: float, accepted_share: float) -> float:
    """1 when a partner whose contract was ended signs again, else 0.

    u : uniform number of the partner
    trust, reference : its trust, and the usual one
    accepted_share : of partners with the usual trust

    Source: assumption.
    """
    return 1.0 if u * reference < accepted_share * trust else 0.0


@rule
def silence_when_enrolled(weeks_silent: float, accepted: float) -> float:
    """Weeks of silence of a partner that signs again: they start anew.

    Source: as ``silence_when_invited``.
    """
    return 1.0 if accepted > 0.5 else weeks_silent


@rule
def hours_of_invitations(silent: float, hours: float, invites: float) -> float:
    """Hours of partner managers in the week of the change.

    silent : partners that do not sell, or those whose contract was ended
    hours : for each
    invites : 1 when they are asked back

    Source: identity.
    """
    return silent * hours * invites
