"""Tales beside conflict: who has one, what it does to those who hear it, and when nobody has any.

Whatever a partner may tell is added to ``tale_ill`` or ``tale_well``, in trust lost or won.
"""

from typing import Any

from sim.engine.layout import F, G, P, S, V, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.rules import closing, payout, rumour, tales, trust

LEAK, ILL, WELL = range(3)
"""Kinds of tales, in the order of their fields."""


@inlined
def begun(designs: Any, lev: Any, vend: Any, week: int) -> bool:
    """Whether anybody may have a tale: of favours, of requests, or of a change that has leaked."""
    leaked = designs.leaked > 0.0 and week >= designs.announce_week
    return bool(leaked or lev[G.focus] > 0.0 or vend[V.requests] > 0.0)


@loop
def hear_tales(x: Any, z: Any, lev: Any, par: Any) -> None:
    """What last week's tales, and a favoured neighbour, do to trust."""
    bad, good, cost = par[P.heard_trust_share], par[P.heard_well_share], par[P.trust_slight]
    reference, bounded = par[P.trust_reference], par[P.trust_boundedness]
    for j in range(BLOCK):
        pain = tales.weight(x[S.heard_leak + j], bad)
        hurt = trust.loss(pain, x[S.trust + j], reference, bounded)
        x[S.hurt_change + j] = payout.added(x[S.hurt_change + j], hurt)
        ill, well = tales.weight(x[S.heard_ill + j], bad), tales.weight(x[S.heard_well + j], good)
        z[Z.affront + j] = payout.added(z[Z.affront + j], ill)
        z[Z.cordial + j] = payout.added(z[Z.cordial + j], well)
    if lev[G.focus] > 0.0:
        for j in range(BLOCK):
            slight = tales.slight_loss(x[S.slight + j], cost, closing.active(x[S.willing + j]))
            z[Z.affront + j] = payout.added(z[Z.affront + j], slight)


@loop
def tell_tales(x: Any, par: Any, neighbours: Any, told: Any) -> None:
    """Tell neighbours what happened this week and what was heard last week; tales are told once."""
    telling, retelling, smallest = par[P.telling_share], par[P.retelling_share], par[P.smallest_tale]
    for kind in range(LEAK, WELL + 1):
        own, heard = S.tale_leak + kind * BLOCK, S.heard_leak + kind * BLOCK
        for j in range(BLOCK):
            amount = rumour.told(x[own + j], x[heard + j], telling, retelling)
            amount = payout.only_when(rumour.worth_telling(amount, smallest), x[S.enrolled + j])
            x[own + j] = 0.0
            if amount > 0.0:
                for k in range(neighbours.shape[1]):
                    place = neighbours[j, k]
                    if place >= 0:
                        told[kind, place] = payout.added(told[kind, place], amount)


@loop
def tales_arrive(state: Any, told: Any) -> None:
    """The week ends: what was told becomes what is heard."""
    for kind in range(LEAK, WELL + 1):
        heard = S.heard_leak + kind * BLOCK
        for b in range(len(state)):
            for j in range(BLOCK):
                state[b, heard + j] = told[kind, b * BLOCK + j]
                told[kind, b * BLOCK + j] = 0.0


@loop
def compare_treatment(state: Any, facts: Any, neighbours: Any, par: Any) -> None:
    """The week ends: everybody looks at the best treated of its neighbours in the same tier."""
    tolerance = par[P.slight_tolerance]
    for b in range(len(state)):
        for j in range(BLOCK):
            worst = 0.0
            for k in range(neighbours.shape[2]):
                place = neighbours[b, j, k]
                if place >= 0:
                    other, lane = place // BLOCK, place % BLOCK
                    gap = tales.advantage(
                        state[other, S.received + lane], state[b, S.received + j], facts[b, F.wanted + j],
                        tolerance,
                    )  # fmt: skip
                    tier, enrolled = state[other, S.tier + lane], state[other, S.enrolled + lane]
                    equal = tales.comparable(tier, state[b, S.tier + j], enrolled)
                    worst = payout.larger(payout.only_when(gap, equal), worst)
            state[b, S.slight + j] = worst
