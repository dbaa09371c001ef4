"""What a kept or missed rhythm of contact does, and contact beyond or below a partner's own wish.

A promised interval that is kept adds; a lapse costs in proportion to how firmly the contact was expected.
So nobody misses what was never promised.
"""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp


@rule
def promised_interval(rate: float) -> float:
    """Weeks between two personal contacts as the plan promises them, at least one.

    rate : personal contacts planned per week

    Source: identity.
    """
    return 1.0 / rate if 1e-6 < rate < 1.0 else (1.0 if rate >= 1.0 else 1e6)


@rule
def on_time(touched: float, gap_weeks: float, interval_weeks: float, early: float, late: float) -> float:
    """1 when a personal contact comes about when it was expected, else 0.

    touched : personal contacts this week
    gap_weeks : weeks since the last one before this week
    interval_weeks : ``promised_interval``
    early, late : bounds of what counts as on time, in intervals

    Source: prototype, assumption.
    """
    weeks = gap_weeks + 1.0
    kept = early * interval_weeks <= weeks <= late * interval_weeks
    return 1.0 if touched > 0.0 and kept else 0.0


@rule
def lapse(touched: float, gap_weeks: float, interval_weeks: float, late: float) -> float:
    """1 in the week in which a promised contact is felt to be missing, else 0; arguments as in ``on_time``.

    Source: prototype, assumption.
    """
    limit = late * interval_weeks
    return 1.0 if touched <= 0.0 and gap_weeks <= limit < gap_weeks + 1.0 else 0.0


@rule
def gap_after(gap_weeks: float, touched: float) -> float:
    """Weeks since the last personal contact, this week counted; arguments as in ``on_time``.

    Source: identity.
    """
    return 0.0 if touched > 0.0 else gap_weeks + 1.0


@rule
def confidence_after(confidence: float, kept: float, lapsed: float, learning: float, loss: float) -> float:
    """How firmly the next contact is expected, 0 to 1.

    confidence : before
    kept, lapsed : 1 when this week's contact was on time, 1 when it was missed
    learning : part of the gap to certainty closed by a contact on time
    loss : part lost with a lapse

    Source: prototype, assumption.
    """
    return (confidence + learning * kept * (1.0 - confidence)) * (1.0 - loss * lapsed)


@rule
def rhythm_gain(kept: float, gain: float) -> float:
    """Trust gained by a contact on time.

    kept : ``on_time``
    gain : trust each

    Source: prototype, assumption.
    """
    return kept * gain


@rule
def rhythm_loss(lapsed: float, confidence: float, loss: float) -> float:
    """Trust lost by a lapse, in proportion to how firmly the contact was expected.

    lapsed : ``lapse``
    confidence : before this week, 0 to 1
    loss : trust lost by a partner that was certain

    Source: prototype, assumption.
    """
    return lapsed * confidence * loss


@rule
def touches_felt(personal: float, letters: float, letter_weight: float) -> float:
    """Contacts of the week as a partner feels them.

    personal : personal contacts
    letters : newsletters received
    letter_weight : what a newsletter weighs against a personal contact

    Source: assumption.
    """
    return personal + letter_weight * letters


@rule
def received_after(received: float, touches: float, speed: float) -> float:
    """Contacts per week as a partner has come to know them.

    received : before
    touches : ``touches_felt``
    speed : weight of this week

    Source: prototype, assumption.
    """
    return received + speed * (touches - received)


@rule
def beyond_wish(received: float, wanted: float, tolerance: float) -> float:
    """Contact beyond a partner's own wish, as a multiple of it; 0 within the tolerance.

    received, wanted : contacts per week, wanted > 0
    tolerance : part of the wish by which nobody minds a difference

    Source: prototype, assumption.
    """
    excess = received / wanted - 1.0 - tolerance
    return excess if excess > 0.0 else 0.0


@rule
def short_of_wish(received: float, wanted: float, tolerance: float) -> float:
    """Contact missing to a partner's own wish, as a share of it; arguments as in ``beyond_wish``.

    Source: assumption.
    """
    missing = 1.0 - tolerance - received / wanted
    return missing if missing > 0.0 else 0.0


@rule
def fatigue_factor(beyond: float, effect: float) -> float:
    """Factor on what a contact teaches and binds, 1 up to the partner's own wish.

    beyond : ``beyond_wish``
    effect : fall of the log factor per multiple of the wish

    Source: prototype, assumption; an optimum of contact is evidence (sign only).
    """
    return exp(-effect * beyond)


@rule
def wish_loss(beyond: float, missing: float, fatigue_cost: float, neglect_cost: float) -> float:
    """Trust lost in a week to too much or too little contact.

    beyond, missing : ``beyond_wish`` and ``short_of_wish``
    fatigue_cost : trust per multiple of the wish too much
    neglect_cost : trust per share of the wish too little

    Source: prototype, assumption.
    """
    return fatigue_cost * beyond + neglect_cost * missing
