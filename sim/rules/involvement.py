"""How engaged a partner is, counted by sales and by the relation, and what it puts in and gets out."""

from sim.kernel.compile import rule


@rule
def transactional(bought: float) -> float:
    """1 when a partner bought anything within the last four quarters, else 0.

    bought : ¤ list within that time

    Source: the usual count of active partners.
    """
    return 1.0 if bought > 0.0 else 0.0


@rule
def relational(trust: float, bond: float, understanding: float, wish_met: float, bond_half: float) -> float:
    """Engagement in the relation, 0 to 1: mean of trust, bond, understanding and the wish for contact met.

    trust, bond, understanding : 0 to 1
    wish_met : 0 to 1
    bond_half : bond that counts as one half

    Source: assumption (engagement is communication); equal weights.
    """
    known = bond / (bond + bond_half)
    return 0.25 * (trust + known + understanding + wish_met)


@rule
def wish_met(received: float, wanted: float) -> float:
    """Contact received against a partner's own wish, 0 to 1; contact beyond it does not count.

    received, wanted : contacts per week, wanted > 0

    Source: identity.
    """
    ratio = received / wanted
    return ratio if ratio < 1.0 else 1.0


@rule
def alternative(effort: float, usual_share: float, margin: float, weekly_list: float) -> float:
    """What the same effort would have earned at the reference, ¤ a week.

    effort : share of selling capacity given to us
    usual_share : at the reference
    margin : at the reference, ¤ per ¤ of list
    weekly_list : sales per week at the reference, ¤ list

    Source: identity (the going wage of the partner's own sellers).
    """
    return effort / usual_share * margin * weekly_list
