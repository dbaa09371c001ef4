"""Inside the vendor, once a week: support, promises, sabotage, incidents, managers, the marketing budget."""

from typing import Any, NamedTuple

from sim.engine.layout import YEAR, G, H, M, P, V
from sim.kernel.compile import inlined
from sim.kernel.draws import Purpose, uniform
from sim.rules import chief, contact, demand, managers, organisation, payout


class House(NamedTuple):
    """What the vendor's inner life means for all its partners this week."""

    support: float
    quality: float
    """worth of personal contact under this support, whoever it is with"""
    pitching: float
    """the same with the mean of partner managers"""
    points: float
    """change of the win chance"""
    pleased: float
    """trust that every partner gains"""
    hurt: float
    """trust that every partner loses"""
    deceived: float
    """trust lost by a deception that came to light"""
    leaves: float
    """chance that a partner manager leaves"""
    vacant: float
    """part of their desks that is empty"""
    dear: float
    """part of their desks at which a hired consultant sits"""
    stranger: float
    """how strange a chief is who takes office this week; 0 when nobody does"""
    hope: float
    """effort and healing while a promise stands open, 1 without one"""
    mending: float
    budget: float
    """part of the marketing funds that is really there"""
    due: float
    """promises due, as far as they were given"""
    kept: float
    spoiled: float
    repaid: float
    """1 in the week in which the vendor makes good for an incident"""


PROMISES = 0.6
"""When in their rhythm promises fall due."""


@inlined
def _selling(level: Any, reference: float) -> float:
    """What partners sell for us, against the reference."""
    total = 0.0
    for t in range(len(level)):
        total = payout.added(total, level[t])
    return demand.relative(total, reference if reference > 0.0 else 1.0)


@inlined
def _supported(lev: Any, par: Any, vend: Any, shared: Any, level: Any, week: int) -> float:
    """Support this week; its gap is kept."""
    turmoil = vend[V.turmoil]
    missing = organisation.shortfall(_selling(level, vend[V.reference_list]))
    gap = organisation.support_gap_after(
        shared[H.support_gap], par[P.support_speed], missing, par[P.support_answer], turmoil
    )
    if week % YEAR == 0:
        gap = organisation.review_gap(gap, missing, par[P.review_depth], turmoil)
    shared[H.support_gap] = gap
    rest = organisation.support_at_rest(vend[V.support], lev[G.advocacy], par[P.advocacy_half_hours])
    return organisation.support(rest, gap)


@inlined
def _spoiled(lev: Any, par: Any, vend: Any, shared: Any, support: float, keys: Any) -> tuple[float, float]:
    """Whether an element is spoiled this week, and whether that has just begun."""
    chance = organisation.weekly_chance(vend[V.sabotage], vend[V.turmoil])
    chance = organisation.spoil_chance(
        chance, support, lev[G.early], par[P.sabotage_by_support], par[P.sabotage_by_early]
    )
    starts = 1.0 if uniform(keys[Purpose.SABOTAGE], 0) < chance else 0.0
    shared[H.spoiled] = organisation.spoiled_after(shared[H.spoiled], starts, par[P.spoiled_lasts_weeks])
    return organisation.is_spoiled(shared[H.spoiled]), starts


@inlined
def _promises(
    lev: Any, par: Any, support: float, spoiled: float, week: float, keys: Any
) -> tuple[float, float]:
    """Promises kept and broken this week."""
    due = contact.due(week, PROMISES, payout.weekly(lev[G.promises]))
    chance = organisation.keeping_chance(
        par[P.promise_base_share], lev[G.planning_hours], par[P.promise_half_hours], support,
        par[P.promise_by_support], par[P.promise_most_share],
    )  # fmt: skip
    chance = organisation.spoiled_chance(chance, spoiled, par[P.promise_spoiled_factor])
    u, found = uniform(keys[Purpose.PROMISE], 0), payout.part(lev[G.checks_first], par[P.check_finds_share])
    return organisation.is_kept(u, chance, due), organisation.is_broken(u, chance, found, due)


