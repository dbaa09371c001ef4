"""A pipeline that ripens and a deal that is decided."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from sim.engine.loops.deals import wrongly_approved
from sim.kernel.counts import binomial
from sim.kernel.draws import Purpose, deal_uniform
from sim.rules import closing, conflict, direct, payout, pipeline, route

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
# fmt: on


class Deal(NamedTuple):
    """A deal to be decided: offer ``p`` or ``s``, number, usual size and chance, effect of skill."""

    offer: str
    number: int
    log_size: float
    win: float
    skill: float


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
