"""What a change of programme does to a partner on the day it is announced, valid, or taken back."""

from typing import Any

from sim.kernel.draws import Purpose
from sim.rules import closing, payout, tales, transition, trust


class Changing:
    """Hurt, unlearning, ended contracts and reversal of one partner."""

    def announced(self: Any, cost: float, soft: float, factors: tuple[float, float]) -> None:
        """Hurt by a change that is announced, if this partner will lose by it."""
        f, p, (old, new) = self.f, self.model.par, self.model.levers[:2]
        terms = transition.felt_share(self._worth(f, p, old), self._worth(f, p, new), p.change_whole_share)
        rules = transition.rules_felt(f.overlap, *factors, p.change_rules_whole)
        pain = transition.pain(terms, rules, cost, soft)
        hurt = trust.loss(pain, self.trust, p.trust_reference, p.trust_boundedness)
        self.hurt_change = payout.added(self.hurt_change, hurt)
        self.tale_leak = tales.of_leak(hurt, self.model.designs.leaked)
        self._tell(announced=hurt)

    def takes_effect(
        self: Any, changed_share: float, protects: float, ended_below: float, invites: float
    ) -> None:
        """What is new must be learned; the contract may be ended."""
        self.understanding = transition.unlearned(self.understanding, changed_share)
        selling = closing.active(self.willing)
        stays = transition.stays_enrolled(protects, self.tier, ended_below, selling)
        gone = payout.only_when(payout.none_of(stays), self.enrolled)
        self.ended = payout.added(self.ended, gone)
        self._tell(ended=gone)
        self.enrolled = payout.only_when(stays, self.enrolled)
        self.started = payout.only_when(self.started, self.enrolled)
        self.willing = payout.only_when(self.willing, self.enrolled)
        self.silent = transition.silence_when_invited(self.silent, invites)

    def reversed(self: Any, weeks: float, invites_ended: float) -> None:
        """The change is taken back, and with it, perhaps, the end of the contract."""
        p = self.model.par
        window = p.reversal_healed_share, weeks, p.reversal_window_weeks
        self.hurt_change = transition.after_reversal(self.hurt_change, *window)
        if invites_ended > 0.0:
            u, usual = self._draw(Purpose.INVITED), (p.trust_reference, p.invite_accepted_share)
            accepted = payout.only_when(transition.accepts(u, self.trust, *usual), self.ended)
            self.enrolled = payout.added(self.enrolled, accepted)
            self.started = payout.added(self.started, accepted)
            self.ended = payout.rest(self.ended, accepted, 0.0)
            self.silent = transition.silence_when_enrolled(self.silent, accepted)
            self._tell(signed_again=accepted)
