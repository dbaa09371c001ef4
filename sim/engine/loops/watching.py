"""What the vendor sees of its partners, and what it does about those it misses."""

from typing import Any

from sim.engine.layout import D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, involvement, loyalty, monitoring, payout, route


@loop
def watch(x: Any, z: Any, lev: Any, par: Any, ids: Any, keys: Any) -> None:
    """Signs of life, the chance that a partner still sells, and alarms, true and false."""
    portal = payout.part(par[P.portal_per_week], lev[G.telemetry])
    dropout, speed, threshold = par[P.believed_dropout], par[P.watch_speed], lev[G.watch_threshold]
    portal_week, telemetry, key = par[P.portal_per_week], lev[G.telemetry], keys[Purpose.PORTAL]
    below, lag = lev[G.served_below], par[P.distributor_lag_weeks]
    for j in range(BLOCK):
        selling = closing.active(x[S.willing + j])
        sign = monitoring.shows_life(uniform(key, ids[j]), z[Z.won + j], portal, selling)
        x[S.unseen + j] = monitoring.unseen_after(x[S.unseen + j], sign)
        pace = x[S.known_pace + j]
        rate = monitoring.sign_rate(pace, portal_week, telemetry)
        known = route.known_late(x[S.unseen + j], route.through_distribution(x[S.tier + j], below), lag)
        alive = monitoring.alive_chance(known, rate, dropout)
        believed = payout.only_when(monitoring.believed_alive(alive, threshold), x[S.enrolled + j])
        alarm = monitoring.alarm(believed, x[S.believed + j])
        gone = payout.none_of(selling)
        z[Z.alarm + j] = payout.only_when(alarm, gone)
        z[Z.false_alarm + j] = payout.only_when(alarm, selling)
        z[Z.overdue + j] = payout.only_when(x[S.silent + j], z[Z.alarm + j])
        x[S.believed + j] = believed
        x[S.known_pace + j] = payout.chosen(monitoring.pace_after(pace, z[Z.won + j], speed), pace, believed)


@loop
def win_back(x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any) -> None:
    """Rate of return, and hours spent on those who count as gone."""
    hours = lev[G.winback_hours]
    for j in range(BLOCK):
        z[Z.comeback + j] = payout.only_when(f[F.comeback + j], x[S.started + j])
    if hours > 0.0:
        strength, memory = par[P.winback_strength], par[P.winback_memory_weeks]
        trust_effect, bond_effect = par[P.winback_trust], par[P.winback_bond]
        for j in range(BLOCK):
            flagged = payout.only_when(payout.none_of(x[S.believed + j]), x[S.started + j])
            factor = monitoring.winback_factor(hours, strength, x[S.silent + j], memory)
            above = loyalty.above(x[S.trust + j], d[D.trust + j])
            known = loyalty.above(x[S.bond + j], d[D.bond + j])
            ease = monitoring.winback_ease(above, known, trust_effect, bond_effect)
            factor = payout.chosen(monitoring.winback_eased(factor, ease), 1.0, flagged)
            z[Z.comeback + j] = payout.part(z[Z.comeback + j], factor)
            z[Z.hours + j] = payout.added(z[Z.hours + j], monitoring.winback_hours(flagged, hours))


@loop
def engage(x: Any, f: Any, d: Any, z: Any, par: Any) -> None:
    """How engaged partners are, by sales and in the relation, what they say, what else they could earn."""
    flattery, half = par[P.survey_flattery_share], par[P.bond_half]
    for j in range(BLOCK):
        selling = z[Z.selling + j]
        stated = monitoring.survey_answer(x[S.trust + j], x[S.bond + j], flattery)
        z[Z.survey + j] = payout.only_when(stated, selling)
        met = involvement.wish_met(x[S.received + j], f[F.wanted + j])
        relational = involvement.relational(x[S.trust + j], x[S.bond + j], x[S.understanding + j], met, half)
        z[Z.relational + j] = payout.only_when(relational, selling)
    for j in range(BLOCK):
        past = payout.four(x[S.quarter_1 + j], x[S.quarter_2 + j], x[S.quarter_3 + j], x[S.quarter_4 + j])
        bought = payout.added(past, x[S.quarter + j])
        z[Z.transactional + j] = payout.only_when(involvement.transactional(bought), x[S.enrolled + j])
        share, weekly = d[D.share_p + j], f[F.weekly_list + j]
        usual = payout.added(share, d[D.share_s + j])
        z[Z.alternative + j] = involvement.alternative(z[Z.effort + j], usual, d[D.margin_p + j], weekly)
