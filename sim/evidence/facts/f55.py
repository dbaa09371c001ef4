"""F55: broken trust recovers with good conduct, but never fully after deception. Rules alone."""

from math import inf
from typing import Final

import numpy as np

from sim.evidence.fact import Fact
from sim.evidence.world import YEAR, Floats, World
from sim.rules import trust
from sim.schema.behaviour import Behaviour

PAR: Final = Behaviour()
REFERENCE, EXPECTED, KEPT, BREACH, ENOUGH = 0.6, 0.66, 0.01, 0.15, 0.9


def course(breach: float, lasting: float) -> Floats:
    """Trust after each week of a year with one promise kept a week, the first week with a breach.

    Parameters
    ----------
    breach : trust lost by it, 0 for none
    lasting : part of a loss that goes into reputation, 0 to 1
    """
    reputation, goodwill, hurt, level, levels = REFERENCE, 0.0, 0.0, REFERENCE, []
    for week in range(YEAR + 1):
        gained = trust.gain(KEPT if week < YEAR else 0.0, level, REFERENCE, 1.0)
        lost = trust.loss(breach if week == 0 else 0.0, level, REFERENCE, 1.0)
        stays = trust.lasting(gained, 0.0, PAR.lasting_share) - lasting * lost
        reputation = trust.reputation_after(
            reputation, EXPECTED, goodwill - hurt, PAR.reputation_pull, PAR.reputation_learning, stays, 1.0
        )
        goodwill = trust.goodwill_after(
            goodwill, gained, PAR.goodwill_decay, PAR.goodwill_most, PAR.lasting_share
        )
        hurt = trust.hurt_after(hurt, lost, gained, PAR.hurt_decay, PAR.healing, lasting)
        level = trust.level(reputation, goodwill, hurt)
        levels.append(level)
    return np.array(levels)


def recovered(lasting: float) -> Floats:
    """Part of the loss that a year of kept promises makes good; one figure.

    Parameters
    ----------
    lasting : part of a loss that goes into reputation, 0 to 1
    """
    gap = course(0.0, lasting) - course(BREACH, lasting)
    return np.array([1.0 - gap[-1] / gap[0]])


def after_mistake(_world: World) -> Floats:
    """After an honest mistake."""
    return recovered(PAR.lasting_share)


def after_deception(_world: World) -> Floats:
    """After a deception."""
    return recovered(PAR.deception_lasting_share)


SCHWEITZER: Final = "schweitzer-hershey-bradlow-2006"
FACTS: Final = (
    Fact("healing_honest", "F55", SCHWEITZER, after_mistake, ENOUGH, inf, rules_alone=True),
    Fact("healing_deceived", "F55", SCHWEITZER, after_deception, -inf, ENOUGH, rules_alone=True),
)
