"""What a partner to read feels of the vendor's inner life; a part of ``partner.Partner``."""

from typing import Any

from sim.engine.layout import M
from sim.rules import chief, closing, organisation, payout


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

    def _desk(self: Any, f: Any) -> Any:
        """The desk of this partner's manager; a single one stands for all where nobody leaves."""
        desks = self.model.desks
        return desks[0 if len(desks) == 1 else int(f.manager)]

    def _turnover(self: Any, f: Any, z: Any, p: Any, house: Any) -> None:
        if house.leaves > 0.0:
            leaves = self._desk(f)[M.left]
            self.bond = organisation.bond_after_leaving(self.bond, leaves, p.bond_stays_share)
            self._tell(manager_left=leaves)
        if house.stranger > 0.0:
            self.strange = payout.larger(self.strange, house.stranger)
            self.bond = chief.bond_to_stranger(self.bond, house.stranger, p.chief_bond_share)
            self._tell(new_chief=house.stranger)
        if self.model.vend.turmoil > 0.0:
            self.strange = chief.met(self.strange, p.stranger_weeks, z.touches, p.stranger_touch)
