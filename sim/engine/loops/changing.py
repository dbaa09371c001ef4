"""The three days of a change: announcement, effect, reversal."""

from typing import Any, Final

from sim.engine.layout import F, G, P, S
from sim.engine.loops.deals import engagement
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.rules import closing, conflict, payout, renewal, reward, tales, transition, trust

FOR_EVER: Final = 1e4
"""Weeks for which today's programme has been in force."""
TODAY, NEW, PROTECTED = 0, 1, 2


@inlined
def design_of(week: int, designs: Any) -> tuple[int, float]:
    """Which programme holds in a week, and for how many weeks it has been in force."""
    if week < designs.change_week or week >= designs.reverse_week:
        return TODAY, FOR_EVER
    return PROTECTED if week < designs.protected_week else NEW, float(week - designs.change_week)


@inlined
def change(x: Any, f: Any, par: Any, designs: Any, week: int) -> None:
    """Whatever happens to a block on this day of a change; nothing on other days."""
    old, new = designs.levers[TODAY], designs.levers[NEW]
    if week == designs.announce_week:
        factors = engagement(old, par, FOR_EVER).below, engagement(new, par, FOR_EVER).below
        announce(x, f, old, new, par, float(designs.change_week - week), designs.leaked, factors)
    if week == designs.change_week and week < designs.reverse_week:
        take_effect(x, designs.changed_share, designs.protects, designs.ended_below, designs.invites)
    if week == designs.reverse_week:
        reverse(x, par, float(week - designs.announce_week))


@inlined
def invitations(designs: Any, par: Any, week: int, silent: float) -> float:
    """Hours of partner managers that asking silent partners back takes in this week."""
    if week != designs.change_week or week >= designs.reverse_week:
        return 0.0
    return transition.hours_of_invitations(silent, par[P.invite_hours], designs.invites)


@inlined
def _worth(x: Any, f: Any, lev: Any, par: Any, j: int) -> float:
    """What a programme is worth to a partner at first sight."""
    front = reward.tier_front(
        x[S.tier + j], lev[G.front_registered], lev[G.front_silver], lev[G.front_gold], lev[G.front_platinum]
    )
    front = renewal.front_with_renewals(front, f[F.renewal + j], lev[G.renewal_less])
    kept = reward.kept_front(front, f[F.pass_through + j])
    chance = conflict.registration_chance(
        x[S.understanding + j], x[S.trust + j], par[P.registration_ease], lev[G.approval_hours],
        par[P.registration_free_hours], par[P.registration_hours_cost], lev[G.approval_share],
    )  # fmt: skip
    chance = conflict.when_offered(chance, lev[G.offered])
    kept = reward.with_registration(kept, lev[G.points], f[F.pass_through + j], chance)
    belief = reward.credence(x[S.trust + j], par[P.credence_floor_share])
    seen = reward.perception(x[S.understanding + j], belief, par[P.certainty_share], 1.0)
    solution = payout.part(lev[G.solution], f[F.solution_share + j])
    rewards = payout.four(solution, payout.part(lev[G.new_logo], f[F.new_logo + j]), lev[G.funds], 0.0)
    later = reward.payment_discount(f[F.discount + j], lev[G.lag_weeks])
    return transition.terms_worth(kept, front, lev[G.plan_usual], rewards, seen, later)


@inlined
def price_of_change(old: Any, par: Any, notice_weeks: float, leaked: float) -> tuple[float, float]:
    """Trust lost by a change that is felt in full, and the part of it that a council takes away."""
    sudden, more = par[P.change_sudden], par[P.notice_more_weeks]
    cost = transition.pain_of_notice(
        notice_weeks, par[P.notice_short_weeks], more, sudden, par[P.change_announced]
    )
    cost = payout.added(cost, transition.leaked_pain(sudden, leaked, par[P.leak_share]))
    return cost, transition.softened(old[G.councils], par[P.councils_enough], par[P.council_softens_share])


@loop
def announce(
    x: Any,
    f: Any,
    old: Any,
    new: Any,
    par: Any,
    notice_weeks: float,
    leaked: float,
    factors: tuple[float, float],
) -> None:
    """Hurt of the change, for those who will lose by it.

    factors : factor on incidents of the old and of the new rule of engagement
    """
    cost, soft = price_of_change(old, par, notice_weeks, leaked)
    reference, bounded = par[P.trust_reference], par[P.trust_boundedness]
    for j in range(BLOCK):
        before, after = _worth(x, f, old, par, j), _worth(x, f, new, par, j)
        terms = transition.felt_share(before, after, par[P.change_whole_share])
        rules = transition.rules_felt(f[F.overlap + j], factors[0], factors[1], par[P.change_rules_whole])
        pain = transition.pain(terms, rules, cost, soft)
        hurt = trust.loss(pain, x[S.trust + j], reference, bounded)
        x[S.hurt_change + j] = payout.added(x[S.hurt_change + j], hurt)
        x[S.tale_leak + j] = tales.of_leak(hurt, leaked)


@loop
def take_effect(x: Any, changed_share: float, protects: float, ended_below: float, invites: float) -> None:
    """What is new must be learned; contracts that the vendor ends are over."""
    for j in range(BLOCK):
        x[S.understanding + j] = transition.unlearned(x[S.understanding + j], changed_share)
        selling = closing.active(x[S.willing + j])
        stays = transition.stays_enrolled(protects, x[S.tier + j], ended_below, selling)
        stays = payout.only_when(stays, x[S.enrolled + j])
        x[S.enrolled + j] = stays
        x[S.willing + j] = payout.only_when(x[S.willing + j], stays)
        x[S.silent + j] = transition.silence_when_invited(x[S.silent + j], invites)


@loop
def reverse(x: Any, par: Any, weeks: float) -> None:
    """Taking the change back heals its own hurt, if it is quick."""
    healed, window = par[P.reversal_healed_share], par[P.reversal_window_weeks]
    for j in range(BLOCK):
        x[S.hurt_change + j] = transition.after_reversal(x[S.hurt_change + j], healed, weeks, window)