@inlined
def _manager(desk: Any, lev: Any, par: Any, vend: Any, leaves: float, u: float) -> float:
    """One week at one desk; the skill of whoever sits there.

    desk : is changed in place
    leaves : 1 if its manager leaves this week
    u : uniform number of the person who begins this week, if anybody does
    """
    before, business = desk[M.vacant], lev[G.consultants]
    wait = payout.added(vend[V.hiring_weeks], payout.part(business, par[P.consultant_weeks]))
    vacant = managers.vacant_after(before, leaves, wait)
    begins = managers.begins(before, leaves, vacant)
    learned = organisation.coached_skill(
        desk[M.learned], lev[G.coaching], par[P.coaching_rate], par[P.coaching_most], par[P.coaching_erosion]
    )
    taught = managers.taught_after(
        desk[M.taught], lev[G.seminars], par[P.seminar_skill], par[P.seminar_half_weeks]
    )
    tenure = managers.tenure_after(desk[M.tenure], vacant)
    if begins > 0.5:
        learned = managers.of_hired(business, 0.0, par[P.consultant_skill])
        taught, tenure, desk[M.dear] = 0.0, 0.0, business
    if begins > 0.5 or desk[M.keeps] <= 0.0:
        desk[M.keeps] = managers.discipline(u, vend[V.discipline_sd], vend[V.turmoil])
    skill = managers.skill_of(
        learned, taught, lev[G.certified], par[P.certificate_skill], tenure, par[P.certificate_weeks]
    )
    work = organisation.manager_factor(
        skill, par[P.manager_skill_lift], vend[V.technical], par[P.technical_loss], par[P.coaching_most]
    )
    work = payout.part(work, managers.settled(tenure, par[P.manager_ramp_weeks], par[P.manager_start_share]))
    desk[M.learned], desk[M.taught], desk[M.tenure] = learned, taught, tenure
    desk[M.vacant], desk[M.left] = vacant, leaves
    desk[M.quality] = managers.at_desk(vacant, work, par[P.cover_share])
    return skill


@inlined
def _managers(
    desks: Any, lev: Any, par: Any, vend: Any, shared: Any, chance: float, keys: Any
) -> tuple[float, float, float]:
    """One week at all desks: mean quality of contact, part of them empty, part with a consultant."""
    quality, skill, empty, dear = 0.0, 0.0, 0.0, 0.0
    for m in range(len(desks)):
        leaves = managers.goes(uniform(keys[Purpose.MANAGER], m), chance, desks[m][M.vacant])
        u = uniform(keys[Purpose.DISCIPLINE], m)
        skill = payout.added(skill, _manager(desks[m], lev, par, vend, leaves, u))
        quality = payout.added(quality, desks[m][M.quality])
        empty = payout.added(empty, organisation.is_spoiled(desks[m][M.vacant]))
        dear = payout.added(dear, desks[m][M.dear])
    count = float(len(desks))
    shared[H.skill] = demand.relative(skill, count)
    return demand.relative(quality, count), demand.relative(empty, count), demand.relative(dear, count)


@inlined
def _incident(lev: Any, par: Any, vend: Any, shared: Any, keys: Any) -> tuple[float, float]:
    """Whether an incident happens, and whether one that was denied comes to light."""
    chance = organisation.weekly_chance(vend[V.incident], vend[V.turmoil])
    strikes = 1.0 if uniform(keys[Purpose.CRISIS], 0) < chance else 0.0
    half = vend[V.recovery] if shared[H.hidden] < 0.5 else vend[V.recovery_silent]
    shared[H.crisis] = organisation.crisis_after(shared[H.crisis], strikes, vend[V.severity], half)
    u, exposed = uniform(keys[Purpose.EXPOSED], 0), par[P.exposed_per_week]
    shown = organisation.is_exposed(shared[H.hidden], strikes, u, exposed)
    ends = payout.added(exposed, par[P.forgotten_per_week])
    shared[H.hidden] = organisation.hidden_after(shared[H.hidden], strikes, lev[G.admits], u, ends)
    return strikes, shown


@inlined
def _chief(
    lev: Any, par: Any, vend: Any, carried: float, week: float, keys: Any
) -> tuple[float, float, float]:
    """How strange a chief is who takes office this week, and what a promise that stands open does."""
    changes = organisation.weekly_chance(vend[V.chief_leaves], vend[V.turmoil])
    leaves = 1.0 if uniform(keys[Purpose.CHIEF], 0) < changes else 0.0
    stranger = chief.strangeness(leaves, lev[G.deputy_hours], par[P.deputy_half_hours])
    rate = payout.weekly(lev[G.promises])
    stands_open = chief.is_open(week, PROMISES, rate, par[P.promise_open_weeks])
    hope = chief.hope(stands_open, carried, par[P.promise_lift_share])
    return stranger, hope, chief.mending(stands_open, carried, par[P.promise_mending])


