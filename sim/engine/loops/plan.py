"""What one more deal is worth under the payout plan, and whether waiting pays; for partners that re-plan.

Partners that re-plan are few in most weeks. They are brought together in the first places of rows of their
own, planned for there, and what they decide is taken back.
"""

from typing import Any, Final

import numpy as np

from sim.engine.calendar import Now
from sim.engine.layout import MANY_DEALS, D, F, G, P, S, T, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.rules import closing, effort, payout, reward

NODES = (-2.856970013872806, -1.355626179974266, 0.0, 1.355626179974266, 2.856970013872806)
"""Five-node Gauss-Hermite quadrature of a standard normal variable."""
WEIGHTS = (
    0.011257411327720689,
    0.2220759220056126,
    0.5333333333333333,
    0.2220759220056126,
    0.011257411327720689,
)
# fmt: off
DECIDED: Final = (
    S.share_p, S.share_s, S.output_p, S.output_s, S.pace, S.weight, S.price, S.price_start, S.value_start,
    S.hold,
)
"""State that a plan changes."""
KNOWN: Final = (
    S.share_p, S.share_s, S.price_start, S.value_start, S.trust, S.bond, S.understanding, S.belief, S.noise,
    S.willing, S.target, S.period, S.year, S.last_year, S.strange, S.tier,
    S.warned, S.outside, S.most,
)
"""State that a plan looks at."""
FACTS: Final = (
    F.deals, F.mean_deal, F.size_spread, F.weekly_list, F.wallet, F.discount, F.visibility, F.pass_through,
    F.new_logo, F.cycle_p, F.cycle_s,
)
USUAL: Final = (D.margin_p, D.margin_s, D.relation, D.share_p, D.share_s, D.rent_p, D.rent_s)
LEARNED: Final = (D.margin_p, D.margin_s, D.relation, D.trust, D.bond, D.register, D.street, D.marketing)
"""Reference levels: what partners meet while week 0 is sought."""
MET: Final = (Z.front, Z.kept, Z.points, Z.amplifier, Z.register, Z.planned)
"""Scratch of the week that a plan looks at."""
LEVELS: Final = (Z.street, Z.marketing)
"""The same, for the reference levels only."""
# fmt: on
_ALL: Final = np.uint64(BLOCK)


@loop
def who_plans(x: Any, f: Any, lev: Any, now: Now, at: Any) -> tuple[int, int]:
    """List the partners that re-plan, those with many deals first: the number of those, and of all."""
    first, weeks = np.uint64(0), lev[G.clock_weeks]
    for j in range(_ALL):
        plans = effort.plans(x[S.willing + j], f[F.group + j], now.turn, now.all_plan, now.quarter_starts)
        many = reward.has_many(f[F.deals + j], weeks, MANY_DEALS)
        at[first] = j
        first += np.uint64(payout.only_when(plans, many))
    last = first
    for j in range(_ALL):
        plans = effort.plans(x[S.willing + j], f[F.group + j], now.turn, now.all_plan, now.quarter_starts)
        few = payout.none_of(reward.has_many(f[F.deals + j], weeks, MANY_DEALS))
        at[last] = j
        last += np.uint64(payout.only_when(plans, few))
    return int(first), int(last)


@loop
def bring(source: Any, fields: Any, at: Any, planners: int, target: Any) -> None:
    """Bring fields of the listed partners together in another row."""
    for field in fields:
        for m in range(np.uint64(planners)):
            target[np.uint64(field) + m] = source[np.uint64(field) + at[m]]


@loop
def take_back(source: Any, fields: Any, at: Any, planners: int, target: Any) -> None:
    """Take fields back to the listed partners."""
    for field in fields:
        for m in range(np.uint64(planners)):
            target[np.uint64(field) + at[m]] = source[np.uint64(field) + m]


@loop
def outlook(x: Any, f: Any, z: Any, par: Any, now: Now, planners: int) -> None:
    """Sales so far and expected for the rest of the period, in targets."""
    smallest = par[P.smallest_log_sd]
    for m in range(planners):
        target = x[S.target + m]
        deals = reward.expected(f[F.deals + m], now.left)
        deal = reward.in_targets(f[F.mean_deal + m], target)
        nothing = reward.nothing_chance(deals)
        z[Z.sales + m] = reward.in_targets(x[S.period + m], target)
        z[Z.deal + m] = deal
        z[Z.centre + m] = reward.expected(deals, deal)
        z[Z.spread + m] = reward.sales_spread(deals, deal, f[F.size_spread + m])
        z[Z.nothing + m] = nothing
        z[Z.mean + m] = reward.rest_mean(deals, deal, nothing)
        z[Z.log_sd + m] = reward.rest_log_sd(deals, f[F.size_spread + m], nothing, smallest)
        z[Z.value + m] = 0.0
        z[Z.value_after + m] = 0.0


@loop
def value_few(z: Any, steps: Any, count: int, planners: int) -> None:
    """Plan value now and with one more deal, where few deals remain: sum over the plan's steps."""
    for i in range(count):
        threshold, jump, slope = steps[i, T.threshold], steps[i, T.jump], steps[i, T.slope]
        for m in range(planners):
            mean, log_sd, nothing = z[Z.mean + m], z[Z.log_sd + m], z[Z.nothing + m]
            distance = closing.short_of(threshold, z[Z.sales + m])
            value = reward.step_value_few(jump, slope, distance, mean, log_sd, nothing)
            z[Z.value + m] = payout.added(z[Z.value + m], value)
            distance = closing.short_of(threshold, payout.added(z[Z.sales + m], z[Z.deal + m]))
            value = reward.step_value_few(jump, slope, distance, mean, log_sd, nothing)
            z[Z.value_after + m] = payout.added(z[Z.value_after + m], value)
    for m in range(planners):
        z[Z.price + m] = reward.price_of_deal(z[Z.value_after + m], z[Z.value + m], z[Z.deal + m])


