"""Who is met this week and how it goes: attention, rhythm, own wish, quality, occasions."""

from typing import Any

from sim.engine.common import Vendorial
from sim.engine.layout import OFFERS, D, F, G, M, P, S, V, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, contact, learning, managers, payout, rhythm, touch


@loop
def attend(x: Any, f: Any, z: Any, lev: Any) -> None:
    """Attention that each partner gets: of its segment, and by its size if the programme says so."""
    focus = lev[G.focus]
    for j in range(BLOCK):
        z[Z.attention + j] = contact.attention_of(f[F.attention + j], closing.active(x[S.willing + j]))
    if focus > 0.0:
        for j in range(BLOCK):
            z[Z.attention + j] = touch.focused(z[Z.attention + j], f[F.size_log + j], f[F.size_sd + j], focus)


@loop
def by_desk(f: Any, z: Any, desks: Any, reliable: float, initiative: float, loss: float) -> None:
    """What contact is worth with each partner's manager, and the chance that it takes place.

    desks : a single one stands for all where nobody leaves
    reliable : chance that a planned contact takes place, of the team
    """
    if len(desks) == 1:
        chance = managers.routine(reliable, desks[0][M.keeps], initiative, loss)
        for j in range(BLOCK):
            z[Z.chance + j] = chance
            z[Z.quality + j] = payout.part(f[F.manager_quality + j], desks[0][M.quality])
        return
    for j in range(BLOCK):
        desk = desks[int(f[F.manager + j])]
        z[Z.chance + j] = managers.routine(reliable, desk[M.keeps], initiative, loss)
        z[Z.quality + j] = payout.part(f[F.manager_quality + j], desk[M.quality])


@loop
def keep_rhythm(x: Any, f: Any, z: Any, par: Any) -> None:
    """Whether contact came when it was expected, and whether it is as much as the partner wants."""
    early, late, gain, cost = (
        par[P.rhythm_early],
        par[P.rhythm_late],
        par[P.trust_on_time],
        par[P.trust_lapse],
    )
    learning_rate, forgetting = par[P.rhythm_learning], par[P.rhythm_forgetting]
    letter, speed, tolerance = par[P.letter_weight], par[P.received_speed], par[P.wish_tolerance]
    effect, fatigue, neglect = par[P.fatigue_effect], par[P.trust_fatigue], par[P.trust_neglect]
    for j in range(BLOCK):
        touched, gap, sure = z[Z.touches + j], x[S.gap + j], x[S.confidence + j]
        interval = rhythm.promised_interval(z[Z.planned + j])
        kept = rhythm.on_time(touched, gap, interval, early, late)
        lapsed = rhythm.lapse(touched, gap, interval, late)
        z[Z.cordial + j] = rhythm.rhythm_gain(kept, gain)
        z[Z.affront + j] = rhythm.rhythm_loss(lapsed, sure, cost)
        x[S.confidence + j] = rhythm.confidence_after(sure, kept, lapsed, learning_rate, forgetting)
        x[S.gap + j] = rhythm.gap_after(gap, touched)
    for j in range(BLOCK):
        felt = rhythm.touches_felt(z[Z.touches + j], z[Z.letters + j], letter)
        x[S.received + j] = rhythm.received_after(x[S.received + j], felt, speed)
        beyond = rhythm.beyond_wish(x[S.received + j], f[F.wanted + j], tolerance)
        missing = rhythm.short_of_wish(x[S.received + j], f[F.wanted + j], tolerance)
        z[Z.fresh + j] = rhythm.fatigue_factor(beyond, effect)
        wish = payout.only_when(
            rhythm.wish_loss(beyond, missing, fatigue, neglect), closing.active(x[S.willing + j])
        )
        z[Z.affront + j] = payout.added(z[Z.affront + j], wish)


@loop
def answer(x: Any, d: Any, z: Any, par: Any, all_: Vendorial) -> None:
    """How good contact is with this partner's manager, and what help with customers' problems does."""
    gain, cost, review = par[P.trust_helped], par[P.trust_let_down], par[P.trust_review]
    for j in range(BLOCK):
        problem = payout.only_when(d[D.problem + j], closing.active(x[S.willing + j]))
        helped = touch.helped(problem, all_.help, gain)
        reviewed = payout.part(z[Z.reviews + j], review)
        z[Z.cordial + j] = payout.four(z[Z.cordial + j], helped, reviewed, 0.0)
        z[Z.affront + j] = payout.added(z[Z.affront + j], touch.let_down(problem, all_.help, cost))
        quality = payout.part(all_.quality, z[Z.quality + j])
        z[Z.quality + j] = payout.part(quality, z[Z.fresh + j])
        z[Z.extra + j] = 0.0
        z[Z.taught + j] = 0.0
        z[Z.bonded + j] = 0.0
        z[Z.occasions_cost + j] = 0.0
        z[Z.attended_cost + j] = 0.0


