"""What a partner to read feels of the vendor's inner life; a part of ``mesa_agents.Partner``."""

from typing import Any

from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, organisation, payout


class House:
    """Promises, sabotage, incidents and managers who leave, as one partner meets them."""

    def _feel(self: Any, z: Any, p: Any, house: Any) -> None:
        if not (house.pleased > 0.0 or house.hurt > 0.0 or house.deceived > 0.0):
            return
        selling, lasting = closing.active(self.willing), p.deception_lasting_share
        passing = payout.part(house.deceived, payout.rest(1.0, lasting, 0.0))
        pleased = payout.only_when(house.pleased, selling)
        z.cordial = payout.added(z.cordial, pleased)
        hurt = payout.only_when(payout.added(house.hurt, passing), selling)
        z.affront = payout.added(z.affront, hurt)
        deceived = house.deceived, lasting, selling
        self.reputation = organisation.reputation_deceived(self.reputation, *deceived)
        self._tell(pleased=pleased, affronted=hurt)

    def _turnover(self: Any, f: Any, p: Any, chance: float) -> None:
        if chance > 0.0:
            u = uniform(self.model.keys[Purpose.MANAGER], int(f.manager))
            leaves = closing.happens(u, chance)
            self.bond = organisation.bond_after_leaving(self.bond, leaves, p.bond_stays_share)
            self._tell(manager_left=leaves)
