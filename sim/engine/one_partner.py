"""Parts of a partner's week that need no partner: a plan's value, a deal, a pipeline, the sums."""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, Final, NamedTuple

from sim.engine.loops.deals import wrongly_approved
from sim.engine.loops.plan import NODES, WEIGHTS
from sim.engine.mesa_asking import treatment_sums
from sim.kernel.counts import binomial
from sim.kernel.draws import Purpose, deal_uniform
from sim.rules import closing, conflict, direct, payout, pipeline, reward, route

# fmt: off
PRODUCT: Final = (
    Purpose.LATE_PRODUCT, Purpose.EARLY_PRODUCT, Purpose.RELEASE_PRODUCT, Purpose.CLOSE_PRODUCT,
    Purpose.HOLD_PRODUCT,
)
SOLUTION: Final = (
    Purpose.LATE_SOLUTION, Purpose.EARLY_SOLUTION, Purpose.RELEASE_SOLUTION, Purpose.CLOSE_SOLUTION,
    Purpose.HOLD_SOLUTION,
)
OUTCOMES: Final = (
    "won_p", "won_s", "list_p", "list_s", "registered_list", "registered_won", "taken", "taken_list",
    "incidents", "breaches", "refused", "bid_list", "price_lost",
)
"""Scratch that adds up over the deals of a week."""
SAME: Final = (
    "contact_cost", "incidents", "breaches", "taken", "taken_list", "registered_won", "adrift", "hours",
    "level", "occasions_cost", "refused", "transactional", "alternative",
)
OF_WEEK: Final = dict(zip(SAME, SAME, strict=True)) | {
    "list_product": "list_p", "list_solution": "list_s", "net_revenue": "net", "goods_cost": "goods",
    "rebate_cost": "rebate", "growth_cost": "growth", "solution_cost": "solution",
    "new_logo_cost": "new_logo", "funds_cost": "funds", "partner_margin": "margin",
    "partner_services": "services", "partner_payout": "back", "partner_selling_cost": "own_cost",
    "price_cut_list": "price_lost", "concession_list": "concession", "bought_list": "bought",
    "ahead_list": "ahead", "active": "selling", "share_sum": "effort", "touches": "touches",
    "alarms": "alarm", "false_alarms": "false_alarm", "delay_sum": "overdue", "survey_sum": "survey",
    "relational_sum": "relational",
}
"""Weekly sums that add a field of the week as it is."""
OF_SOME: Final = (
    "bid_list", "routed", "joined", "left", "begun", "second", "joining_hours", "asked", "granted", "well",
    "favour_cost", "leads", "lead_weight",
)
"""Weekly sums that add a field of the week where the roster moves, partners ask, or leads are handed out."""
OF_ACTIVE: Final = {
    "trust_sum": "trust", "understanding_sum": "understanding", "bond_sum": "bond", "belief_sum": "belief",
    "skill_sum": "skill_s",
}
"""Weekly sums over partners that sell for us."""
# fmt: on


class Deal(NamedTuple):
    """A deal to be decided: offer ``p`` or ``s``, number, usual size and chance, effect of skill."""

    offer: str
    number: int
    log_size: float
    win: float
    skill: float


def total(amounts: Iterable[float]) -> float:
    """Sum in the order given."""
    return reduce(payout.added, amounts, 0.0)


def value_of_few(plan: Any, z: Any, sales: float) -> float:
    """Value of a plan at these sales where few deals remain."""
    rest = z.mean, z.log_sd, z.nothing
    return total(
        reward.step_value_few(s.jump, s.slope, closing.short_of(s.threshold, sales), *rest) for s in plan
    )


def value_of_many(segments: Any, z: Any, kappa: float, centre: float) -> float:
    """Value of a plan where sales at the period's end are normal around a centre."""
    weights = (
        reward.segment_weight(kappa, s.level, s.rate, s.low, s.high, centre, z.spread) for s in segments
    )
    return reward.plan_value(total(weights), kappa)


def period_pay(plan: Any, sales: float) -> float:
    """What a plan pays for the sales of a period, in targets."""
    return total(closing.step_pay(s.jump, s.slope, closing.short_of(s.threshold, sales)) for s in plan)


def choice_of_period(plan: Any, z: Any, following: float) -> tuple[float, float]:
    """Mean price of a deal at the period's end, and mean of the better of it and the next period's price."""
    option = expected = 0.0
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        end = closing.end_sales(z.sales, z.centre, z.spread, node)
        more = period_pay(plan, payout.added(end, z.deal))
        price = reward.price_of_deal(more, period_pay(plan, end), z.deal)
        expected = closing.weighted(expected, weight, price)
        option = closing.weighted(option, weight, closing.better_of(price, following))
    return expected, option