@loop
def gather(x: Any, z: Any, ids: Any, lev: Any, par: Any, vend: Any, all_: Vendorial, keys: Any) -> None:
    """The occasions that are due this week, one after the other."""
    far, near, new = par[P.attendance_cost], par[P.attendance_cost_near], par[P.news_per_year]
    if all_.council > 0.0:
        key, reach, focus = keys[Purpose.COUNCIL], par[P.council_reach_share], par[P.council_focus]
        _meet(x, z, ids, key, all_.council, reach, focus, 0.0, par)
        _leave_behind(z, par[P.teach_council], par[P.bond_council], par[P.trust_council], 0.0, far)
    if all_.conference > 0.0:
        key, reach, focus = keys[Purpose.CONFERENCE], par[P.conference_reach_share], par[P.conference_focus]
        fee, talks = lev[G.conference_fee], lev[G.conference_talks]
        _meet(x, z, ids, key, all_.conference, reach, focus, fee, par)
        taught = payout.part(par[P.teach_conference], payout.rest(1.0, talks, 0.0))
        bonded = payout.part(par[P.bond_conference], talks)
        pleased = touch.goodwill_of_conference(
            talks, fee, par[P.trust_conference], par[P.conference_fee_loss]
        )
        cost = touch.cost_of_attending(1.0, vend[V.conference_cost], fee)
        _leave_behind(z, taught, bonded, pleased, cost, payout.added(far, fee))
    if all_.event > 0.0:
        _meet(x, z, ids, keys[Purpose.EVENT], all_.event, par[P.event_reach_share], 0.0, 0.0, par)
        _leave_behind(z, par[P.teach_event], par[P.bond_event], 0.0, 0.0, near)
    if all_.press > 0.0:
        _meet(x, z, ids, keys[Purpose.PRESS], all_.press, par[P.press_reach_share], 0.0, 0.0, par)
        fresh = touch.novelty(lev[G.press], new)
        _leave_behind(z, payout.part(par[P.teach_press], fresh), 0.0, 0.0, 0.0, 0.0)
    if all_.round_table > 0.0:
        key, reach, focus = keys[Purpose.ROUND_TABLE], par[P.table_reach_share], par[P.table_focus]
        _meet(x, z, ids, key, all_.round_table, reach, focus, 0.0, par)
        _leave_behind(z, 0.0, par[P.bond_table], par[P.trust_table], 0.0, far)
    if all_.briefing > 0.0:
        _meet(x, z, ids, keys[Purpose.BRIEFING], all_.briefing, par[P.briefing_reach_share], 0.0, 0.0, par)
        fresh = touch.novelty(lev[G.briefings], new)
        _leave_behind(z, payout.part(par[P.teach_briefing], fresh), 0.0, 0.0, 0.0, near)
        skill = payout.part(par[P.briefing_skill], fresh)
        for j in range(OFFERS * BLOCK):
            met = z[Z.met + j % BLOCK]
            x[S.skill_p + j] = learning.skill_after(x[S.skill_p + j], met, skill, 0.0)


@inlined
def _meet(
    x: Any, z: Any, ids: Any, key: Any, due: float, reach: float, focus: float, fee: float, par: Any
) -> None:
    """Who takes part."""
    effect = par[P.fee_effect]
    for j in range(BLOCK):
        chance = touch.attendance_chance(reach, z[Z.attention + j], focus, fee, effect, x[S.willing + j])
        z[Z.met + j] = contact.takes_place(uniform(key, ids[j]), chance, due)


@inlined
def _leave_behind(z: Any, taught: float, bonded: float, pleased: float, cost: float, own_cost: float) -> None:
    """What it leaves behind with those who did, and what it costs the vendor and them."""
    for j in range(BLOCK):
        met = z[Z.met + j]
        z[Z.taught + j] = payout.added(z[Z.taught + j], payout.part(met, taught))
        z[Z.bonded + j] = payout.added(z[Z.bonded + j], payout.part(met, bonded))
        z[Z.cordial + j] = payout.added(z[Z.cordial + j], payout.part(met, pleased))
        z[Z.occasions_cost + j] = payout.added(z[Z.occasions_cost + j], payout.part(met, cost))
        z[Z.attended_cost + j] = payout.added(z[Z.attended_cost + j], payout.part(met, own_cost))
