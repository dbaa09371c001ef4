"""Parameters of joining and leaving; see ``behaviour``."""

from sim.schema.behaviour_people import People
from sim.schema.fields import assumptions_of

_assumed = assumptions_of("recruitment")


class Joining(People):
    """Prospects, beginners and exits."""

    exit_trust: float = _assumed(
        5.0, 2.5, 8.0, "log hazard per trust", "How strongly trust keeps partners from leaving the programme."
    )
    exit_active_factor: float = _assumed(
        0.25, 0.1, 0.5, "factor", "Exits of partners that sell, against the usual."
    )
    exit_silent_factor: float = _assumed(
        1.15, 1.0, 1.5, "factor", "Exits of partners that have fallen silent, against the usual."
    )
    unsold_exit_per_week: float = _assumed(
        0.006, 0.003, 0.01, "rate per week", "How fast partners give up that signed and never sold."
    )
    able_share: float = _assumed(0.45, 0.35, 0.55, "share", "Firms among the signed that can sell at all.")
    ease_log_sd: float = _assumed(0.5, 0.3, 0.8, "log sd", "Spread of how easily those start to sell.")
    activation_per_week: float = _assumed(
        0.07, 0.04, 0.11, "rate per week", "How fast an able beginner starts that understands the programme."
    )
    fresh_weeks: float = _assumed(13.0, 8.0, 20.0, "weeks", "Time of first zeal after signing.")
    late_start_factor: float = _assumed(0.3, 0.15, 0.5, "factor", "What is left of first zeal afterwards.")
    new_understanding_share: float = _assumed(
        0.7, 0.4, 0.9, "share", "What a firm that has just signed understands, against what is usual."
    )
    onboarding_lift: float = _assumed(
        1.0, 0.5, 2.0, "factor", "How much likelier beginners start under endless care."
    )
    onboarding_half_hours: float = _assumed(
        0.5, 0.25, 1.0, "hours per week", "Hours for each beginner that bring half of that."
    )
    signing_hours: float = _assumed(
        50.0, 30.0, 80.0, "hours", "Hours of a partner manager for one signature."
    )
    on_the_job_hours_factor: float = _assumed(
        0.7, 0.5, 0.9, "factor", "Hours for a signature where managers have learned to recruit as they work."
    )
    on_the_job_start_share: float = _assumed(
        0.4, 0.2, 0.7, "share", "Signatures in the first weeks of such learning."
    )
    on_the_job_ramp_weeks: float = _assumed(52.0, 26.0, 78.0, "weeks", "Time that such learning takes.")
    hunter_idle_weeks: float = _assumed(11.0, 6.0, 17.0, "weeks", "Time until a recruiter is hired.")
    hunter_ramp_weeks: float = _assumed(26.0, 13.0, 39.0, "weeks", "Time until it recruits at full speed.")
    outsourced_ease_factor: float = _assumed(
        0.6, 0.4, 0.8, "factor", "How easily partners start that an agency has signed, against others."
    )
