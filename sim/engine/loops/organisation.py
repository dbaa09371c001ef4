"""What partners feel of the vendor's inner life: good and bad news for all, and managers who leave."""

from typing import Any

import numpy as np

from sim.engine.house import House
from sim.engine.layout import F, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, organisation, payout


@loop
def felt(x: Any, z: Any, house: House, lasting: float) -> None:
    """Promises kept and broken, spoiled elements, incidents; deception stays in reputation."""
    passing = payout.part(house.deceived, payout.rest(1.0, lasting, 0.0))
    for j in range(BLOCK):
        selling = closing.active(x[S.willing + j])
        z[Z.cordial + j] = payout.added(z[Z.cordial + j], payout.only_when(house.pleased, selling))
        hurt = payout.only_when(payout.added(house.hurt, passing), selling)
        z[Z.affront + j] = payout.added(z[Z.affront + j], hurt)
        x[S.reputation + j] = organisation.reputation_deceived(
            x[S.reputation + j], house.deceived, lasting, selling
        )


@loop
def turnover(x: Any, f: Any, par: Any, keys: Any, chance: float) -> None:
    """Bonds fade where the manager leaves; all partners of a manager lose the same one."""
    keep, key = par[P.bond_stays_share], keys[Purpose.MANAGER]
    for j in range(BLOCK):
        leaves = closing.happens(uniform(key, np.uint64(f[F.manager + j])), chance)
        x[S.bond + j] = organisation.bond_after_leaving(x[S.bond + j], leaves, keep)
