"""What the vendor can know of its partners: signs of life, surveys, and what follows from silence."""

from math import sqrt

from sim.kernel.compile import rule
from sim.kernel.vmath import exp

LONGEST = 60.0
"""Exponent beyond which a chance of being alive is nothing."""


@rule
def sign_rate(deals_per_week: float, portal_per_week: float, telemetry_share: float) -> float:
    """Signs of life per week of a partner that sells: deals, and visits of the portal that are recorded.

    deals_per_week : the partner's own pace
    portal_per_week : visits of the portal of a partner that sells
    telemetry_share : visits that reach those who watch, 0 to 1

    Source: independent Poisson streams.
    """
    return deals_per_week + portal_per_week * telemetry_share


@rule
def shows_life(u: float, won: float, portal_chance: float, selling: float) -> float:
    """1 when the vendor sees a sign of life this week, else 0.

    u : uniform number
    won : deals won this week
    portal_chance : that a partner that sells is seen on the portal
    selling : 1 when it sells for us

    Source: identity.
    """
    return 1.0 if won > 0.0 or (u < portal_chance and selling > 0.5) else 0.0


@rule
def unseen_after(unseen_weeks: float, sign: float) -> float:
    """Weeks without a sign of life. unseen_weeks : before; sign : of this week. Source: identity."""
    return 0.0 if sign > 0.5 else unseen_weeks + 1.0


@rule
def pace_after(pace: float, deals: float, speed: float) -> float:
    """Deals per week as the vendor knows them from this partner.

    pace : before
    deals : won this week
    speed : weight of this week

    Source: prototype, assumption.
    """
    return pace + speed * (deals - pace)


@rule
def alive_chance(unseen_weeks: float, rate: float, dropout: float) -> float:
    """Chance that a partner still sells that gave no sign for so long, measured by its own rhythm.

    unseen_weeks : since the last sign
    rate : signs per week while it sells
    dropout : chance per week to stop

    Source: CF9.
    """
    both = rate + dropout
    gone = both * unseen_weeks
    grown = exp(gone if gone < LONGEST else LONGEST) - 1.0
    return 1.0 / (1.0 + dropout / both * grown)


@rule
def believed_alive(alive: float, threshold_share: float) -> float:
    """1 when the vendor counts a partner as active, else 0.

    alive : ``alive_chance``
    threshold_share : chance below which it does not

    Source: lever monitoring.threshold_share.
    """
    return 1.0 if alive >= threshold_share else 0.0


@rule
def alarm(believed_now: float, believed_before: float) -> float:
    """1 in the week in which the vendor stops counting a partner as active, else 0.

    believed_now, believed_before : ``believed_alive`` of this week and of the last one

    Source: identity.
    """
    return 1.0 if believed_before > 0.5 and believed_now < 0.5 else 0.0


@rule
def survey_answer(trust: float, bond: float, flattery: float) -> float:
    """Trust as a partner states it when the vendor asks, 0 to 1.

    trust, bond : 0 to 1; those who know each other speak openly
    flattery : part of the distance to full trust that a stranger hides

    Source: assumption (partners rate conflict 5.7 of 10 where vendors see 3.8).
    """
    return trust + flattery * (1.0 - bond) * (1.0 - trust)


@rule
def winback_factor(hours: float, strength: float, weeks_silent: float, memory_weeks: float) -> float:
    """Return chance under efforts to win back, against the one without; 1 without effort.

    hours : spent on each flagged partner in a week
    strength : extra return per root of an hour, as a multiple, right after the stop
    weeks_silent : since the stop
    memory_weeks : how fast the effort comes too late

    Source: prototype, assumption (returns to effort fall).
    """
    return 1.0 + strength * sqrt(hours) * exp(-weeks_silent / memory_weeks)


@rule
def winback_ease(trust: float, bond: float, trust_effect: float, bond_effect: float) -> float:
    """How easily a partner is won back by the state it is in, 1 in the usual relation.

    trust, bond : less their references
    trust_effect, bond_effect : log factor per unit of each

    Source: assumption (those who left hurt come back less).
    """
    return exp(trust_effect * trust + bond_effect * bond)


@rule
def winback_eased(factor: float, ease: float) -> float:
    """Return chance under efforts to win back, by the partner's state.

    factor : ``winback_factor``
    ease : ``winback_ease``

    Source: identity; without effort the state changes nothing here.
    """
    return 1.0 + (factor - 1.0) * ease


@rule
def winback_hours(flagged: float, hours: float) -> float:
    """Hours of partner managers that one partner's win-back takes in a week.

    flagged : 1 when the vendor counts it as gone, rightly or not
    hours : lever

    Source: identity.
    """
    return flagged * hours
