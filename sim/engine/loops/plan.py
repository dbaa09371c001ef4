"""What one more deal is worth under the payout plan, and whether waiting pays; for partners that re-plan."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import MANY_DEALS, D, F, G, P, S, T, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import closing, payout, reward

NODES = (-2.856970013872806, -1.355626179974266, 0.0, 1.355626179974266, 2.856970013872806)
"""Five-node Gauss-Hermite quadrature of a standard normal variable."""
WEIGHTS = (
    0.011257411327720689,
    0.2220759220056126,
    0.5333333333333333,
    0.2220759220056126,
    0.011257411327720689,
)


@loop
def who_plans(f: Any, z: Any, now: Now) -> bool:
    """Mark the partners that re-plan this week; True when there are any."""
    some = False
    for j in range(BLOCK):
        plans = now.all_plan > 0.5 or f[F.group + j] == now.turn
        z[Z.planning + j] = 1.0 if plans else 0.0
        some = some or plans
    return some


@loop
def outlook(x: Any, f: Any, z: Any, par: Any, now: Now) -> None:
    """Sales so far and expected for the rest of the period, in targets."""
    smallest = par[P.smallest_log_sd]
    for j in range(BLOCK):
        target = x[S.target + j]
        deals = reward.expected(f[F.deals + j], now.left)
        deal = reward.in_targets(f[F.mean_deal + j], target)
        nothing = reward.nothing_chance(deals)
        z[Z.sales + j] = reward.in_targets(x[S.period + j], target)
        z[Z.deal + j] = deal
        z[Z.centre + j] = reward.expected(deals, deal)
        z[Z.spread + j] = reward.sales_spread(deals, deal, f[F.size_spread + j])
        z[Z.nothing + j] = nothing
        z[Z.mean + j] = reward.rest_mean(deals, deal, nothing)
        z[Z.log_sd + j] = reward.rest_log_sd(deals, f[F.size_spread + j], nothing, smallest)


@loop
def value_few(z: Any, steps: Any, count: int) -> None:
    """Plan value now and with one more deal, where few deals remain: sum over the plan's steps."""
    for j in range(BLOCK):
        z[Z.value + j] = 0.0
        z[Z.value_after + j] = 0.0
    for i in range(count):
        threshold, jump, slope = steps[i, T.threshold], steps[i, T.jump], steps[i, T.slope]
        for j in range(BLOCK):
            distance = closing.short_of(threshold, z[Z.sales + j])
            z[Z.value + j] += reward.step_value_few(
                jump, slope, distance, z[Z.mean + j], z[Z.log_sd + j], z[Z.nothing + j]
            )
        for j in range(BLOCK):
            distance = closing.short_of(threshold, payout.added(z[Z.sales + j], z[Z.deal + j]))
            z[Z.value_after + j] += reward.step_value_few(
                jump, slope, distance, z[Z.mean + j], z[Z.log_sd + j], z[Z.nothing + j]
            )
    for j in range(BLOCK):
        z[Z.price + j] = reward.price_of_deal(z[Z.value_after + j], z[Z.value + j], z[Z.deal + j])


@loop
def value_many(f: Any, d: Any, z: Any, lev: Any, par: Any, steps: Any, count: int) -> None:
    """The same for partners with many deals a period, by the exact formula; others keep what they have."""
    if not _any_many(f, lev):
        return
    cap, response, slope_most = par[P.kappa_cap], par[P.effort_elasticity], lev[G.slope_most]
    substitution = par[P.substitution]
    for j in range(BLOCK):
        variance = reward.weekly_variance(f[F.deals + j], z[Z.deal + j], f[F.size_spread + j])
        drift = reward.drift_response(
            response,
            substitution,
            f[F.wallet + j],
            reward.expected(f[F.deals + j], z[Z.deal + j]),
            d[D.margin_p + j],
        )
        z[Z.kappa + j] = reward.effort_kappa(drift, z[Z.visible + j], variance, slope_most, cap)
        z[Z.pay + j] = 0.0
        z[Z.pay_after + j] = 0.0
    for i in range(count + 1):
        low, high, level, rate = steps[i, T.low], steps[i, T.high], steps[i, T.level], steps[i, T.rate]
        for j in range(BLOCK):
            centre = payout.added(z[Z.sales + j], z[Z.centre + j])
            z[Z.pay + j] += reward.segment_weight(
                z[Z.kappa + j], level, rate, low, high, centre, z[Z.spread + j]
            )
        for j in range(BLOCK):
            centre = payout.added(payout.added(z[Z.sales + j], z[Z.centre + j]), z[Z.deal + j])
            z[Z.pay_after + j] += reward.segment_weight(
                z[Z.kappa + j], level, rate, low, high, centre, z[Z.spread + j]
            )
    for j in range(BLOCK):
        value = reward.plan_value(z[Z.pay + j], z[Z.kappa + j])
        after = reward.plan_value(z[Z.pay_after + j], z[Z.kappa + j])
        price = reward.price_of_deal(after, value, z[Z.deal + j])
        many = reward.has_many(f[F.deals + j], lev[G.clock_weeks], MANY_DEALS)
        z[Z.value + j] = payout.chosen(value, z[Z.value + j], many)
        z[Z.price + j] = payout.chosen(price, z[Z.price + j], many)


