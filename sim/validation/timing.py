"""CF12 and F27: deals moved between periods, and the weekly profile of closings."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.rules import closing, pipeline, reward
from sim.validation.ideal import PLANS, Plan, Step, pay_of_steps, value
from sim.validation.reference import Reference

Floats = NDArray[np.float64]

WEEKS: Final = 13
ROUNDS: Final = 40
"""Quarters until the profile repeats."""
DEAL: Final = 0.08
"""Size of a deal in targets."""
PER_WEEK: Final = 1.0
SIZE_SPREAD: Final = 1.0
KAPPA: Final = 0.5
NODES, WEIGHTS = (array.tolist() for array in np.polynomial.hermite_e.hermegauss(5))
LINEAR: Final = (Step(0.0, 0.0, 0.5),)
TIERS: Final = (Step(0.0, 0.0, 0.3), Step(1.0, 0.3, 0.3))


class Timing(NamedTuple):
    """Who decides dates, and what that is worth."""

    control: float = 1.0
    buyers: float = 0.0
    discount_per_week: float = 0.0
    stiffness: float = 0.03
    holding_cost: float = 0.0004
    hazard: float = 0.25
    pull: float = 0.3
    develop_weeks: float = 6.0


CALM: Final = Timing()
"""Sellers who choose dates freely, buyers who do not care, no discount."""


class Pipeline(NamedTuple):
    """Expected deals in each stage."""

    early: float = 0.0
    late: float = 0.0
    ready: float = 0.0
    held: float = 0.0


class Outlook(NamedTuple):
    """Sales to date and the rest of the period, targets."""

    sales: float
    rest: float
    spread: float


def outlook(week: int) -> Outlook:
    """A partner exactly on its way to sales of 1.04 targets in the period."""
    left = float(WEEKS - week)
    deals = reward.expected(PER_WEEK, left)
    spread = reward.sales_spread(deals, DEAL, SIZE_SPREAD)
    return Outlook(week * PER_WEEK * DEAL, reward.expected(deals, DEAL), spread)


def deal_price(plan: Plan, week: int) -> float:
    """Pay that one more deal brings, per ¤."""
    now = outlook(week)
    centre = now.sales + now.rest
    before, after = (value(plan, KAPPA, at, now.spread) for at in (centre, centre + DEAL))
    return reward.price_of_deal(after, before, DEAL)


def option_value(plan: Plan, steps: tuple[Step, ...], week: int, later: float) -> float:
    """Gain from choosing the period at its end: the mean of the better price less the better mean price."""
    now, following = outlook(week), closing.next_price(deal_price(plan, 0), later)
    best, mean = 0.0, 0.0
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        end = closing.end_sales(now.sales, now.rest, now.spread, node)
        before, after = pay_of_steps(steps, end), pay_of_steps(steps, end + DEAL)
        here = reward.price_of_deal(after, before, DEAL)
        best = closing.weighted(best, weight / sum(WEIGHTS), closing.better_of(here, following))
        mean = closing.weighted(mean, weight / sum(WEIGHTS), here)
    return closing.option_worth(best, closing.better_of(mean, following), 1.0, 1.0)


def hurry(plan: Plan, week: int, timing: Timing) -> float:
    """Re-timing in a week; dates move in the last two."""
    if week < WEEKS - 2:
        return 0.0
    later = reward.payment_discount(timing.discount_per_week, float(WEEKS))
    following = closing.next_price(deal_price(plan, 0), later)
    return closing.retiming(deal_price(plan, week), following, timing.stiffness, timing.control)


def held(plan: Plan, steps: tuple[Step, ...], week: int, timing: Timing) -> float:
    """Share of ready deals held back in a week."""
    later = reward.payment_discount(timing.discount_per_week, float(WEEKS))
    worth = option_value(plan, steps, week, later)
    return closing.holding(worth, float(WEEKS - week), timing.holding_cost, timing.control)


def one_week(stages: Pipeline, week: int, move: float, hold: float, timing: Timing) -> tuple[Pipeline, float]:
    """Stages after a week, and deals decided in it, as means."""
    ends = 1.0 if week == WEEKS - 1 else 0.0
    waiting = closing.hold_chance(hold, closing.buyers_wait(timing.buyers, ends, 0.0), move, ends)
    due = closing.due_chance(timing.hazard, waiting)
    close = closing.close_chance(due, timing.hazard, move, 0.0)
    advance = pipeline.stage_chance(timing.develop_weeks)
    ripe = stages.late * pipeline.hurried_chance(advance, move, timing.pull)
    on = stages.early * advance
    freed = stages.held * closing.release_chance(ends, ends, move, hold, 0.0, 0.0)
    ready = pipeline.moved(stages.ready, ripe, 0.0)
    closed = ready * close
    ready = pipeline.moved(ready, 0.0, closed)
    kept = ready * closing.to_hold_chance(timing.hazard, waiting, close)
    return Pipeline(
        pipeline.moved(stages.early, PER_WEEK, on),
        pipeline.moved(stages.late, on, ripe),
        pipeline.moved(ready, 0.0, kept),
        pipeline.moved(stages.held, kept, freed),
    ), closed + freed


def profile(plan: Plan, steps: tuple[Step, ...], timing: Timing = CALM) -> Floats:
    """Share of a quarter's deals decided in each of its weeks, once quarters repeat."""
    moves = [hurry(plan, week, timing) for week in range(WEEKS)]
    holds = [held(plan, steps, week, timing) for week in range(WEEKS)]
    stages, decided = Pipeline(), [0.0] * WEEKS
    for _ in range(ROUNDS):
        for week in range(WEEKS):
            stages, decided[week] = one_week(stages, week, moves[week], holds[week], timing)
    return np.array(decided) / sum(decided)