def ripen(
    draw: Callable[[Purpose], float],
    purposes: Any,
    z: Any,
    stages: Any,
    new: float,
    advance: float,
    pull: float,
) -> tuple[Any, float]:
    """One week of one offer's deals: stages early, late, ready, held afterwards, and the deals decided."""
    late_key, early_key, release_key, close_key, hold_key = purposes
    early, late, ready, held = stages
    ripe = binomial(draw(late_key), late, pipeline.hurried_chance(advance, z.retiming, pull))
    moved = binomial(draw(early_key), early, advance)
    ready, late = pipeline.moved(ready, ripe, 0.0), pipeline.moved(late, moved, ripe)
    freed = binomial(draw(release_key), held, z.release)
    closed = binomial(draw(close_key), ready, z.close)
    ready = pipeline.moved(ready, 0.0, closed)
    kept = binomial(draw(hold_key), ready, z.delay)
    ready, held = pipeline.moved(ready, 0.0, kept), pipeline.moved(held, kept, freed)
    return (pipeline.moved(early, new, moved), late, ready, held), payout.added(closed, freed)


def judge(
    deal: Deal, m: Any, p: Any, lev: Any, entity: int, f: Any, usual: float, z: Any, known: float
) -> dict[str, float]:
    """Decide a deal: size and registration, conflict, outcome; what it adds to the scratch of the week."""
    rule, keys = m.all_.rule, m.deal_keys[deal.offer]

    def draw(purpose: Purpose) -> float:
        return deal_uniform(keys[purpose], entity, deal.number)

    value = closing.deal_value(draw(Purpose.DEAL_SIZE), deal.log_size, f.log_size_sd)
    u = draw(Purpose.DEAL_REGISTERED)
    registered = conflict.registers(u, z.register, value, lev.minimum)
    asks = conflict.registers(u, direct.asked_chance(z.register, lev.approval_share), value, lev.minimum)
    size = conflict.size_factor(value, rule.size, rule.below, rule.above)
    factor = conflict.both_factors(size, conflict.breach_factor(registered, p.breach_share, lev.enforcement))
    chance = conflict.incident_chance(f.overlap, lev.coverage, p.incident_chance, factor)
    incident = closing.happens(draw(Purpose.DEAL_INCIDENT), chance)
    taken = conflict.is_taken(draw(Purpose.DEAL_OUTCOME), rule.lose, incident)
    wrong = wrongly_approved(lev, p)
    if wrong > 0.0:
        quarrel = conflict.quarrels(draw(Purpose.DEAL_QUARREL), wrong, registered, incident)
        incident = payout.larger(incident, quarrel)
    bid = 0.0
    if lev.bid_discount > 0.0:
        bid = closing.happens(draw(Purpose.DEAL_BID), z.bid_chance)
        known = payout.added(known, route.bid_points(bid, z.bid_discount, p.bid_win_points))
    points = closing.registered_points(registered, usual, p.registered_win_points)
    win = closing.win_chance(deal.win, deal.skill, known, z.price_factor, points)
    won = closing.is_won(draw(Purpose.DEAL_WIN), win, taken)
    both = payout.only_when(registered, won)
    return {
        f"won_{deal.offer}": won,
        f"list_{deal.offer}": payout.only_when(value, won),
        "registered_won": both,
        "refused": payout.rest(asks, registered, 0.0),
        "bid_list": special_price(value, payout.only_when(bid, won), z),
        "registered_list": payout.only_when(value, both),
        "taken": taken,
        "taken_list": payout.only_when(value, taken),
        "incidents": incident,
        "breaches": payout.only_when(registered, incident),
        "price_lost": conflict.price_lost(value, won, incident, p.incident_price_cut),
    }


def special_price(value: float, given: float, z: Any) -> float:
    """Discount that a special price gives on a deal that is won with it, ¤ list."""
    return payout.only_when(payout.part(value, getattr(z, "bid_discount", 0.0)), given)


def week_sums(partner: Any) -> dict[str, float]:
    """What a partner adds to the sums of the week."""
    x, z = partner, partner.z
    won, decided = payout.added(z.won_p, z.won_s), payout.added(z.decided_p, z.decided_s)
    stages = payout.added(x.early_p, x.early_s), payout.added(x.late_p, x.late_s)
    waiting = payout.added(x.ready_p, x.ready_s), payout.added(x.held_p, x.held_s)
    sums = {name: getattr(z, field) for name, field in OF_WEEK.items()}
    sums |= {name: payout.only_when(getattr(x, field), z.selling) for name, field in OF_ACTIVE.items()}
    return sums | {
        "silent": z.silent,
        "heard_sum": x.heard,
        "ended": x.ended,
        **{name: getattr(z, name, 0.0) for name in OF_SOME},
        **(treatment_sums(x, z) if hasattr(z, "asked") else {}),
        "renewed_direct_list": z.renewed_direct,
        "base_sum": z.base,
        "believed": x.believed,
        "stock_list": x.stock,
        "open_deals": payout.four(*stages, *waiting),
        "arrivals": payout.added(z.new_p, z.new_s),
        "won": won,
        "lost": payout.rest(decided, won, z.taken),
    }
