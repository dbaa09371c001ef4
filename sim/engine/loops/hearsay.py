"""What partners tell their neighbours, and what hearsay does to those who hear it."""

from typing import Any, Final

import numpy as np

from sim.engine.layout import P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import conflict, payout, rumour

_LANES: Final = np.uint64(BLOCK)


@loop
def tell(x: Any, z: Any, par: Any) -> None:
    """What each partner has to tell of this week, and fear of conflict after last week's hearsay."""
    telling, retelling, smallest = par[P.telling_share], par[P.retelling_share], par[P.smallest_news]
    mild_weight, rate, weight = par[P.belief_mild_weight], par[P.belief_learning], par[P.heard_belief_share]
    for j in range(BLOCK):
        mild = conflict.without_loss(z[Z.incidents + j], z[Z.taken + j])
        news = rumour.news(z[Z.taken + j], z[Z.breaches + j], mild, mild_weight)
        amount = rumour.told(news, x[S.heard + j], telling, retelling)
        z[Z.told + j] = payout.only_when(rumour.worth_telling(amount, smallest), x[S.enrolled + j])
        x[S.belief + j] = rumour.belief_heard(x[S.belief + j], x[S.heard + j], rate, weight)


@loop
def spread(z: Any, neighbours: Any, heard: Any) -> None:
    """Add what is told to the next week of the neighbours, in the order of partners and of their lists."""
    for j in range(BLOCK):
        told = z[Z.told + j]
        if told > 0.0:
            for k in range(neighbours.shape[1]):
                place = neighbours[j, k]
                if place >= 0:
                    heard[place] = payout.added(heard[place], told)


@loop
def hear(state: Any, heard: Any) -> None:
    """The week ends: what was told becomes what is heard."""
    for b in range(len(state)):
        for j in range(BLOCK):
            state[b, S.heard + j] = heard[b * BLOCK + j]
            heard[b * BLOCK + j] = 0.0
