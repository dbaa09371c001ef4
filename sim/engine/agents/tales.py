"""Tales beside conflict, to read: a part of ``partner.Partner`` and the week's end of its market."""

from typing import Any, Final

from sim.rules import closing, payout, rumour, tales, trust

KINDS: Final = ("leak", "ill", "well")


class Tales:
    """What one partner hears and tells beside conflict."""

    def _hear_tales(self: Any, z: Any, p: Any, lev: Any) -> None:
        pain = tales.weight(self.heard_leak, p.heard_trust_share)
        hurt = trust.loss(pain, self.trust, p.trust_reference, p.trust_boundedness)
        self.hurt_change = payout.added(self.hurt_change, hurt)
        z.affront = payout.added(z.affront, tales.weight(self.heard_ill, p.heard_trust_share))
        z.cordial = payout.added(z.cordial, tales.weight(self.heard_well, p.heard_well_share))
        if lev.focus > 0.0:
            slight = tales.slight_loss(self.slight, p.trust_slight, closing.active(self.willing))
            z.affront = payout.added(z.affront, slight)
        self._tell(tale=self.heard_leak)

    def _tell_tales(self: Any, p: Any) -> None:
        for kind in KINDS:
            own, heard = getattr(self, f"tale_{kind}"), getattr(self, f"heard_{kind}")
            amount = rumour.told(own, heard, p.telling_share, p.retelling_share)
            amount = payout.only_when(rumour.worth_telling(amount, p.smallest_tale), self.enrolled)
            setattr(self, f"tale_{kind}", 0.0)
            setattr(self.z, f"told_{kind}", amount)

    def compare_treatment(self: Any, by_place: dict[int, Any], p: Any) -> None:
        """Look at the best treated of the neighbours in the same tier."""
        worst = 0.0
        for place in self.neighbours:
            other = by_place[place]
            gap = tales.advantage(other.received, self.received, self.f.wanted, p.slight_tolerance)
            equal = tales.comparable(other.tier, self.tier, other.enrolled)
            worst = payout.larger(payout.only_when(gap, equal), worst)
        self.slight = worst


def tales_arrive(model: Any) -> None:
    """The week ends: what was told becomes what is heard, in the order of partners and neighbours."""
    by_place = {partner.place: partner for partner in model.agents}
    for kind in KINDS:
        told = dict.fromkeys(by_place, 0.0)
        for partner in model.agents:
            amount = getattr(partner.z, f"told_{kind}")
            for place in partner.neighbours if amount > 0.0 else ():
                told[place] = payout.added(told[place], amount)
        for partner in model.agents:
            setattr(partner, f"heard_{kind}", told[partner.place])
    if model.lev.focus > 0.0:
        for partner in model.agents:
            partner.compare_treatment(by_place, model.par)