def largest(figure: Callable[[int], float]) -> float:
    """Largest size of a figure over the weeks of a quarter."""
    return max(abs(figure(week)) for week in range(WEEKS))


FLAT: Final = PLANS["flat .5"]
PROFILE: Final = "closing.*, pipeline.*, reward.price_of_deal"
CASES: Final = ((0.10, 0.10, 0.0), (0.13, 0.10, 0.6), (0.10, 0.12, -0.4), (0.30, 0.10, 1.0), (0.0, 0.2, -1.0))
"""Pay now and in the next period, and the share moved at a stiffness of .05."""

REFERENCES: Final = (
    *(
        Reference(
            "CF12",
            f"share moved when pay is {now} now and {then} next",
            "closing.retiming",
            share,
            1e-12,
            partial(closing.retiming, now, then, 0.05, 1.0),
        )
        for now, then, share in CASES
    ),
    Reference(
        "CF12",
        "discount alone pulls deals forward",
        "closing.retiming, next_price",
        (0.1 - 0.95 * 0.1) / 0.05,
        1e-12,
        lambda: closing.retiming(0.1, closing.next_price(0.1, 0.95), 0.05, 1.0),
    ),
    Reference(
        "CF12",
        "price given away: half of k x^2 per ¤",
        "closing.retiming, concession",
        0.5 * 0.05 * 0.6**2,
        1e-12,
        lambda: closing.concession(1.0, closing.retiming(0.13, 0.10, 0.05, 1.0), 0.05),
    ),
    Reference(
        "F27",
        "a linear plan moves no deal",
        "closing.retiming",
        0.0,
        1e-9,
        lambda: largest(lambda week: hurry(FLAT, week, CALM)),
    ),
    Reference(
        "F27",
        "waiting is worth nothing under it",
        "closing.option_worth, better_of, step_pay",
        0.0,
        1e-12,
        lambda: largest(lambda week: option_value(FLAT, LINEAR, week, 1.0)),
    ),
    Reference(
        "F27",
        "no deal is held under it",
        "closing.holding",
        0.0,
        1e-9,
        lambda: largest(lambda week: held(FLAT, LINEAR, week, CALM)),
    ),
    Reference(
        "F27",
        "share of a quarter's deals decided in week 13",
        PROFILE,
        1.0 / 13.0,
        1e-6,
        lambda: float(profile(FLAT, LINEAR)[-1]),
    ),
    Reference(
        "F27",
        "share of a quarter's deals decided in its last four weeks",
        PROFILE,
        4.0 / 13.0,
        1e-6,
        lambda: float(profile(FLAT, LINEAR)[-4:].sum()),
    ),
)
