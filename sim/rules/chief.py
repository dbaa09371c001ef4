"""The channel chief: promises that stand open, fights that are seen, and a new chief whom nobody knows."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, floor, log


@rule
def is_open(week: float, phase: float, per_week: float, window_weeks: float) -> float:
    """1 while a promise has been given and is not due yet, else 0.

    week : number of the week
    phase : place of the promises in their rhythm, 0 to 1
    per_week : promises per week
    window_weeks : time between giving a promise and its day

    Source: identity.
    """
    next_week = week + 1.0
    due = floor((next_week + window_weeks) * per_week + phase) - floor(next_week * per_week + phase)
    return 1.0 if due > 0.5 else 0.0


@rule
def hope(is_open_now: float, carried: float, lift: float) -> float:
    """Effort while a promise stands open, 1 without one.

    is_open_now : ``is_open``
    carried : what is said is worth under this support, 0 to 1
    lift : share of effort that hope adds

    Source: prototype, assumption.
    """
    return 1.0 + lift * is_open_now * carried


@rule
def mending(is_open_now: float, carried: float, faster: float) -> float:
    """How fast hurt heals under good conduct while a promise stands open, 1 without one.

    is_open_now, carried : as in ``hope``
    faster : what a promise adds

    Source: schweitzer-hershey-bradlow-2006 (a promise speeds recovery), size assumed.
    """
    return 1.0 + faster * is_open_now * carried


@rule
def seen_to_fight(hours: float, half_hours: float) -> float:
    """Share of a broken promise that is forgiven because the chief was seen to fight for it, 0 to 1.

    hours : fought for each promise
    half_hours : hours after which half is forgiven

    Source: assumption; an honest fight that fails costs no trust.
    """
    return 1.0 - exp(hours * log(0.5) / half_hours)


@rule
def unforgiven(loss: float, seen: float) -> float:
    """Trust lost by a broken promise beside what ``seen_to_fight`` forgives. Source: identity."""
    return loss * (1.0 - seen)


@rule
def strangeness(leaves: float, hours: float, half_hours: float) -> float:
    """How strange the new chief is to partners in the week in which the old one leaves, 0 to 1.

    leaves : 1 if so
    hours : a week, in which a deputy was made known to partners before
    half_hours : hours that make half of partners know the deputy

    Source: assumption.
    """
    return leaves * exp(hours * log(0.5) / half_hours)


@rule
def met(strange: float, weeks: float, touches: float, per_touch: float) -> float:
    """How strange the chief still is after this week, 0 to 1.

    strange : before
    weeks : after which even those whom nobody meets are used to the chief
    touches : personal contacts this week
    per_touch : strangeness that one takes away

    Source: assumption (half speed until two contacts or 26 weeks).
    """
    after = strange - 1.0 / weeks - per_touch * touches
    return after if after > 0.0 else 0.0


@rule
def wait_and_see(habit: float, strange: float, slower: float) -> float:
    """Part of the way not gone at a re-planning, 0 to 1.

    habit : under a chief one knows
    strange : ``met``
    slower : part of a step that one waits with under a chief nobody knows

    Source: assumption.
    """
    return habit + (1.0 - habit) * slower * strange


@rule
def bond_to_stranger(bond: float, strange: float, part: float) -> float:
    """Personal bond when the chief leaves.

    bond : before
    strange : ``strangeness``
    part : of the bond that was with the chief

    Source: assumption.
    """
    return bond * (1.0 - part * strange)
