"""Contracts of each partner's customers: what comes up for renewal, and what is left after the week."""

from typing import Any

from sim.engine.layout import D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import closing, loyalty, payout, renewal


@loop
def come_up(x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any) -> None:
    """Renewals that come to each partner this week, against the reference, and those taken direct."""
    skill_effect, bond_effect = par[P.renewal_skill], par[P.renewal_bond]
    margin_effect, neglect, cost = par[P.renewal_margin], par[P.renewal_neglect], par[P.trust_renewal_taken]
    less, direct = lev[G.renewal_less], lev[G.renewals_direct]
    for j in range(BLOCK):
        skill = loyalty.above(x[S.skill_p + j], d[D.skill_p + j])
        bond = loyalty.above(x[S.bond + j], d[D.bond + j])
        pull = renewal.renewal_pull(
            skill, bond, skill_effect, bond_effect, less, margin_effect, x[S.willing + j], neglect
        )
        share, part = renewal.renewal_share(d[D.renews + j], pull), f[F.renewal + j]
        ratio = renewal.renewals_ratio(x[S.base + j], share, d[D.renews + j], direct)
        factor = renewal.with_renewals(part, ratio)
        z[Z.renewed + j] = share
        z[Z.renewing + j] = factor
        z[Z.renewals + j] = renewal.renewals_now(part, ratio, factor)
    if direct > 0.0:
        for j in range(BLOCK):
            part = f[F.renewal + j]
            ratio = renewal.renewals_ratio(x[S.base + j], z[Z.renewed + j], d[D.renews + j], 0.0)
            taken = renewal.taken_direct(f[F.weekly_list + j], part, ratio, direct)
            z[Z.renewed_direct + j] = payout.only_when(taken, x[S.enrolled + j])
            hurt = payout.only_when(renewal.taken_loss(direct, part, cost), closing.active(x[S.willing + j]))
            z[Z.affront + j] = payout.added(z[Z.affront + j], hurt)
    else:
        for j in range(BLOCK):
            z[Z.renewed_direct + j] = 0.0


@loop
def run_on(x: Any, f: Any, d: Any, z: Any, lev: Any, usage: float) -> None:
    """Contracts that still run after this week's ends, renewals, sales and growth through use."""
    kept = payout.rest(1.0, lev[G.renewals_direct], 0.0)
    for j in range(BLOCK):
        due = renewal.due_for_renewal(x[S.base + j], f[F.term + j])
        renewed = payout.part(payout.part(due, z[Z.renewed + j]), kept)
        sold = payout.part(z[Z.sold + j], d[D.per_week + j])
        grown = renewal.growth_by_use(d[D.renews + j], f[F.term + j], usage)
        new = renewal.contracts_sold(d[D.renews + j], f[F.term + j], grown)
        x[S.base + j] = renewal.base_after(x[S.base + j], due, renewed, sold, new, grown)
        z[Z.base + j] = payout.only_when(x[S.base + j], z[Z.selling + j])
