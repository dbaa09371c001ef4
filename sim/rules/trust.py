"""How trust moves: reputation (slow) + goodwill (fast) - hurt (slow to heal when left alone).

Every week the stocks decay first; then the week's events are added.
"""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp


@rule
def level(reputation: float, goodwill: float, hurt: float) -> float:
    """Trust, 0 to 1. reputation, goodwill, hurt : the stocks. Source: prototype, assumption."""
    total = reputation + goodwill - hurt
    total = total if total < 1.0 else 1.0
    return total if total > 0.0 else 0.0


@rule
def gain(size: float, trust: float, trust_reference: float, boundedness: float) -> float:
    """A gain as it counts: smaller for those who already trust.

    size : sum of this week's good events
    trust, trust_reference : 0 to 1
    boundedness : 1 shrinks towards trust 1, 0 leaves it as it is

    Source: prototype; boundedness 0 is CF10.
    """
    return size * (1.0 + boundedness * ((1.0 - trust) / (1.0 - trust_reference) - 1.0))


@rule
def loss(size: float, trust: float, trust_reference: float, boundedness: float) -> float:
    """A loss as it counts: smaller for those who do not trust anyway; arguments as in ``gain``.

    Source: prototype; boundedness 0 is CF10.
    """
    return size * (1.0 + boundedness * (trust / trust_reference - 1.0))


@rule
def goodwill_after(goodwill: float, gained: float, decay: float, most: float, lasting_share: float) -> float:
    """Goodwill after this week.

    goodwill : before
    gained : ``gain`` of this week
    decay : weekly factor, 0 to 1
    most : upper bound of what is carried over
    lasting_share : part of an event that goes into reputation

    Source: CF10 (decay .95 is a half-life of 13.5 weeks).
    """
    kept = goodwill * decay
    return (kept if kept < most else most) + (1.0 - lasting_share) * gained


@rule
def hurt_after(
    hurt: float, lost: float, gained: float, decay: float, healing: float, lasting_share: float
) -> float:
    """Hurt after this week; it heals faster under good conduct.

    hurt : before
    lost, gained : ``loss`` and ``gain`` of this week
    decay : weekly factor when left alone
    healing : healing per 0.01 of good conduct, at most twice a week
    lasting_share : part of an event that goes into reputation

    Source: prototype; Schweitzer, Hershey and Bradlow 2006 (sign).
    """
    conduct = gained / 0.01
    return hurt * decay * exp(-healing * (conduct if conduct < 2.0 else 2.0)) + (1.0 - lasting_share) * lost


@rule
def reputation_after(
    reputation: float,
    prior: float,
    balance: float,
    pull: float,
    learning: float,
    lasting: float,
    speed: float,
) -> float:
    """Reputation after this week, 0 to 1.

    reputation : before
    prior : what the partner believes without experience
    balance : goodwill less hurt
    pull, learning : weekly weights of prior and of experience
    lasting : lasting part of this week's gains less losses
    speed : 1 in normal weeks; more while the starting point is sought

    Source: prototype, assumption.
    """
    drift = speed * (pull * (prior - reputation) + learning * balance)
    after = reputation + drift + lasting
    after = after if after < 1.0 else 1.0
    return after if after > 0.0 else 0.0


@rule
def good_conduct(
    personal: float, quality_factor: float, wins: float, per_contact: float, per_win: float
) -> float:
    """Sum of this week's good events.

    personal : personal contacts that took place
    quality_factor : their quality
    wins : deals won and paid; at most two count
    per_contact, per_win : trust per event

    Source: prototype, assumption.
    """
    paid = wins if wins < 2.0 else 2.0
    return per_contact * personal * quality_factor + per_win * paid


@rule
def balance(goodwill: float, hurt: float) -> float:
    """What experience says: goodwill less hurt. Source: identity."""
    return goodwill - hurt


@rule
def lasting(gained: float, lost: float, lasting_share: float) -> float:
    """Part of this week's events that goes into reputation at once. Source: prototype, assumption."""
    return lasting_share * (gained - lost)
