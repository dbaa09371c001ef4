"""What partners feel of the vendor's inner life: good and bad news for all, and managers who leave."""

from typing import Any

from sim.engine.house import House
from sim.engine.layout import F, M, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import chief, closing, organisation, payout


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
def turnover(x: Any, f: Any, desks: Any, keep: float) -> None:
    """Bonds fade where the manager leaves; all partners of a manager lose the same one."""
    for j in range(BLOCK):
        leaves = desks[int(f[F.manager + j])][M.left]
        x[S.bond + j] = organisation.bond_after_leaving(x[S.bond + j], leaves, keep)


@loop
def new_chief(x: Any, stranger: float, part: float) -> None:
    """Somebody takes office whom partners do not know."""
    for j in range(BLOCK):
        x[S.strange + j] = payout.larger(x[S.strange + j], stranger)
        x[S.bond + j] = chief.bond_to_stranger(x[S.bond + j], stranger, part)


@loop
def get_used(x: Any, z: Any, par: Any) -> None:
    """Partners get used to a new chief, by contact or by time."""
    weeks, per_touch = par[P.stranger_weeks], par[P.stranger_touch]
    for j in range(BLOCK):
        x[S.strange + j] = chief.met(x[S.strange + j], weeks, z[Z.touches + j], per_touch)
