"""Contacts of the week, and the understanding and bond they leave behind."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, contact, payout


@loop
def plan_contacts(x: Any, f: Any, z: Any, lev: Any, par: Any, now: Now) -> None:
    """Which contacts are due, and the hours of partner managers they ask for."""
    calls, visits, care = lev[G.calls], lev[G.visits], par[P.care_hours]
    call_hours, visit_hours = par[P.call_hours], par[P.visit_hours]
    for j in range(BLOCK):
        attention = contact.attention_of(f[F.attention + j], closing.active(x[S.willing + j]))
        call_rate = contact.per_week(calls, attention)
        visit_rate = contact.per_week(visits, attention)
        call = contact.due(now.week, f[F.phase + j], call_rate)
        visit = contact.due(now.week, contact.shifted(f[F.phase + j]), visit_rate)
        z[Z.calls + j] = call
        z[Z.visits + j] = visit
        z[Z.hours + j] = contact.wanted_hours(
            call, visit, call_hours, visit_hours, contact.care(care, attention)
        )
        z[Z.planned + j] = payout.added(call_rate, visit_rate)


@loop
def meet(z: Any, ids: Any, par: Any, load: float, keys: Any) -> None:
    """Which of them take place."""
    comfortable, base = par[P.comfortable_load], par[P.reliability_base]
    chance = contact.reliability(load, comfortable, base, par[P.reliability_slope], par[P.reliability_floor])
    call, visit = keys[Purpose.CALL], keys[Purpose.VISIT]
    for j in range(BLOCK):
        z[Z.calls + j] = contact.takes_place(uniform(call, ids[j]), chance, z[Z.calls + j])
        z[Z.visits + j] = contact.takes_place(uniform(visit, ids[j]), chance, z[Z.visits + j])
        z[Z.touches + j] = payout.added(z[Z.calls + j], z[Z.visits + j])


@loop
def read(z: Any, ids: Any, lev: Any, par: Any, now: Now, keys: Any) -> None:
    """The newsletter goes to everybody and is read by some."""
    share, letter = par[P.newsletter_reach_share], keys[Purpose.NEWSLETTER]
    sent = contact.due(now.week, 0.0, contact.per_week(lev[G.newsletters], contact.MONTHS_PER_QUARTER))
    for j in range(BLOCK):
        z[Z.letters + j] = sent
        z[Z.newsletters + j] = 0.0
    if sent > 0.0:
        for j in range(BLOCK):
            z[Z.newsletters + j] = contact.takes_place(uniform(letter, ids[j]), share, sent)


@loop
def understand(x: Any, z: Any, f: Any, par: Any, complexity: float) -> None:
    """What the contacts teach about the programme."""
    lift, effect, usual = par[P.understanding_lift], par[P.complexity_effect], par[P.complexity_reference]
    letter, call, visit = par[P.teach_newsletter], par[P.teach_call], par[P.teach_visit]
    fading, rest = par[P.understanding_fading], par[P.understanding_rest_share]
    difficulty = contact.difficulty(par[P.difficulty_share], complexity)
    for j in range(BLOCK):
        ceiling = contact.awareness_ceiling(f[F.awareness_logit + j], complexity, lift, effect, usual)
        taught = contact.lesson(
            z[Z.newsletters + j], z[Z.calls + j], z[Z.visits + j], letter, call, visit, difficulty
        )
        x[S.understanding + j] = contact.understanding_after(
            x[S.understanding + j], ceiling, taught, fading, rest
        )


@loop
def bond(x: Any, z: Any, par: Any, quality: float) -> None:
    """Personal bonds after the week's contacts."""
    call, visit, fading = par[P.bond_call], par[P.bond_visit], par[P.bond_fading]
    for j in range(BLOCK):
        x[S.bond + j] = contact.bond_after(
            x[S.bond + j], z[Z.calls + j], z[Z.visits + j], quality, call, visit, fading
        )
