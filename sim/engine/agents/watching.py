"""What the vendor sees of a partner, and how it wins one back."""

from typing import Any

from sim.kernel.draws import Purpose
from sim.rules import closing, loyalty, monitoring, payout, route


class Watching:
    """Signs of life, alarms and offers to come back."""

    def _watched(self: Any, z: Any, p: Any, lev: Any) -> None:
        selling = closing.active(self.willing)
        seen = payout.part(p.portal_per_week, lev.telemetry)
        sign = monitoring.shows_life(self._draw(Purpose.PORTAL), z.won, seen, selling)
        self.unseen = monitoring.unseen_after(self.unseen, sign)
        rate = monitoring.sign_rate(self.known_pace, p.portal_per_week, lev.telemetry)
        through = route.through_distribution(self.tier, lev.served_below)
        known = route.known_late(self.unseen, through, p.distributor_lag_weeks)
        alive = monitoring.alive_chance(known, rate, p.believed_dropout)
        believed = payout.only_when(monitoring.believed_alive(alive, lev.watch_threshold), self.enrolled)
        alarm = monitoring.alarm(believed, self.believed)
        z.alarm = payout.only_when(alarm, payout.none_of(selling))
        z.false_alarm = payout.only_when(alarm, selling)
        z.overdue, self.believed = payout.only_when(self.silent, z.alarm), believed
        pace = monitoring.pace_after(self.known_pace, z.won, p.watch_speed)
        self.known_pace = payout.chosen(pace, self.known_pace, believed)
        self._tell(alarm=z.alarm, false_alarm=z.false_alarm)

    def _won_back(self: Any, f: Any, d: Any, z: Any, p: Any, lev: Any) -> None:
        z.comeback = payout.only_when(f.comeback, self.started)
        if lev.winback_hours > 0.0:
            flagged = payout.only_when(payout.none_of(self.believed), self.started)
            effort = lev.winback_hours, p.winback_strength
            factor = monitoring.winback_factor(*effort, self.silent, p.winback_memory_weeks)
            above, known = loyalty.above(self.trust, d.trust), loyalty.above(self.bond, d.bond)
            ease = monitoring.winback_ease(above, known, p.winback_trust, p.winback_bond)
            factor = payout.chosen(monitoring.winback_eased(factor, ease), 1.0, flagged)
            z.comeback = payout.part(z.comeback, factor)
            z.hours = payout.added(z.hours, monitoring.winback_hours(flagged, lev.winback_hours))
