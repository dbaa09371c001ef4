"""Margins as the seller sees them, and the split of selling capacity."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import YEAR, D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import chief, effort, payout, reward, route


@loop
def tiers(x: Any, f: Any, z: Any, lev: Any, now: Now, planners: int) -> None:
    """What a ¤ of sales adds to the hope for a better tier next year."""
    silver, gold, platinum = lev[G.tier_silver], lev[G.tier_gold], lev[G.tier_platinum]
    more_silver = lev[G.front_silver] - lev[G.front_registered]
    more_gold = lev[G.front_gold] - lev[G.front_silver]
    more_platinum = lev[G.front_platinum] - lev[G.front_gold]
    index, resells, way = lev[G.price], lev[G.resells], lev[G.requalification]
    wait = reward.to_middle_of_next_year(now.left_year)
    for m in range(planners):
        deals = reward.expected(f[F.deals + m], now.left_year)
        rest = reward.expected(f[F.weekly_list + m], now.left_year)
        spread = reward.sales_spread(deals, f[F.mean_deal + m], f[F.size_spread + m])
        passed, year = payout.only_when(f[F.pass_through + m], resells), x[S.year + m]
        next_year = payout.part(reward.expected(f[F.weekly_list + m], YEAR), index)
        later = reward.payment_discount(f[F.discount + m], wait)
        deal = f[F.mean_deal + m]
        worth_1 = reward.tier_worth(more_silver, passed, next_year, later)
        worth_2 = reward.tier_worth(more_gold, passed, next_year, later)
        worth_3 = reward.tier_worth(more_platinum, passed, next_year, later)
        price_1 = reward.tier_price(worth_1, silver, year, rest, spread, deal)
        price_2 = reward.tier_price(worth_2, gold, year, rest, spread, deal)
        price_3 = reward.tier_price(worth_3, platinum, year, rest, spread, deal)
        tier, warned = x[S.tier + m], x[S.warned + m]
        price_1 = payout.part(price_1, route.at_stake(1.0, tier, way, warned))
        price_2 = payout.part(price_2, route.at_stake(2.0, tier, way, warned))
        price_3 = payout.part(price_3, route.at_stake(3.0, tier, way, warned))
        z[Z.tiers + m] = reward.all_tiers(price_1, price_2, price_3)


@loop
def growth(x: Any, f: Any, z: Any, share: float, now: Now, planners: int) -> None:
    """What a ¤ of sales adds to the growth bonus."""
    if share <= 0.0:
        for m in range(planners):
            z[Z.growth_price + m] = 0.0
        return
    for m in range(planners):
        deals = reward.expected(f[F.deals + m], now.left_year)
        rest = reward.expected(f[F.weekly_list + m], now.left_year)
        spread = reward.sales_spread(deals, f[F.mean_deal + m], f[F.size_spread + m])
        z[Z.growth_price + m] = reward.growth_price(share, x[S.last_year + m], x[S.year + m], rest, spread)


@loop
def margins(x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any, now: Now, planners: int) -> None:
    """Perceived margin on product and solution, ¤ per ¤ of list."""
    memory, weeks = par[P.target_memory_share], lev[G.clock_weeks]
    new_logo_share, foresight = lev[G.new_logo], par[P.foresight_share]
    for m in range(planners):
        later = reward.payment_discount(f[F.discount + m], weeks)
        pace = reward.in_targets(reward.expected(f[F.weekly_list + m], weeks), x[S.target + m])
        ratchet = reward.ratchet_cost(x[S.price_start + m], x[S.value_start + m], pace, memory, later)
        price, start, worth = x[S.price + m], x[S.price_start + m], z[Z.worth + m]
        in_period_p = reward.close_in_period(now.left, f[F.cycle_p + m])
        in_period_s = reward.close_in_period(now.left, f[F.cycle_s + m])
        price_p = reward.prospecting_price(price, start, in_period_p)
        price_s = reward.prospecting_price(price, start, in_period_s)
        z[Z.plan_p + m] = reward.plan_pay(price_p, ratchet, foresight, worth)
        z[Z.plan_s + m] = reward.plan_pay(price_s, ratchet, foresight, worth)
    extra, cost, resells = lev[G.solution], par[P.selling_cost_share], lev[G.resells]
    for m in range(planners):
        passed = payout.only_when(f[F.pass_through + m], resells)
        offered = reward.with_registration(z[Z.kept + m], z[Z.points + m], passed, z[Z.register + m])
        unspoilt = reward.conflict_discount(x[S.belief + m], z[Z.amplifier + m])
        flat_p = payout.added(reward.flat_pay(new_logo_share, f[F.new_logo + m]), z[Z.growth_price + m])
        flat_s = payout.added(flat_p, extra)
        visible, tier, front = z[Z.visible + m], z[Z.tiers + m], z[Z.front + m]
        back_p = reward.rewards(visible, z[Z.plan_p + m], flat_p, tier, front)
        back_s = reward.rewards(visible, z[Z.plan_s + m], flat_s, tier, front)
        z[Z.margin_p + m] = reward.perceived_margin(offered, d[D.rent_p + m], cost, back_p, unspoilt)
        z[Z.margin_s + m] = reward.perceived_margin(offered, d[D.rent_s + m], cost, back_s, unspoilt)


@loop
def relation(x: Any, z: Any, par: Any, hope: float, planners: int) -> None:
    """Everything but money that moves effort."""
    reference, curvature = par[P.trust_reference], par[P.trust_curvature]
    usual, lift, half = par[P.bond_reference], par[P.bond_lift_share], par[P.bond_half]
    time_share = par[P.touch_time_share]
    for m in range(planners):
        trusted = effort.trust_pull(x[S.trust + m], reference, curvature)
        known = effort.bond_pull(x[S.bond + m], usual, lift, half)
        time = payout.part(effort.contact_time(z[Z.planned + m], time_share), hope)
        z[Z.relation + m] = effort.relation(trusted, known, time)


@loop
def pulls(x: Any, d: Any, z: Any, par: Any, planners: int) -> None:
    """Weight of each offer: margin and relation against the reference."""
    power, smallest = par[P.substitution], par[P.smallest_ratio]
    for m in range(planners):
        ease = effort.relative_ease(z[Z.relation + m], d[D.relation + m], x[S.noise + m])
        pull_p = effort.attraction(z[Z.margin_p + m], d[D.margin_p + m], ease, power, smallest)
        pull_s = effort.attraction(z[Z.margin_s + m], d[D.margin_s + m], ease, power, smallest)
        z[Z.pull_p + m] = effort.own_weight(d[D.share_p + m], pull_p)
        z[Z.pull_s + m] = effort.own_weight(d[D.share_s + m], pull_s)


@loop
def learn(x: Any, d: Any, z: Any, weight: float, planners: int) -> None:
    """While week 0 is sought: what planning partners that sell for us meet becomes their reference."""
    for m in range(planners):
        w = effort.counts(weight, x[S.willing + m])
        d[D.margin_p + m] = effort.towards(d[D.margin_p + m], effort.at_least(z[Z.margin_p + m]), w)
        d[D.margin_s + m] = effort.towards(d[D.margin_s + m], effort.at_least(z[Z.margin_s + m]), w)
        d[D.relation + m] = effort.towards(d[D.relation + m], z[Z.relation + m], w)
        d[D.trust + m] = effort.towards(d[D.trust + m], x[S.trust + m], w)
        d[D.bond + m] = effort.towards(d[D.bond + m], x[S.bond + m], w)
        d[D.register + m] = effort.towards(d[D.register + m], z[Z.register + m], w)
        d[D.street + m] = effort.towards(d[D.street + m], z[Z.street + m], w)
        d[D.marketing + m] = effort.towards(d[D.marketing + m], z[Z.marketing + m], w)


@loop
def split(x: Any, z: Any, par: Any, planners: int) -> None:
    """Shares of capacity after re-planning."""
    band, usual, slower = par[P.dead_band_share], par[P.habit_share], par[P.stranger_slower]
    for m in range(planners):
        habit = chief.wait_and_see(usual, x[S.strange + m], slower)
        share_p, share_s = x[S.share_p + m], x[S.share_s + m]
        outside = x[S.outside + m]
        wanted_p = effort.wanted_share(z[Z.pull_p + m], z[Z.pull_s + m], outside)
        wanted_s = effort.wanted_share(z[Z.pull_s + m], z[Z.pull_p + m], outside)
        now_all = effort.capacity_share(share_p, share_s)
        wanted_all = effort.capacity_share(wanted_p, wanted_s)
        share_p = effort.settle(share_p, wanted_p, now_all, wanted_all, band, habit)
        share_s = effort.settle(share_s, wanted_s, now_all, wanted_all, band, habit)
        total = effort.capacity_share(share_p, share_s)
        x[S.share_p + m] = effort.within(share_p, total, x[S.most + m])
        x[S.share_s + m] = effort.within(share_s, total, x[S.most + m])
        x[S.weight + m] = effort.capacity_share(z[Z.pull_p + m], z[Z.pull_s + m])


@loop
def produce(x: Any, d: Any, elasticity: float, count: int) -> None:
    """Selling output of the shares of capacity, of the first ``count`` partners."""
    for m in range(count):
        x[S.output_p + m] = effort.output(x[S.share_p + m], elasticity)
        x[S.output_s + m] = effort.output(x[S.share_s + m], elasticity)
    for m in range(count):
        share = effort.capacity_share(x[S.share_p + m], x[S.share_s + m])
        usual = effort.capacity_share(d[D.share_p + m], d[D.share_s + m])
        x[S.pace + m] = effort.pace(share, usual, elasticity)


@loop
def new_quarter(x: Any, ids: Any, par: Any, keys: Any) -> None:
    """A partner's own ups and downs of the quarter that begins."""
    spread, key = par[P.quarter_noise_sd], keys[Purpose.EFFORT_NOISE]
    for j in range(BLOCK):
        x[S.noise + j] = effort.quarter_noise(uniform(key, ids[j]), spread)
