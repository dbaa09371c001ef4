"""Margins as the seller sees them, and the split of selling capacity."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import PRODUCT, SOLUTION, YEAR, D, F, G, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import effort, payout, reward


@loop
def tiers(x: Any, f: Any, z: Any, lev: Any, now: Now) -> None:
    """What a ¤ of sales adds to the hope for a better tier next year."""
    silver, gold, platinum = lev[G.tier_silver], lev[G.tier_gold], lev[G.tier_platinum]
    more_silver = lev[G.front_silver] - lev[G.front_registered]
    more_gold = lev[G.front_gold] - lev[G.front_silver]
    more_platinum = lev[G.front_platinum] - lev[G.front_gold]
    wait = reward.to_middle_of_next_year(now.left_year)
    for j in range(BLOCK):
        deals = reward.expected(f[F.deals + j], now.left_year)
        rest = reward.expected(f[F.weekly_list + j], now.left_year)
        spread = reward.sales_spread(deals, f[F.mean_deal + j], f[F.size_spread + j])
        passed, year = f[F.pass_through + j], x[S.year + j]
        next_year = reward.expected(f[F.weekly_list + j], YEAR)
        later = reward.payment_discount(f[F.discount + j], wait)
        deal = f[F.mean_deal + j]
        worth_1 = reward.tier_worth(more_silver, passed, next_year, later)
        worth_2 = reward.tier_worth(more_gold, passed, next_year, later)
        worth_3 = reward.tier_worth(more_platinum, passed, next_year, later)
        price_1 = reward.tier_price(worth_1, silver, year, rest, spread, deal)
        price_2 = reward.tier_price(worth_2, gold, year, rest, spread, deal)
        price_3 = reward.tier_price(worth_3, platinum, year, rest, spread, deal)
        z[Z.tiers + j] = reward.all_tiers(price_1, price_2, price_3)


@loop
def growth(x: Any, f: Any, z: Any, share: float, now: Now) -> None:
    """What a ¤ of sales adds to the growth bonus."""
    if share <= 0.0:
        for j in range(BLOCK):
            z[Z.growth_price + j] = 0.0
        return
    for j in range(BLOCK):
        deals = reward.expected(f[F.deals + j], now.left_year)
        rest = reward.expected(f[F.weekly_list + j], now.left_year)
        spread = reward.sales_spread(deals, f[F.mean_deal + j], f[F.size_spread + j])
        z[Z.growth_price + j] = reward.growth_price(share, x[S.last_year + j], x[S.year + j], rest, spread)


@loop
def margins(x: Any, f: Any, d: Any, z: Any, lev: Any, par: Any, now: Now) -> None:
    """Perceived margin on product and solution, ¤ per ¤ of list."""
    memory, points, weeks = par[P.target_memory_share], lev[G.points], lev[G.clock_weeks]
    new_logo_share = lev[G.new_logo]
    for j in range(BLOCK):
        later = reward.payment_discount(f[F.discount + j], weeks)
        pace = reward.in_targets(reward.expected(f[F.weekly_list + j], weeks), x[S.target + j])
        z[Z.ratchet + j] = reward.ratchet_cost(
            x[S.price_start + j], x[S.value_start + j], pace, memory, later
        )
        z[Z.offered + j] = reward.with_registration(
            z[Z.kept + j], points, f[F.pass_through + j], z[Z.register + j]
        )
        z[Z.unspoilt + j] = reward.conflict_discount(x[S.belief + j], z[Z.amplifier + j])
        new_logo = reward.flat_pay(new_logo_share, f[F.new_logo + j])
        z[Z.flat + j] = payout.added(new_logo, z[Z.growth_price + j])
    _margin(x, f, d, z, par, now.left, PRODUCT, 0.0)
    _margin(x, f, d, z, par, now.left, SOLUTION, lev[G.solution])


@inlined
def _margin(x: Any, f: Any, d: Any, z: Any, par: Any, left: float, place: int, extra: float) -> None:
    cost, foresight = par[P.selling_cost_share], par[P.foresight_share]
    for j in range(BLOCK):
        in_period = reward.close_in_period(left, f[F.cycle_p + place + j])
        price = reward.prospecting_price(x[S.price + j], x[S.price_start + j], in_period)
        plan = reward.plan_pay(price, z[Z.ratchet + j], foresight, z[Z.worth + j])
        flat = payout.added(z[Z.flat + j], extra)
        back = reward.rewards(z[Z.visible + j], plan, flat, z[Z.tiers + j], z[Z.front + j])
        rent = d[D.rent_p + place + j]
        z[Z.margin_p + place + j] = reward.perceived_margin(
            z[Z.offered + j], rent, cost, back, z[Z.unspoilt + j]
        )


@loop
def relation(x: Any, z: Any, par: Any) -> None:
    """Everything but money that moves effort."""
    reference, curvature = par[P.trust_reference], par[P.trust_curvature]
    usual, lift, half = par[P.bond_reference], par[P.bond_lift_share], par[P.bond_half]
    time_share = par[P.touch_time_share]
    for j in range(BLOCK):
        trusted = effort.trust_pull(x[S.trust + j], reference, curvature)
        known = effort.bond_pull(x[S.bond + j], usual, lift, half)
        time = effort.contact_time(z[Z.planned + j], time_share)
        z[Z.relation + j] = effort.relation(trusted, known, time)


@loop
def pulls(x: Any, d: Any, z: Any, par: Any) -> None:
    """Weight of each offer: margin and relation against the reference."""
    for j in range(BLOCK):
        z[Z.ease + j] = effort.relative_ease(z[Z.relation + j], d[D.relation + j], x[S.noise + j])
    _pull(d, z, par, PRODUCT)
    _pull(d, z, par, SOLUTION)


@inlined
def _pull(d: Any, z: Any, par: Any, place: int) -> None:
    power, smallest = par[P.substitution], par[P.smallest_ratio]
    for j in range(BLOCK):
        margin, usual = z[Z.margin_p + place + j], d[D.margin_p + place + j]
        pull = effort.attraction(margin, usual, z[Z.ease + j], power, smallest)
        z[Z.pull_p + place + j] = effort.own_weight(d[D.share_p + place + j], pull)


@loop
def learn(x: Any, d: Any, z: Any, weight: float) -> None:
    """While week 0 is sought: what planning partners that sell for us meet becomes their reference."""
    for j in range(BLOCK):
        w = effort.counts(weight, z[Z.planning + j], x[S.willing + j])
        d[D.margin_p + j] = effort.towards(d[D.margin_p + j], effort.at_least(z[Z.margin_p + j]), w)
        d[D.margin_s + j] = effort.towards(d[D.margin_s + j], effort.at_least(z[Z.margin_s + j]), w)
        d[D.relation + j] = effort.towards(d[D.relation + j], z[Z.relation + j], w)
        d[D.trust + j] = effort.towards(d[D.trust + j], x[S.trust + j], w)
        d[D.bond + j] = effort.towards(d[D.bond + j], x[S.bond + j], w)
        d[D.register + j] = effort.towards(d[D.register + j], z[Z.register + j], w)
        d[D.street + j] = effort.towards(d[D.street + j], z[Z.street + j], w)
        d[D.marketing + j] = effort.towards(d[D.marketing + j], z[Z.marketing + j], w)


@loop
def split(x: Any, f: Any, z: Any, others: Any, par: Any) -> None:
    """Shares of capacity after re-planning; ``others`` are the weights of all other vendors."""
    band, habit = par[P.dead_band_share], par[P.habit_share]
    for j in range(BLOCK):
        outside = payout.added(effort.outside_weight(f[F.wallet + j]), others[j])
        wanted_p = effort.wanted_share(z[Z.pull_p + j], z[Z.pull_s + j], outside)
        wanted_s = effort.wanted_share(z[Z.pull_s + j], z[Z.pull_p + j], outside)
        now_all = effort.capacity_share(x[S.share_p + j], x[S.share_s + j])
        wanted_all = effort.capacity_share(wanted_p, wanted_s)
        share_p = effort.settle(x[S.share_p + j], wanted_p, now_all, wanted_all, band, habit)
        share_s = effort.settle(x[S.share_s + j], wanted_s, now_all, wanted_all, band, habit)
        x[S.share_p + j] = payout.chosen(share_p, x[S.share_p + j], z[Z.planning + j])
        x[S.share_s + j] = payout.chosen(share_s, x[S.share_s + j], z[Z.planning + j])


@loop
def new_quarter(x: Any, ids: Any, start: int, par: Any, keys: Any) -> None:
    """A partner's own ups and downs of the quarter that begins."""
    spread, key = par[P.quarter_noise_sd], keys[Purpose.EFFORT_NOISE]
    for j in range(BLOCK):
        x[S.noise + j] = effort.quarter_noise(uniform(key, ids[start + j]), spread)