@loop
def _any_many(f: Any, lev: Any) -> bool:
    some = False
    for j in range(BLOCK):
        some = some or reward.has_many(f[F.deals + j], lev[G.clock_weeks], MANY_DEALS) > 0.5
    return some


@loop
def remember_price(x: Any, z: Any, now: Now) -> None:
    """Keep the price of those that plan; the price at a period's start stands for the next period's."""
    for j in range(BLOCK):
        starts = now.period_starts
        x[S.price + j] = payout.chosen(z[Z.price + j], x[S.price + j], z[Z.planning + j])
        x[S.price_start + j] = payout.chosen(z[Z.price + j], x[S.price_start + j], starts)
        x[S.value_start + j] = payout.chosen(z[Z.value + j], x[S.value_start + j], starts)


@loop
def one_rate(x: Any, f: Any, z: Any, rate: float, clock_weeks: float) -> None:
    """A plan that pays one rate on everything: the price is that rate and waiting never helps."""
    for j in range(BLOCK):
        pace = reward.in_targets(reward.expected(f[F.weekly_list + j], clock_weeks), x[S.target + j])
        value = reward.flat_value(rate, pace)
        x[S.price + j] = payout.chosen(rate, x[S.price + j], z[Z.planning + j])
        x[S.price_start + j] = payout.chosen(rate, x[S.price_start + j], z[Z.planning + j])
        x[S.value_start + j] = payout.chosen(value, x[S.value_start + j], z[Z.planning + j])
        x[S.hold + j] = payout.chosen(0.0, x[S.hold + j], z[Z.planning + j])


@loop
def option_value(x: Any, f: Any, z: Any, lev: Any, steps: Any, count: int) -> None:
    """What it is worth to choose the period at its end: mean of the better less the better of the means."""
    weeks = lev[G.clock_weeks]
    for j in range(BLOCK):
        later = reward.payment_discount(f[F.discount + j], weeks)
        z[Z.next + j] = closing.next_price(x[S.price_start + j], later)
        z[Z.option + j] = 0.0
        z[Z.expected + j] = 0.0
    for n in range(len(NODES)):
        node, weight = NODES[n], WEIGHTS[n]
        for j in range(BLOCK):
            z[Z.node + j] = closing.end_sales(z[Z.sales + j], z[Z.centre + j], z[Z.spread + j], node)
            z[Z.pay + j] = 0.0
            z[Z.pay_after + j] = 0.0
        for i in range(count):
            threshold, jump, slope = steps[i, T.threshold], steps[i, T.jump], steps[i, T.slope]
            for j in range(BLOCK):
                end = z[Z.node + j]
                z[Z.pay + j] += closing.step_pay(jump, slope, closing.short_of(threshold, end))
                end = payout.added(end, z[Z.deal + j])
                z[Z.pay_after + j] += closing.step_pay(jump, slope, closing.short_of(threshold, end))
        for j in range(BLOCK):
            price = reward.price_of_deal(z[Z.pay_after + j], z[Z.pay + j], z[Z.deal + j])
            z[Z.expected + j] = closing.weighted(z[Z.expected + j], weight, price)
            z[Z.option + j] = closing.weighted(
                z[Z.option + j], weight, closing.better_of(price, z[Z.next + j])
            )


@loop
def hold(x: Any, z: Any, par: Any, now: Now) -> None:
    """Share of ready deals that a planning partner holds back."""
    cost, control = par[P.holding_cost], par[P.timing_control]
    for j in range(BLOCK):
        sure = closing.better_of(z[Z.expected + j], z[Z.next + j])
        worth = closing.option_worth(z[Z.option + j], sure, z[Z.owner + j], z[Z.worth + j])
        held = closing.holding(worth, now.left, cost, control)
        x[S.hold + j] = payout.chosen(held, x[S.hold + j], z[Z.planning + j])
