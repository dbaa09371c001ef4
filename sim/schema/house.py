"""Circumstances inside the vendor: facts of a market, which no lever changes."""

from __future__ import annotations

from sim.schema.fields import Model, fact

# One field reads best as one short paragraph.
# fmt: off


class House(Model):
    """How much goes on inside the vendor, and what the channel has to reckon with."""

    turmoil_share: float = fact(
        0.0, unit="share", low=0, high=1, rule="organisation",
        says="How much of the vendor's inner life takes place: support that follows results, sabotage, "
        "incidents, budget cuts and managers who leave. 0 leaves all of it out.",
    )
    support_share: float = fact(
        0.7, unit="share", low=0, high=1, rule="organisation",
        says="Support of the chief executive for the channel in usual business, when nobody speaks for it.",
    )
    sabotage_per_year: float = fact(
        0.5, unit="chance per year", low=0, high=0.95, rule="organisation",
        says="Chance within a year that another department visibly spoils an element of the programme.",
    )
    technical_managers_share: float = fact(
        0.0, unit="share", low=0, high=1, rule="organisation",
        says="Partner managers who know the technology and not the partner's business.",
    )
    chief_leaves_per_year: float = fact(
        0.2, unit="chance per year", low=0, high=0.9, rule="chief",
        says="Chance within a year that the channel chief leaves and a stranger comes.",
    )
    helper_hours_share: float = fact(
        0.0, unit="share", low=0, high=0.8, rule="managers",
        says="Time that partner managers spend on technical work for their partners' customers.",
    )
    hiring_weeks: float = fact(
        11.0, unit="weeks", low=0, high=52, rule="managers", source="industry-priors",
        says="Time until the desk of a partner manager who left is filled again.",
    )
    discipline_sd: float = fact(
        0.15, unit="log sd", low=0, high=0.6, rule="managers",
        says="How much partner managers differ in the routine they keep.",
    )
    requests_per_partner_year: float = fact(
        0.0, unit="per year", low=0, high=24, rule="requests",
        says="Requests of each partner that sells for us: an exception, a favour, a special term.",
    )
    sensible_requests_share: float = fact(
        0.4, unit="share", low=0, high=1, rule="requests",
        says="Requests that make sense for both sides; the others try it on.",
    )
    budget_survival_share: float = fact(
        0.6, unit="share", low=0, high=1, rule="organisation",
        says="Chance that a channel budget nobody owns survives a yearly round.",
    )
    chief_hour_cost: float = fact(
        400.0, unit="¤ per hour", low=0, high=5000, rule="organisation",
        says="Cost of an hour of the channel chief and of those whom it binds.",
    )
    marketing_owner_cost_per_year: float = fact(
        200e3, unit="¤ per year", low=0, high=2e6, rule="organisation",
        says="Cost of somebody in marketing who owns the budget for the channel.",
    )
    launch_delay_cost_per_year: float = fact(
        600e3, unit="¤ per year", low=0, high=20e6, rule="organisation",
        says="Cost of the weeks for which all launches wait until the channel has been heard.",
    )
