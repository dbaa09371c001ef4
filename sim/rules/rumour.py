"""What partners hear from each other about conflict, and what hearsay does."""

from sim.kernel.compile import rule


@rule
def news(taken: float, breaches: float, mild: float, mild_weight: float) -> float:
    """What a partner has to tell of this week's conflicts, in deals lost.

    taken, breaches : deals lost to direct sales, protections broken
    mild : incidents that ended well
    mild_weight : what one of them weighs

    Source: prototype, assumption.
    """
    return taken + breaches + mild_weight * mild


@rule
def told(own_news: float, heard: float, telling: float, retelling: float) -> float:
    """What a partner tells each of its neighbours.

    own_news : ``news`` of this week
    heard : from its neighbours last week
    telling, retelling : part of each that is told to a neighbour

    Source: prototype; the spectral radius of the graph times retelling stays below .6.
    """
    return telling * own_news + retelling * heard


@rule
def worth_telling(amount: float, smallest: float) -> float:
    """What is really told: nothing below a smallest amount.

    amount : ``told``
    smallest : in deals lost

    Source: assumption (small talk dies out).
    """
    return amount if amount >= smallest else 0.0


@rule
def heard_loss(heard: float, amplifier: float, lost_cost: float, heard_share: float) -> float:
    """Trust lost by hearsay of conflicts.

    heard : in deals lost
    amplifier : ``fairness_amplifier``
    lost_cost : trust lost with an own deal
    heard_share : what a deal of others weighs against an own one

    Source: prototype, assumption (half of the direct size).
    """
    return heard * amplifier * lost_cost * heard_share


@rule
def belief_heard(belief: float, heard: float, learning: float, heard_weight: float) -> float:
    """Believed conflict after hearsay, 0 to 1.

    belief : before
    heard : in deals lost
    learning : weight of one own deal
    heard_weight : weight of a deal of others against an own one

    Source: prototype, assumption.
    """
    step = learning * heard_weight * heard
    return belief + (step if step < 1.0 else 1.0) * (1.0 - belief)