@inlined
def organise(
    lev: Any, par: Any, vend: Any, shared: Any, desks: Any, level: Any, keys: Any, week: int, in_force: float
) -> House:
    """One week inside the vendor; what lasts is kept in ``shared`` and ``desks``.

    level : partner selling of last week by territory, ¤ list
    in_force : weeks for which the programme has held
    """
    turmoil = vend[V.turmoil]
    support = _supported(lev, par, vend, shared, level, week)
    spoiled, starts = _spoiled(lev, par, vend, shared, support, keys)
    kept, broken = _promises(lev, par, support, spoiled, float(week), keys)
    strikes, shown = _incident(lev, par, vend, shared, keys)
    carried = organisation.carried(support, par[P.support_low], par[P.support_full], par[P.support_least])
    leaves = organisation.leaving_chance(
        organisation.weekly_chance(vend[V.leaving], turmoil), lev[G.care], par[P.care_keeps_share]
    )
    quality, vacant, dear = _managers(desks, lev, par, vend, shared, leaves, keys)
    fresh = managers.newness(lev[G.initiative], par[P.novelty_lift], in_force, par[P.novelty_half_weeks])
    worth = payout.part(carried, fresh)
    stranger, hope, mending = _chief(lev, par, vend, carried, float(week), keys)
    seen = chief.seen_to_fight(lev[G.fight_hours], par[P.fight_half_hours])
    if week % YEAR == 0:
        shared[H.budget_cut] = organisation.budget_cut_after(
            shared[H.budget_cut], lev[G.marketing_owner], uniform(keys[Purpose.BUDGET], 0),
            vend[V.budget_survival], turmoil, par[P.budget_cut_share],
        )  # fmt: skip
    admitted = payout.part(strikes, lev[G.admits])
    lost = payout.four(
        payout.part(starts, par[P.trust_spoiled]),
        payout.part(broken, chief.unforgiven(par[P.trust_promise_broken], seen)),
        payout.part(admitted, par[P.trust_admitted]), 0.0,
    )  # fmt: skip
    points = payout.added(
        payout.part(shared[H.crisis], par[P.crisis_win_points]),
        payout.part(spoiled, par[P.spoiled_win_points]),
    )
    return House(
        support,
        worth,
        payout.part(worth, quality),
        payout.rest(0.0, points, 0.0),
        payout.part(payout.part(kept, par[P.trust_promise_kept]), carried),
        lost,
        payout.part(shown, par[P.trust_exposed]),
        leaves,
        vacant,
        dear,
        stranger,
        hope,
        mending,
        payout.rest(1.0, shared[H.budget_cut], 0.0),
        payout.added(kept, broken),
        kept,
        spoiled,
        admitted,
    )


@inlined
def house_cost(lev: Any, par: Any, vend: Any, house: House, count: float) -> float:
    """Cost of the chief, launches that wait, schooling, leads, an owner of the budget, making good, ¤ a week.

    count : partner managers
    """
    promise = organisation.promise_cost(lev[G.planning_hours], par[P.check_hours], lev[G.checks_first])
    promise = payout.added(promise, lev[G.fight_hours])
    hours = payout.four(
        lev[G.advocacy], payout.weekly(payout.part(promise, lev[G.promises])), lev[G.deputy_hours], 0.0
    )
    time = organisation.chief_time_cost(hours, vend[V.chief_hour_cost], par[P.chief_usual_hours])
    people = payout.four(
        payout.part(lev[G.coaching], par[P.coaching_cost_share]),
        payout.part(lev[G.care], par[P.care_cost_share]),
        payout.part(lev[G.seminars], par[P.seminar_cost_share]),
        payout.part(lev[G.certified], par[P.certificate_cost_share]),
    )
    people = payout.added(people, payout.part(house.dear, par[P.consultant_cost_share]))
    people = payout.part(people, payout.part(count, vend[V.manager_cost]))
    waiting = payout.part(lev[G.early], vend[V.delay_cost])
    waiting = payout.added(waiting, payout.part(lev[G.marketing_owner], vend[V.owner_cost]))
    waiting = payout.added(waiting, payout.part(lev[G.leads], vend[V.lead_cost]))
    repaid = payout.part(
        house.repaid, payout.part(vend[V.compensation], payout.part(vend[V.reference_list], YEAR))
    )
    return payout.four(time, payout.weekly(people), payout.weekly(waiting), repaid)
