"""F57: more contact pays up to an optimum; regular contact beats irregular contact."""

from math import inf
from typing import Any, Final

import numpy as np

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.facts.f50 import end_trust
from sim.evidence.protocol import after, total
from sim.evidence.world import Floats, World
from sim.schema.editing import changed

FACTORS: Final = (0.25, 0.5, 1.0, 1.5, 2.0, 2.5)
"""Contact against today's."""
COSTS: Final = (
    W.goods_cost, W.rebate_cost, W.growth_cost, W.solution_cost, W.new_logo_cost, W.funds_cost,
    W.contact_cost, W.occasions_cost, W.monitoring_cost, W.organisation_cost, W.rules_cost,
    W.benefits_cost, W.direct_cost,
)  # fmt: skip


def net(run: Run) -> Floats:
    """Net contribution of each future in the measured weeks, ¤: [seeds]."""
    gains: Floats = total(run, W.net_revenue, W.direct_revenue)
    return gains - total(run, *COSTS)


def inner_gain(world: World, *, team_grows: bool) -> Floats:
    """What the best inner amount of contact earns above the better end, relative to today: [seeds].

    Parameters
    ----------
    world : to measure in
    team_grows : whether partner managers are hired in proportion
    """
    here = world.stand()
    contact, earned = here.today.contact, []
    for factor in FACTORS:
        levers: dict[str, Any] = {
            "contact.calls_per_quarter": contact.calls_per_quarter * factor,
            "contact.reviews_per_year": contact.reviews_per_year * factor,
        }
        if team_grows:
            levers["contact.managers_per_100_partners"] = contact.managers_per_100_partners * factor
        earned.append(net(after(here, changed(here.today, levers))))
    means = [float(np.mean(values)) for values in earned]
    best = 1 + int(np.argmax(means[1:-1]))
    end = 0 if means[0] > means[-1] else -1
    return (earned[best] - earned[end]) / earned[FACTORS.index(1.0)]


def same_team(world: World) -> Floats:
    """With the team of today."""
    return inner_gain(world, team_grows=False)


def growing_team(world: World) -> Floats:
    """With a team that grows with the contact."""
    return inner_gain(world, team_grows=True)


def regularity(world: World) -> Floats:
    """Trust under regular contact, less that under irregular contact with the same mean."""
    here = world.stand()
    return end_trust(here.run()) - end_trust(here.run(changed(here.today, {"contact.regularity_share": 0.0})))


VENKATESAN: Final = "venkatesan-kumar-2004"
FACTS: Final = (
    Fact("contact_optimum", "F57", VENKATESAN, same_team, 0.0, inf),
    Fact("contact_optimum_team", "F57", VENKATESAN, growing_team, 0.0, inf),
    Fact("contact_regular", "F57", VENKATESAN, regularity, 0.0, inf),
)
