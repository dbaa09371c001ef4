"""Benefits that are not money."""

from typing import Any

from sim.engine.layout import G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import benefits, closing, payout


@loop
def enjoy(x: Any, z: Any, lev: Any, par: Any) -> None:
    """Goodwill of those who sell for us and have benefits; nothing without any."""
    if lev[G.benefits] > 0.0:
        gain = benefits.enjoyed(lev[G.benefits], par[P.benefits_half], par[P.trust_benefits])
        for j in range(BLOCK):
            pleased = payout.only_when(gain, closing.active(x[S.willing + j]))
            z[Z.cordial + j] = payout.added(z[Z.cordial + j], pleased)
