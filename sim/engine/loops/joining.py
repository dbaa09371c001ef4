"""Who leaves of its own will, which beginners start to sell, and which prospects sign."""

from typing import Any

from sim.engine.layout import EARLY, D, F, G, L, P, S, Z
from sim.engine.loops.prepare import first_target, sell_as_usual
from sim.engine.loops.sums import add_field
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, contact, loyalty, payout, recruitment


@loop
def second_orders(x: Any, z: Any) -> None:
    """Deals won in the first half year after signing, and second ones among them."""
    for j in range(BLOCK):
        before = x[S.early + j]
        x[S.early + j] = recruitment.early_orders(before, z[Z.won + j], x[S.since + j], EARLY)
        z[Z.second + j] = recruitment.second_order(before, x[S.early + j])
        x[S.since + j] = recruitment.one_more_week(x[S.since + j], x[S.enrolled + j])


@loop
def leave(x: Any, d: Any, z: Any, ids: Any, par: Any, f: Any, keys: Any) -> None:
    """Contracts that partners end: those who sell, those who are silent, and beginners that give up."""
    effect, key = par[P.exit_trust], keys[Purpose.EXIT]
    sells, silent = par[P.exit_active_factor], par[P.exit_silent_factor]
    give_up = recruitment.weekly_exit(par[P.unsold_exit_per_week])
    for j in range(BLOCK):
        selling = closing.active(x[S.willing + j])
        above = loyalty.above(x[S.trust + j], d[D.trust + j])
        factor = payout.chosen(sells, silent, selling)
        chance = recruitment.exit_chance(f[F.leaving + j], factor, above, effect)
        chance = payout.chosen(chance, give_up, x[S.started + j])
        left = payout.only_when(closing.happens(uniform(key, ids[j]), chance), x[S.enrolled + j])
        stays = payout.none_of(left)
        z[Z.left + j] = left
        x[S.enrolled + j] = payout.only_when(x[S.enrolled + j], stays)
        x[S.started + j] = payout.only_when(x[S.started + j], stays)
        x[S.willing + j] = payout.only_when(x[S.willing + j], stays)


@loop
def begin_to_sell(x: Any, z: Any, ids: Any, lev: Any, par: Any, keys: Any) -> None:
    """Beginners that sell for the first time next week, and the hours that they are taken by the hand."""
    rate, fresh, late = par[P.activation_per_week], par[P.fresh_weeks], par[P.late_start_factor]
    hours, key = lev[G.onboarding], keys[Purpose.ACTIVATION]
    care = recruitment.onboarding_factor(hours, par[P.onboarding_half_hours], par[P.onboarding_lift])
    for j in range(BLOCK):
        beginner = payout.only_when(payout.none_of(x[S.started + j]), x[S.enrolled + j])
        since = x[S.since + j]
        zeal = recruitment.in_first_zeal(since, fresh)
        cared = payout.chosen(care, 1.0, zeal)
        chance = recruitment.activation_chance(
            rate, x[S.ease + j], since, fresh, late, x[S.understanding + j], cared
        )
        starts = payout.only_when(closing.happens(uniform(key, ids[j]), chance), beginner)
        z[Z.begun + j] = starts
        z[Z.joining_hours + j] = payout.part(payout.only_when(hours, beginner), zeal)
        x[S.started + j] = payout.added(x[S.started + j], starts)
        x[S.willing + j] = payout.added(x[S.willing + j], starts)
        x[S.silent + j] = payout.only_when(x[S.silent + j], payout.none_of(starts))


