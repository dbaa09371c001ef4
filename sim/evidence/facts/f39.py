"""F39: of those who sign a contract few start to sell, and those who do take months."""

from math import inf
from typing import Final

import numpy as np

from sim.engine.layout import S
from sim.engine.run import Engine
from sim.evidence.fact import Fact
from sim.evidence.world import QUARTER, YEAR, Floats, World, column
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme

MARKET: Final = "moving-roster"
WEEKS: Final = 2 * YEAR


def first_deals(world: World, onboarding_hours: float = 0.0) -> tuple[Floats, Floats]:
    """Weeks from signing to the first deal won, infinite without one in a year, and who counts.

    Both are [seeds, firms].

    onboarding_hours : weekly care for each new partner in its first quarter
    """
    market = load_market(MARKET)
    today = load_programme("retro-volume")
    stand = world.known(MARKET, lambda: world.placed(Engine(market, today, from_market(market)), {}))
    design = changed(today, {"recruitment.onboarding_hours": onboarding_hours}) if onboarding_hours else today
    run = stand.run(design, WEEKS, with_sales=True)
    size = stand.engine.partners.size
    signed = WEEKS - column(run, S.since, size)
    enrolled = column(run, S.enrolled, size) > 0.0
    cohort = enrolled & (signed >= 0.0) & (signed <= WEEKS - YEAR)
    week = np.arange(WEEKS)[None, :, None]
    won = (run.sales[:, :, 1] > 0.0) & (week >= signed[:, None])
    first = np.where(np.any(won, axis=1), np.argmax(won, axis=1) - signed, inf)
    return np.where(first <= YEAR, first, inf), cohort.astype(np.float64)


def within_a_quarter(world: World) -> Floats:
    """Share of those who signed that win a deal within a quarter."""
    return _soon(world, 0.0)


def _soon(world: World, hours: float) -> Floats:
    first, cohort = first_deals(world, hours)
    return np.asarray(np.sum((first <= QUARTER) * cohort, axis=1) / np.sum(cohort, axis=1), dtype=np.float64)


def weeks_to_the_first(world: World) -> Floats:
    """Median of the weeks to the first deal, of those who win one within a year."""
    first, cohort = first_deals(world)
    return np.array(
        [np.median(row[(known > 0.0) & np.isfinite(row)]) for row, known in zip(first, cohort, strict=True)]
    )


def onboarding(world: World) -> Floats:
    """How many more win a deal within a quarter where a manager has two hours a week for each."""
    return _soon(world, 2.0) - _soon(world, 0.0)


SOURCE: Final = "partner-onboarding"
FACTS: Final = (
    Fact("first_quarter", "F39", SOURCE, within_a_quarter, 0.15, 0.40, is_quick=False, is_calibration=True),
    Fact(
        "first_deal_weeks", "F39", SOURCE, weeks_to_the_first, 12.0, 30.0, is_quick=False, is_calibration=True
    ),
    Fact("onboarding_helps", "F39", SOURCE, onboarding, 0.0, inf, is_quick=False),
)
