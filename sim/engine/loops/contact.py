"""Contacts of the week, and the understanding and bond they leave behind."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import contact, payout, route, touch


@loop
def plan_contacts(f: Any, z: Any, lev: Any, par: Any, now: Now, saving: float) -> None:
    """Which contacts are planned, and the hours of partner managers they ask for."""
    calls, visits, reviews = lev[G.calls], lev[G.visits], payout.weekly(lev[G.reviews])
    call_hours, visit_hours = payout.part(par[P.call_hours], saving), payout.part(par[P.visit_hours], saving)
    review_hours, care = payout.part(par[P.review_hours], saving), par[P.care_hours]
    regular = lev[G.regularity]
    for j in range(BLOCK):
        attention = z[Z.attention + j]
        call_rate = contact.per_week(calls, attention)
        visit_rate = contact.per_week(visits, attention)
        call = touch.planned(contact.due(now.week, f[F.phase + j], call_rate), call_rate, regular)
        visit = contact.due(now.week, contact.shifted(f[F.phase + j]), visit_rate)
        visit = touch.planned(visit, visit_rate, regular)
        z[Z.calls + j] = call
        z[Z.visits + j] = visit
        z[Z.hours + j] = contact.wanted_hours(
            call, visit, call_hours, visit_hours, contact.care(care, attention)
        )
        z[Z.planned + j] = payout.added(call_rate, visit_rate)
    for j in range(BLOCK):
        rate = payout.part(reviews, z[Z.attention + j])
        review = contact.due(now.week, touch.between(f[F.phase + j]), rate)
        review = touch.planned(review, rate, regular)
        z[Z.reviews + j] = review
        z[Z.hours + j] = payout.added(z[Z.hours + j], payout.part(review, review_hours))
        z[Z.planned + j] = payout.added(z[Z.planned + j], rate)


@loop
def relieve(x: Any, z: Any, served_below: float, par: Any) -> None:
    """Everyday care that a distributor takes off partner managers."""
    care, taken = par[P.care_hours], par[P.distributor_care_share]
    for j in range(BLOCK):
        through = route.through_distribution(x[S.tier + j], served_below)
        own = payout.part(contact.care(care, z[Z.attention + j]), payout.part(through, taken))
        z[Z.hours + j] = payout.rest(z[Z.hours + j], own, 0.0)


@loop
def meet(z: Any, ids: Any, keys: Any) -> None:
    """Which of them take place."""
    call, visit, review = keys[Purpose.CALL], keys[Purpose.VISIT], keys[Purpose.REVIEW]
    for j in range(BLOCK):
        chance = z[Z.chance + j]
        z[Z.calls + j] = contact.takes_place(uniform(call, ids[j]), chance, z[Z.calls + j])
        z[Z.visits + j] = contact.takes_place(uniform(visit, ids[j]), chance, z[Z.visits + j])
        z[Z.reviews + j] = contact.takes_place(uniform(review, ids[j]), chance, z[Z.reviews + j])
        z[Z.touches + j] = payout.four(z[Z.calls + j], z[Z.visits + j], z[Z.reviews + j], 0.0)


@loop
def read(x: Any, z: Any, ids: Any, lev: Any, par: Any, now: Now, keys: Any) -> None:
    """The newsletter goes to everybody and is read by some."""
    share, letter = par[P.newsletter_reach_share], keys[Purpose.NEWSLETTER]
    sent = contact.due(now.week, 0.0, contact.per_week(lev[G.newsletters], contact.MONTHS_PER_QUARTER))
    for j in range(BLOCK):
        z[Z.letters + j] = payout.only_when(sent, x[S.enrolled + j])
        z[Z.newsletters + j] = 0.0
    if sent > 0.0:
        for j in range(BLOCK):
            z[Z.newsletters + j] = contact.takes_place(uniform(letter, ids[j]), share, z[Z.letters + j])


@loop
def understand(x: Any, z: Any, f: Any, par: Any, complexity: float) -> None:
    """What the contacts teach about the programme."""
    lift, effect, usual = par[P.understanding_lift], par[P.complexity_effect], par[P.complexity_reference]
    letter, call, visit = par[P.teach_newsletter], par[P.teach_call], par[P.teach_visit]
    fading, rest, review = par[P.understanding_fading], par[P.understanding_rest_share], par[P.teach_review]
    difficulty = contact.difficulty(par[P.difficulty_share], complexity)
    for j in range(BLOCK):
        ceiling = contact.awareness_ceiling(f[F.awareness_logit + j], complexity, lift, effect, usual)
        taught = contact.lesson(
            z[Z.newsletters + j], z[Z.calls + j], z[Z.visits + j], letter, call, visit, difficulty
        )
        taught = touch.more_taught(
            taught, z[Z.reviews + j], review, z[Z.taught + j], difficulty, z[Z.fresh + j]
        )
        x[S.understanding + j] = contact.understanding_after(
            x[S.understanding + j], ceiling, taught, fading, rest
        )


@loop
def bond(x: Any, z: Any, par: Any) -> None:
    """Personal bonds after the week's contacts."""
    call, visit, fading, review = par[P.bond_call], par[P.bond_visit], par[P.bond_fading], par[P.bond_review]
    for j in range(BLOCK):
        quality = z[Z.quality + j]
        bond = contact.bond_after(
            x[S.bond + j], z[Z.calls + j], z[Z.visits + j], quality, call, visit, fading
        )
        x[S.bond + j] = touch.more_bound(bond, z[Z.reviews + j], review, quality, z[Z.bonded + j])
