"""Parameters of what goes on inside the vendor; see ``behaviour``."""

from sim.schema.behaviour_joining import Joining
from sim.schema.fields import assumptions_of

_assumed = assumptions_of("organisation")


class Inside(Joining):
    """Support, promises, sabotage, incidents and managers."""

    advocacy_half_hours: float = _assumed(
        10.0, 5.0, 20.0, "hours per week", "Hours inside the house that win half of the support missing."
    )
    support_speed: float = _assumed(
        0.03, 0.015, 0.06, "share per week", "How fast support returns to where it rests."
    )
    support_answer: float = _assumed(
        0.05, 0.02, 0.1, "support per week", "Support lost in a week in which partners sell nothing for us."
    )
    review_depth: float = _assumed(
        1.0, 0.3, 2.0, "support", "Support lost in a yearly review that finds no selling at all."
    )
    support_low: float = _assumed(0.3, 0.2, 0.4, "share", "Support below which little that is said holds.")
    support_full: float = _assumed(0.55, 0.45, 0.65, "share", "Support from which everything holds.")
    support_least: float = _assumed(
        0.3, 0.15, 0.4, "factor", "Worth of contact and promises without support."
    )
    sabotage_by_support: float = _assumed(
        0.7, 0.4, 0.9, "share", "Sabotage that full support of the chief executive prevents."
    )
    sabotage_by_early: float = _assumed(
        0.6, 0.3, 0.8, "share", "Sabotage that early involvement in all launches prevents."
    )
    spoiled_lasts_weeks: float = _assumed(
        10.0, 6.0, 16.0, "weeks", "Time for which an element of the programme stays spoiled."
    )
    spoiled_win_points: float = _assumed(
        0.02, 0.005, 0.04, "win chance", "Win chance lost while an element is spoiled."
    )
    trust_spoiled: float = _assumed(
        0.03, 0.01, 0.06, "trust", "Trust lost when a department visibly spoils something."
    )
    promise_base_share: float = _assumed(
        0.6, 0.4, 0.75, "share", "Promises kept without planning and without support."
    )
    promise_half_hours: float = _assumed(
        16.0, 8.0, 32.0, "hours", "Planning that halves what goes wrong with a promise."
    )
    promise_by_support: float = _assumed(
        0.5, 0.2, 0.8, "share", "What full support takes away from what goes wrong with a promise."
    )
    promise_most_share: float = _assumed(0.985, 0.97, 0.995, "share", "Promises that anybody can keep.")
    promise_spoiled_factor: float = _assumed(
        0.65, 0.5, 0.85, "factor", "Chance to keep a promise in a week in which departments work against it."
    )
    check_finds_share: float = _assumed(
        0.7, 0.5, 0.9, "share", "Promises that cannot be kept which asking at home first finds out."
    )
    check_hours: float = _assumed(12.0, 6.0, 24.0, "hours", "Time to ask at home before promising.")
    chief_usual_hours: float = _assumed(
        15.0, 8.0, 25.0, "hours per week", "Hours bound at which the chief's time costs twice as much."
    )
    trust_promise_kept: float = _assumed(0.01, 0.005, 0.02, "trust", "Trust won by a promise that is kept.")
    trust_promise_broken: float = _assumed(
        0.15, 0.1, 0.25, "trust", "Trust lost by a promise that is broken."
    )
    crisis_win_points: float = _assumed(
        0.32, 0.25, 0.4, "win chance", "Win chance that an incident of full severity would take."
    )
    trust_admitted: float = _assumed(
        0.03, 0.015, 0.06, "trust", "Trust lost by an incident that is admitted."
    )
    trust_exposed: float = _assumed(
        0.22, 0.15, 0.3, "trust", "Trust lost when an incident that was denied comes to light."
    )
    exposed_per_week: float = _assumed(
        0.04, 0.02, 0.08, "chance per week", "Chance that a denied incident comes to light."
    )
    forgotten_per_week: float = _assumed(
        0.02, 0.01, 0.04, "chance per week", "Chance that a denied incident is forgotten."
    )
    deception_lasting_share: float = _assumed(
        0.5, 0.3, 0.7, "share", "Part of a loss by deception that goes into reputation."
    )
    coaching_rate: float = _assumed(0.012, 0.006, 0.024, "share per week", "How fast coaching teaches.")
    coaching_most: float = _assumed(0.35, 0.2, 0.5, "skill", "Skill above the usual that coaching can reach.")
    coaching_erosion: float = _assumed(
        0.004, 0.002, 0.008, "share per week", "How fast that skill is lost again where nobody is coached."
    )
    manager_skill_lift: float = _assumed(
        0.6,
        0.3,
        1.0,
        "factor per skill",
        "Quality of contact from a manager's skill in the partner's business.",
    )
    technical_loss: float = _assumed(
        0.4, 0.2, 0.6, "share", "Quality of contact that a merely technical manager lacks."
    )
    care_keeps_share: float = _assumed(
        0.5, 0.3, 0.7, "share", "Departures of managers that full care of the board prevents."
    )
    care_cost_share: float = _assumed(
        0.1, 0.05, 0.2, "share of a manager's cost", "Cost of full care of the board."
    )
    coaching_cost_share: float = _assumed(
        0.08, 0.04, 0.15, "share of a manager's cost", "Cost of coaching a manager."
    )
    bond_stays_share: float = _assumed(
        0.35, 0.2, 0.6, "share", "Part of personal bonds that stays when the manager leaves."
    )
    budget_cut_share: float = _assumed(
        0.5, 0.3, 0.7, "share", "Part of the channel's marketing budget that a yearly round takes."
    )
