"""Inside the vendor, once a week: support, promises, sabotage, incidents, managers, the marketing budget."""

from typing import Any, NamedTuple

from sim.engine.layout import YEAR, G, H, P, V
from sim.kernel.compile import inlined
from sim.kernel.draws import Purpose, uniform
from sim.rules import contact, demand, organisation, payout


class House(NamedTuple):
    """What the vendor's inner life means for all its partners this week."""

    support: float
    quality: float
    """of personal contact, against the usual"""
    points: float
    """change of the win chance"""
    pleased: float
    """trust that every partner gains"""
    hurt: float
    """trust that every partner loses"""
    deceived: float
    """trust lost by a deception that came to light"""
    leaves: float
    """chance that a partner's manager leaves"""
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
def organise(lev: Any, par: Any, vend: Any, shared: Any, level: Any, keys: Any, week: int) -> House:
    """One week inside the vendor; what lasts is kept in ``shared``.

    level : partner selling of last week by territory, ¤ list
    """
    turmoil = vend[V.turmoil]
    support = _supported(lev, par, vend, shared, level, week)
    spoiled, starts = _spoiled(lev, par, vend, shared, support, keys)
    kept, broken = _promises(lev, par, support, spoiled, float(week), keys)
    strikes, shown = _incident(lev, par, vend, shared, keys)
    carried = organisation.carried(support, par[P.support_low], par[P.support_full], par[P.support_least])
    shared[H.skill] = organisation.coached_skill(
        shared[H.skill], lev[G.coaching], par[P.coaching_rate], par[P.coaching_most], par[P.coaching_erosion]
    )
    managers = organisation.manager_factor(
        shared[H.skill], par[P.manager_skill_lift], vend[V.technical], par[P.technical_loss],
        par[P.coaching_most],
    )  # fmt: skip
    if week % YEAR == 0:
        shared[H.budget_cut] = organisation.budget_cut_after(
            shared[H.budget_cut], lev[G.marketing_owner], uniform(keys[Purpose.BUDGET], 0),
            vend[V.budget_survival], turmoil, par[P.budget_cut_share],
        )  # fmt: skip
    admitted = payout.part(strikes, lev[G.admits])
    lost = payout.four(
        payout.part(starts, par[P.trust_spoiled]), payout.part(broken, par[P.trust_promise_broken]),
        payout.part(admitted, par[P.trust_admitted]), 0.0,
    )  # fmt: skip
    points = payout.added(
        payout.part(shared[H.crisis], par[P.crisis_win_points]),
        payout.part(spoiled, par[P.spoiled_win_points]),
    )
    leaves = organisation.weekly_chance(vend[V.leaving], turmoil)
    return House(
        support,
        payout.part(carried, managers),
        payout.rest(0.0, points, 0.0),
        payout.part(payout.part(kept, par[P.trust_promise_kept]), carried),
        lost,
        payout.part(shown, par[P.trust_exposed]),
        organisation.leaving_chance(leaves, lev[G.care], par[P.care_keeps_share]),
        payout.rest(1.0, shared[H.budget_cut], 0.0),
        payout.added(kept, broken),
        kept,
        spoiled,
        admitted,
    )


@inlined
def house_cost(lev: Any, par: Any, vend: Any, house: House, managers: float) -> float:
    """Cost of the chief, waiting launches, coaching, care, an owner of the budget, making good, ¤ a week."""
    promise = organisation.promise_cost(lev[G.planning_hours], par[P.check_hours], lev[G.checks_first])
    hours = payout.added(lev[G.advocacy], payout.weekly(payout.part(promise, lev[G.promises])))
    chief = organisation.chief_time_cost(hours, vend[V.chief_hour_cost], par[P.chief_usual_hours])
    people = payout.added(
        payout.part(lev[G.coaching], par[P.coaching_cost_share]),
        payout.part(lev[G.care], par[P.care_cost_share]),
    )
    people = payout.part(people, payout.part(managers, vend[V.manager_cost]))
    waiting = payout.part(lev[G.early], vend[V.delay_cost])
    waiting = payout.added(waiting, payout.part(lev[G.marketing_owner], vend[V.owner_cost]))
    repaid = payout.part(
        house.repaid, payout.part(vend[V.compensation], payout.part(vend[V.reference_list], YEAR))
    )
    return payout.four(chief, payout.weekly(people), payout.weekly(waiting), repaid)
