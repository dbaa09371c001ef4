"""The three days of a change: announcement, effect, reversal."""

from typing import Any, Final

from sim.engine.layout import F, G, P, S
from sim.engine.loops.deals import engagement
from sim.engine.loops.terms import still_protected
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, conflict, demand, payout, renewal, reward, route, tales, transition, trust

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
def change(x: Any, f: Any, ids: Any, par: Any, designs: Any, keys: Any, week: int) -> None:
    """Whatever happens to a block on this day of a change; nothing on other days."""
    old, new = designs.levers[TODAY], designs.levers[NEW]
    if week == designs.announce_week:
        factors = engagement(old, par, FOR_EVER).below, engagement(new, par, FOR_EVER).below
        announce(x, f, old, new, par, float(designs.change_week - week), designs.leaked, factors)
    if week == designs.change_week and week < designs.reverse_week:
        take_effect(x, designs.changed_share, designs.protects, designs.ended_below, designs.invites)
    if week == designs.reverse_week:
        reverse(x, par, float(week - designs.announce_week))
        if designs.invites_ended > 0.0:
            sign_again(x, ids, par, keys)


@inlined
def invitations(designs: Any, par: Any, week: int, silent: float, ended: float) -> float:
    """Hours of partner managers that asking partners back takes in this week.

    silent, ended : partners under contract that do not sell, and those whose contract the vendor ended
    """
    hours, total = par[P.invite_hours], 0.0
    if week == designs.change_week and week < designs.reverse_week:
        total = transition.hours_of_invitations(silent, hours, designs.invites)
    if week == designs.reverse_week - 1:
        asked = transition.hours_of_invitations(ended, hours, designs.invites_ended)
        total = payout.added(total, asked)
    return total


@inlined
def _worth(x: Any, f: Any, lev: Any, par: Any, j: int) -> float:
    """What a programme is worth to a partner at first sight."""
    front = reward.tier_front(
        x[S.tier + j], lev[G.front_registered], lev[G.front_silver], lev[G.front_gold], lev[G.front_platinum]
    )
    front = renewal.front_with_renewals(front, f[F.renewal + j], lev[G.renewal_less])
    front = route.under_ceiling(front, lev[G.ceiling], 0.0)
    points = route.under_ceiling(demand.relative(lev[G.points], lev[G.price]), lev[G.ceiling], front)
    passed = payout.only_when(f[F.pass_through + j], lev[G.resells])
    kept = payout.part(reward.kept_front(front, passed), lev[G.price])
    chance = conflict.registration_chance(
        x[S.understanding + j], x[S.trust + j], par[P.registration_ease], lev[G.approval_hours],
        par[P.registration_free_hours], par[P.registration_hours_cost], lev[G.approval_share],
    )  # fmt: skip
    protected = still_protected(f, lev[G.protection], j)
    chance = payout.part(conflict.when_offered(chance, lev[G.offered]), protected)
    kept = reward.with_registration(kept, payout.part(lev[G.price], points), passed, chance)
    belief = reward.credence(x[S.trust + j], par[P.credence_floor_share])
    seen = reward.perception(x[S.understanding + j], belief, par[P.certainty_share], 1.0)
    solution = payout.part(lev[G.solution], f[F.solution_share + j])
    rewards = payout.four(solution, payout.part(lev[G.new_logo], f[F.new_logo + j]), lev[G.funds], 0.0)
    later = reward.payment_discount(f[F.discount + j], lev[G.lag_weeks])
    below = reward.below_list(lev[G.price], payout.added(front, lev[G.customer_discount]))
    return transition.terms_worth(kept, below, lev[G.plan_usual], rewards, seen, later)


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
        gone = payout.only_when(payout.none_of(stays), x[S.enrolled + j])
        stays = payout.only_when(stays, x[S.enrolled + j])
        x[S.ended + j] = payout.added(x[S.ended + j], gone)
        x[S.enrolled + j] = stays
        x[S.started + j] = payout.only_when(x[S.started + j], stays)
        x[S.willing + j] = payout.only_when(x[S.willing + j], stays)
        x[S.silent + j] = transition.silence_when_invited(x[S.silent + j], invites)


@loop
def sign_again(x: Any, ids: Any, par: Any, keys: Any) -> None:
    """Those whose contract was ended are asked back; who accepts is silent until it sells again."""
    reference, share, key = par[P.trust_reference], par[P.invite_accepted_share], keys[Purpose.INVITED]
    for j in range(BLOCK):
        accepted = transition.accepts(uniform(key, ids[j]), x[S.trust + j], reference, share)
        accepted = payout.only_when(accepted, x[S.ended + j])
        x[S.enrolled + j] = payout.added(x[S.enrolled + j], accepted)
        x[S.started + j] = payout.added(x[S.started + j], accepted)
        x[S.ended + j] = payout.rest(x[S.ended + j], accepted, 0.0)
        x[S.silent + j] = transition.silence_when_enrolled(x[S.silent + j], accepted)


@loop
def reverse(x: Any, par: Any, weeks: float) -> None:
    """Taking the change back heals its own hurt, if it is quick."""
    healed, window = par[P.reversal_healed_share], par[P.reversal_window_weeks]
    for j in range(BLOCK):
        x[S.hurt_change + j] = transition.after_reversal(x[S.hurt_change + j], healed, weeks, window)
