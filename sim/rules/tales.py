"""What partners hear from each other beside conflict: a leaked change, words kept and broken, favours.

Tales are trust lost or won, as the teller lost or won it; what is told on is ``rumour.told``.
"""

from sim.kernel.compile import rule


@rule
def of_leak(hurt: float, leaked: float) -> float:
    """What a partner tells of a change on the day it becomes known.

    hurt : trust it costs the teller
    leaked : 1 when the change was known as a rumour first; what is announced to all is no news

    Source: assumption.
    """
    return hurt * leaked


@rule
def weight(heard: float, share: float) -> float:
    """Trust lost or won by a tale, before it is scaled by the level of trust.

    heard : trust that the tellers lost or won
    share : what others' experience weighs against one's own

    Source: assumption.
    """
    return heard * share


@rule
def advantage(other: float, own: float, wanted: float, tolerance: float) -> float:
    """How much better another partner is treated, 0 to 1.

    other, own : contacts per week that each receives
    wanted : contacts per week that this partner wishes, > 0
    tolerance : difference that is forgiven, in wishes

    Source: samaha-palmatier-dant-2011 (sign), size is an assumption.
    """
    better = (other - own) / wanted - tolerance
    better = better if better > 0.0 else 0.0
    return better if better < 1.0 else 1.0


@rule
def comparable(other_tier: float, own_tier: float, enrolled: float) -> float:
    """1 when a neighbour may expect the same treatment: both under contract, in one tier.

    other_tier, own_tier : 0 to 3
    enrolled : 1 while the contract of the other one holds

    Source: assumption.
    """
    return enrolled if other_tier == own_tier else 0.0


@rule
def slight_loss(advantage: float, cost: float, selling: float) -> float:
    """Trust lost in a week by knowing a partner of the same tier that is treated better.

    advantage : of the best treated one
    cost : trust at an advantage of one whole wish
    selling : 1 when this partner sells for us

    Source: prototype, assumption.
    """
    return advantage * cost * selling
