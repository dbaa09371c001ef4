"""How a partner falls silent, at once or by drifting away, and how it returns."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp


@rule
def dormancy_chance(
    rate_per_week: float, trust: float, bond: float, drifting: float, trust_effect: float, bond_effect: float
) -> float:
    """Chance to start leaving this week, 0 to 1.

    rate_per_week : at the reference relation
    trust, bond : less their references
    drifting : hazard factor of a partner below its own norm, 1 otherwise
    trust_effect, bond_effect : fall of the log hazard per unit above the reference

    Source: dormancy by segment (industry); dependence on trust is a prototype assumption.
    """
    return 1.0 - exp(-rate_per_week * drifting * exp(-trust_effect * trust - bond_effect * bond))


@rule
def return_chance(
    rate_per_week: float, weeks_silent: float, fresh_factor: float, late_factor: float, memory_weeks: float
) -> float:
    """Chance that a silent partner comes back this week; it falls with the length of the silence.

    rate_per_week : scale that keeps the share of active partners stationary
    weeks_silent : since the partner stopped
    fresh_factor, late_factor : factor right after the stop and after a long silence
    memory_weeks : how fast the first turns into the second

    Source: a real panel of one brand's retailers (.51 falling to .05 per quarter); shape is an assumption.
    """
    factor = late_factor + (fresh_factor - late_factor) * exp(-weeks_silent / memory_weeks)
    return 1.0 - exp(-rate_per_week * factor)


@rule
def norm_after(norm: float, share: float, fading: float) -> float:
    """A partner's own peak of effort, slowly forgotten.

    norm, share : before, and now
    fading : weekly factor

    Source: prototype (a norm anchored at the peak).
    """
    kept = norm * fading
    return share if share > kept else kept


@rule
def adrift(share: float, norm: float, drift: float, threshold: float) -> float:
    """1 when the partner gives us clearly less than it used to, else 0.

    share, norm : effort share now and its own norm
    drift : 1 when not drifting away
    threshold : share of the norm

    Source: prototype, assumption.
    """
    return 1.0 if share * drift < threshold * norm else 0.0


@rule
def drift_after(
    drift: float, active: float, leaves: float, quietly: float, fading: float, end: float
) -> float:
    """Willingness left of a partner that drifts away: 1 normal, falling, 0 silent.

    drift : before
    active : 1 when it sells for us
    leaves : 1 when it starts to leave this week
    quietly : 1 when it leaves by drifting
    fading : weekly factor while drifting
    end : level at which it falls silent

    Source: most stops in a real panel were abrupt; drift is an assumption.
    """
    moving = drift * fading if drift < 1.0 else drift
    started = drift * fading if quietly > 0.5 else 0.0
    after = started if leaves > 0.5 and drift >= 1.0 else moving
    after = after if after > end else 0.0
    return after if active > 0.5 else 0.0


@rule
def silence_after(weeks_silent: float, drift: float) -> float:
    """Weeks silent after this week: counted up while the partner does not sell, else 0. Source: identity."""
    return weeks_silent + 1.0 if drift <= 0.0 else 0.0


@rule
def above(value: float, reference: float) -> float:
    """Distance above a reference. Source: identity."""
    return value - reference


@rule
def willing_again(willing: float, was_active: float, returns: float) -> float:
    """Willingness after this week: a silent partner that returns starts afresh at 1. Source: identity."""
    return 1.0 if was_active < 0.5 and returns > 0.5 else willing
