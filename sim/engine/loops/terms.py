"""What the programme offers a partner this week, and how much of it counts."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.rules import conflict, demand, payout, renewal, reward, route


@loop
def terms(x: Any, f: Any, z: Any, lev: Any) -> None:
    """Front discount of the tier held, and what it leaves the vendor, the partner and the customer."""
    registered, silver = lev[G.front_registered], lev[G.front_silver]
    gold, platinum, less = lev[G.front_gold], lev[G.front_platinum], lev[G.renewal_less]
    index, resells, customer = lev[G.price], lev[G.resells], lev[G.customer_discount]
    ceiling, offered = lev[G.ceiling], demand.relative(lev[G.points], index)
    for j in range(BLOCK):
        front = reward.tier_front(x[S.tier + j], registered, silver, gold, platinum)
        front = renewal.front_with_renewals(front, z[Z.renewals + j], less)
        front = route.under_ceiling(front, ceiling, 0.0)
        points = route.under_ceiling(offered, ceiling, front)
        z[Z.points + j] = payout.part(index, points)
        z[Z.room + j] = route.under_ceiling(1.0, ceiling, payout.added(front, points))
        passed = payout.only_when(f[F.pass_through + j], resells)
        z[Z.front + j] = reward.below_list(index, payout.added(front, customer))
        z[Z.kept + j] = payout.part(reward.kept_front(front, passed), index)
        z[Z.street + j] = payout.rest(reward.street_price(front, passed), customer, 0.0)


@loop
def special_prices(x: Any, z: Any, lev: Any, par: Any) -> None:
    """Special price that each partner's deals may get, and the chance that one does."""
    index, share, hours = lev[G.price], lev[G.bid_discount], lev[G.bid_hours]
    asked, half = par[P.bid_asked_share], par[P.bid_half_hours]
    for j in range(BLOCK):
        given = route.under_ceiling(share, z[Z.room + j], 0.0)
        z[Z.bid_discount + j] = payout.part(index, given)
        z[Z.bid_chance + j] = route.bid_chance(asked, hours, half, x[S.understanding + j])


@loop
def perceive(x: Any, f: Any, z: Any, lev: Any, par: Any, now: Now, count: int) -> None:
    """How much of later pay counts for the seller and for the owner; for the first ``count`` partners."""
    floor, certainty = par[P.credence_floor_share], par[P.certainty_share]
    weeks = now.left + lev[G.lag_weeks]
    for j in range(count):
        belief = reward.credence(x[S.trust + j], floor)
        seller = f[F.visibility + j]
        z[Z.visible + j] = reward.perception(x[S.understanding + j], belief, certainty, seller)
        z[Z.owner + j] = reward.perception(x[S.understanding + j], belief, certainty, 1.0)
        z[Z.worth + j] = reward.payment_discount(f[F.discount + j], weeks)


@loop
def protection(x: Any, f: Any, z: Any, lev: Any, par: Any) -> None:
    """Chance to register a deal, and how strongly conflict is felt."""
    base, slope, most = par[P.amplifier_base], par[P.amplifier_slope], par[P.amplifier_most]
    ease, free, cost = (
        par[P.registration_ease],
        par[P.registration_free_hours],
        par[P.registration_hours_cost],
    )
    hours, approved, offered = lev[G.approval_hours], lev[G.approval_share], lev[G.offered]
    for j in range(BLOCK):
        z[Z.amplifier + j] = conflict.fairness_amplifier(f[F.unfairness + j], base, slope, most)
        chance = conflict.registration_chance(
            x[S.understanding + j], x[S.trust + j], ease, hours, free, cost, approved
        )
        z[Z.register + j] = conflict.when_offered(chance, offered)
    if lev[G.protection] > 0.0:
        for j in range(BLOCK):
            z[Z.register + j] = payout.part(z[Z.register + j], still_protected(f, lev[G.protection], j))


@inlined
def still_protected(f: Any, weeks: float, j: int) -> float:
    """Share of a partner's registered deals, both offers together, that are decided under protection."""
    product = conflict.still_protected(weeks, f[F.cycle_p + j])
    solution = conflict.still_protected(weeks, f[F.cycle_s + j])
    return conflict.blended(product, solution, f[F.solution_share + j])


@loop
def customers(x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any) -> None:
    """What the customer's price and the vendor's marketing do to demand."""
    elasticity, lift, tiring = par[P.price_elasticity], par[P.funds_lift], par[P.funds_tiring]
    funds, window, half = lev[G.funds], lev[G.funds_weeks], par[P.funds_half_weeks]
    for j in range(BLOCK):
        z[Z.price_factor + j] = demand.price_response(z[Z.street + j], d[D.street + j], elasticity)
        claimed = demand.funds_claimed(x[S.understanding + j], window, half, f[F.staff_ease + j])
        z[Z.claimed + j] = claimed
        z[Z.marketing + j] = demand.funds_lift(funds, claimed, lift, tiring)
        relative = demand.relative(z[Z.marketing + j], d[D.marketing + j])
        z[Z.relative_marketing + j] = payout.part(relative, z[Z.renewing + j])