@loop
def sign(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, skill: float, in_force: float, keys: Any
) -> None:
    """Prospects that sign: firms outside the programme, but none whose contract the vendor ended.

    skill : quality of those who pitch, 1 at the usual
    in_force : weeks for which the programme has held
    """
    way, pace, usual = lev[G.recruiting], lev[G.pace], par[P.new_understanding_share]
    learning = recruitment.ramp(par[P.on_the_job_start_share], in_force, 0.0, par[P.on_the_job_ramp_weeks])
    hired = recruitment.ramp(0.0, in_force, par[P.hunter_idle_weeks], par[P.hunter_ramp_weeks])
    share = recruitment.of_four(way, 1.0, hired, 1.0, learning)
    factor = recruitment.of_four(way, 1.0, 1.0, par[P.outsourced_ease_factor], 1.0)
    own = recruitment.of_four(way, 1.0, 0.0, 0.0, par[P.on_the_job_hours_factor])
    own = payout.part(own, payout.chosen(par[P.business_pitch_hours], 1.0, lev[G.business_pitch]))
    hours = recruitment.hours_to_sign(par[P.signing_hours], own, skill)
    heard = recruitment.pitch_factor(
        lev[G.business_pitch], skill, par[P.business_pitch_lift], par[P.business_pitch_break]
    )
    felt = recruitment.experience_factor(lev[G.experience], par[P.experience_half], par[P.experience_lift])
    worth = payout.part(skill, payout.part(heard, felt))
    able, spread, key = par[P.able_share], par[P.ease_log_sd], keys[Purpose.SIGNING]
    for j in range(BLOCK):
        inside = payout.four(x[S.enrolled + j], x[S.ended + j], z[Z.left + j], 0.0)
        chance = recruitment.signing_chance(f[F.joining + j], pace, share, worth)
        signs = payout.only_when(closing.happens(uniform(key, ids[j]), chance), payout.none_of(inside))
        z[Z.joined + j] = signs
        z[Z.joining_hours + j] = payout.added(z[Z.joining_hours + j], payout.part(hours, signs))
        if signs > 0.5:
            u_able, u = uniform(keys[Purpose.ABLE], ids[j]), uniform(keys[Purpose.EASE], ids[j])
            x[S.ease + j] = recruitment.ease(u_able, u, able, spread, factor)
            _start_afresh(x, f, d, lev, par, usual, j)


@inlined
def _start_afresh(x: Any, f: Any, d: Any, lev: Any, par: Any, usual: float, j: int) -> None:
    """A new firm under contract: nothing behind it, nothing on its way."""
    for place in FORGOTTEN:
        x[place + j] = 0.0
    x[S.reputation + j] = f[F.prior + j]
    x[S.trust + j] = f[F.prior + j]
    known = contact.awareness_ceiling(f[F.awareness_logit + j], 0.0, 0.0, 0.0, 0.0)
    x[S.understanding + j] = payout.part(known, usual)
    x[S.received + j] = f[F.wanted + j]
    x[S.known_pace + j] = f[F.deals + j]
    x[S.enrolled + j] = 1.0
    sell_as_usual(x, d, par[P.effort_elasticity], j)
    x[S.silent + j] = 1.0
    x[S.target + j] = first_target(f[F.weekly_list + j], 0.0, lev[G.clock_weeks], lev[G.target_growth], par)


FORGOTTEN = (
    S.goodwill, S.hurt, S.bond, S.belief, S.hurt_change, S.heard, S.tale_leak, S.tale_ill, S.tale_well,
    S.heard_leak, S.heard_ill, S.heard_well, S.slight, S.gap, S.confidence, S.unseen, S.believed, S.started,
    S.since, S.early, S.base, S.willing, S.skill_p, S.skill_s, S.tier, S.period, S.year, S.quarter,
    S.quarter_1, S.quarter_2, S.quarter_3, S.quarter_4, S.last_year, S.price, S.price_start, S.value_start,
    S.hold, S.strange, S.treated, S.warned,
)  # fmt: skip
"""State that a firm under a new contract does not bring along."""


@loop
def add_up(z: Any, lanes: Any) -> None:
    """Add a block's comings and goings to the lanes."""
    add_field(z, Z.joined, lanes, L.joined)
    add_field(z, Z.left, lanes, L.left)
    add_field(z, Z.begun, lanes, L.begun)
    add_field(z, Z.second, lanes, L.second)
    add_field(z, Z.joining_hours, lanes, L.joining_hours)