@loop
def value_many(f: Any, d: Any, z: Any, lev: Any, par: Any, steps: Any, count: int, planners: int) -> None:
    """The same for partners with many deals a period, by the exact formula; others keep what they have."""
    cap, response, slope_most = par[P.kappa_cap], par[P.effort_elasticity], lev[G.slope_most]
    substitution = par[P.substitution]
    for m in range(planners):
        variance = reward.weekly_variance(f[F.deals + m], z[Z.deal + m], f[F.size_spread + m])
        pace = reward.expected(f[F.deals + m], z[Z.deal + m])
        wallet, margin = f[F.wallet + m], d[D.margin_p + m]
        drift = reward.drift_response(response, substitution, wallet, pace, margin)
        z[Z.kappa + m] = reward.effort_kappa(drift, z[Z.visible + m], variance, slope_most, cap)
        z[Z.pay + m] = 0.0
        z[Z.pay_after + m] = 0.0
    for i in range(count + 1):
        low, high, level, rate = steps[i, T.low], steps[i, T.high], steps[i, T.level], steps[i, T.rate]
        for m in range(planners):
            kappa, spread = z[Z.kappa + m], z[Z.spread + m]
            centre = payout.added(z[Z.sales + m], z[Z.centre + m])
            weight = reward.segment_weight(kappa, level, rate, low, high, centre, spread)
            z[Z.pay + m] = payout.added(z[Z.pay + m], weight)
            centre = payout.added(centre, z[Z.deal + m])
            weight = reward.segment_weight(kappa, level, rate, low, high, centre, spread)
            z[Z.pay_after + m] = payout.added(z[Z.pay_after + m], weight)
    for m in range(planners):
        value = reward.plan_value(z[Z.pay + m], z[Z.kappa + m])
        after = reward.plan_value(z[Z.pay_after + m], z[Z.kappa + m])
        price = reward.price_of_deal(after, value, z[Z.deal + m])
        many = reward.has_many(f[F.deals + m], lev[G.clock_weeks], MANY_DEALS)
        z[Z.value + m] = payout.chosen(value, z[Z.value + m], many)
        z[Z.price + m] = payout.chosen(price, z[Z.price + m], many)


@loop
def remember_price(x: Any, z: Any, now: Now, planners: int) -> None:
    """Keep the price; the one at a period's start stands for the next period's."""
    for m in range(planners):
        x[S.price + m] = z[Z.price + m]
        x[S.price_start + m] = payout.chosen(z[Z.price + m], x[S.price_start + m], now.period_starts)
        x[S.value_start + m] = payout.chosen(z[Z.value + m], x[S.value_start + m], now.period_starts)


@loop
def one_rate(x: Any, f: Any, rate: float, clock_weeks: float, planners: int) -> None:
    """A plan that pays one rate on everything: the price is that rate and waiting never helps."""
    for m in range(planners):
        pace = reward.in_targets(reward.expected(f[F.weekly_list + m], clock_weeks), x[S.target + m])
        x[S.price + m] = rate
        x[S.price_start + m] = rate
        x[S.value_start + m] = reward.flat_value(rate, pace)
        x[S.hold + m] = 0.0


@loop
def option_value(x: Any, f: Any, z: Any, lev: Any, steps: Any, count: int, planners: int) -> None:
    """What it is worth to choose the period at its end: mean of the better less the better of the means."""
    weeks = lev[G.clock_weeks]
    for m in range(planners):
        later = reward.payment_discount(f[F.discount + m], weeks)
        z[Z.next + m] = closing.next_price(x[S.price_start + m], later)
        z[Z.option + m] = 0.0
        z[Z.expected + m] = 0.0
    for n in range(len(NODES)):
        node, weight = NODES[n], WEIGHTS[n]
        for m in range(planners):
            z[Z.end + m] = closing.end_sales(z[Z.sales + m], z[Z.centre + m], z[Z.spread + m], node)
            z[Z.pay + m] = 0.0
            z[Z.pay_after + m] = 0.0
        for i in range(count):
            threshold, jump, slope = steps[i, T.threshold], steps[i, T.jump], steps[i, T.slope]
            for m in range(planners):
                pay = closing.step_pay(jump, slope, closing.short_of(threshold, z[Z.end + m]))
                z[Z.pay + m] = payout.added(z[Z.pay + m], pay)
                end = payout.added(z[Z.end + m], z[Z.deal + m])
                pay = closing.step_pay(jump, slope, closing.short_of(threshold, end))
                z[Z.pay_after + m] = payout.added(z[Z.pay_after + m], pay)
        for m in range(planners):
            price, following = (
                reward.price_of_deal(z[Z.pay_after + m], z[Z.pay + m], z[Z.deal + m]),
                z[Z.next + m],
            )
            z[Z.expected + m] = closing.weighted(z[Z.expected + m], weight, price)
            best = closing.better_of(price, following)
            z[Z.option + m] = closing.weighted(z[Z.option + m], weight, best)


@loop
def hold(x: Any, z: Any, par: Any, now: Now, planners: int) -> None:
    """Share of ready deals that a planning partner holds back."""
    cost, control = par[P.holding_cost], par[P.timing_control]
    for m in range(planners):
        sure = closing.better_of(z[Z.expected + m], z[Z.next + m])
        worth = closing.option_worth(z[Z.option + m], sure, z[Z.owner + m], z[Z.worth + m])
        x[S.hold + m] = closing.holding(worth, now.left, cost, control)
