"""Shapes of a real panel without incentives: the market fitted to seven moments, twenty-one held out.

Retailers that order at one wholesaler stand for partners. Seven facts of a market are set so that seven
moments come out; no assumption about behaviour is touched. What the others look like is then up to the model.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from sim.engine.layout import W
from sim.engine.run import Engine
from sim.evidence.fact import Fact
from sim.evidence.moments import moments
from sim.evidence.protocol import MEASURED
from sim.evidence.world import Floats, Stand, World
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme

FILE: Final = Path(__file__).with_name("panel.toml")
SOURCE: Final = "iowa-retail-panel"
PARTNERS: Final = 1809
KIND: Final = "reseller"
CENTS: Final = 100.0
"""Money of this market per dollar of the panel: small orders stay within what a market file allows."""
NEAR: Final = 0.1
"""Relative distance that counts as the same shape, where two standard errors are less."""
ERRORS: Final = 2.0
LEAST: Final = 0.01
"""Distance that counts as the same, whatever the figure."""
AT_ONCE: Final = "panel_last_weeks_share"
"""The moment that shows a hockey stick: in the quick table."""
MONTH: Final = 4
AROUND: Final = ("before", "during", "after")
"""Months around a price cut."""


def read() -> dict[str, Any]:
    """What is known of the panel: figures, their errors, which were fitted, and the market that was found."""
    return tomllib.loads(FILE.read_text("utf-8"))


def retail(facts: Mapping[str, float]) -> Market:
    """A market of retailers only: no direct sales, nothing to renew, orders at once.

    Parameters
    ----------
    facts : the fitted ones, by name; growth of demand among them
    """
    kind = {
        "partners": PARTNERS,
        "cycle_weeks": 1.0,
        "cycle_log_sd": 0.0,
        "win_share": 0.95,
        "solution_share": 0.0,
        "renewal_share": 0.0,
        "expansion_share": 0.65,
        "direct_overlap_share": 0.0,
        "start_tier_share": (1.0, 0.0, 0.0, 0.0),
    }
    kind |= {name: value for name, value in facts.items() if name != "growth_per_year"}
    levers: dict[str, Any] = {f"segments.{name}.partners": 0 for name in SEGMENTS}
    levers |= {f"segments.{KIND}.{name}": value for name, value in kind.items()}
    whole = {"growth_per_year": facts["growth_per_year"], "vendor.direct_to_channel_share": 0.0}
    return changed(load_market("baseline"), {**levers, **whole})


def unpaid() -> Programme:
    """One discount for everybody and no incentive of any kind."""
    return load_programme("flat-margin")


def shop(world: World) -> Stand:
    """The fitted market at week 0."""
    return world.known("retail", lambda: fitted_to(world, read()["market"]))


def fitted_to(world: World, facts: Mapping[str, float]) -> Stand:
    """A market of retailers with given facts at week 0.

    Parameters
    ----------
    world : futures
    facts : as in ``retail``
    """
    market = retail(facts)
    return world.placed(Engine(market, unpaid(), from_market(market)), {})


def simulated(world: World) -> dict[str, Floats]:
    """Every moment of each future's panel of three years: [seeds] by name."""
    return world.known("moments", lambda: shapes(shop(world)))


def shapes(here: Stand) -> dict[str, Floats]:
    """Every moment of three years of a market: [seeds] by name.

    Parameters
    ----------
    here : at week 0
    """
    sales = here.run(weeks=MEASURED, with_sales=True).sales[:, :, 0]
    panels = [moments(panel / CENTS) for panel in sales]
    return {name: np.array([panel[name] for panel in panels]) for name in panels[0]}


def moment(name: str, world: World) -> Floats:
    """One moment: [seeds].

    Parameters
    ----------
    name : of the moment
    world : futures and variant
    """
    return simulated(world)[name]


def around_a_cut(world: World) -> dict[str, Floats]:
    """Purchases in the month before, during and after a cut known a month ahead: relative change, [seeds].

    Parameters
    ----------
    world : futures and variant
    """
    return world.known("price cut", lambda: _around(shop(world), read()["price_cut"]["cut_share"]))


def _around(here: Stand, cut: float) -> dict[str, Floats]:
    levers = {
        "price.list_index": 1.0 - cut,
        "transition.notice_weeks": MONTH,
        "transition.reversed_after_weeks": 2 * MONTH,
    }
    weeks = MONTH * len(AROUND)
    runs = (here.run(one, weeks) for one in (changed(here.today, levers), here.today))
    cheaper, usual = (
        run.weekly[:, :, W.bought_list].reshape(-1, len(AROUND), MONTH).sum(axis=2) for run in runs
    )
    return dict(zip(AROUND, (cheaper / usual - 1.0).T, strict=True))


def price_cut(part: str, world: World) -> Floats:
    """Change of purchases in one of these months: [seeds].

    Parameters
    ----------
    part : of ``AROUND``
    world : futures and variant
    """
    return around_a_cut(world)[part]


def _facts() -> tuple[Fact, ...]:
    known = read()
    cut = known["price_cut"]
    rows = [
        (f"panel_{name}", partial(moment, name), figure, known["error"][name], name in known["fitted"])
        for name, figure in known["figure"].items()
    ]
    months = [
        (f"price_cut_{name}", partial(price_cut, name), cut["figure"][name], error, name in cut["fitted"])
        for name, error in cut["error"].items()
    ]
    return tuple(_fact(number, *row) for number, row in enumerate((*rows, *months), 1))


def _fact(
    number: int, name: str, measure: Callable[[World], Floats], figure: float, error: float, is_fitted: bool
) -> Fact:
    """A figure of the panel, and how near counts as the same."""
    width = max(ERRORS * error, NEAR * abs(figure), LEAST)
    bounds, is_quick = (figure - width, figure + width), name == AT_ONCE
    return Fact(name, f"P{number:02d}", SOURCE, measure, *bounds, is_quick=is_quick, is_calibration=is_fitted)


FACTS: Final = _facts()
"""Moments of the panel in the order of its file, P01 to P28; then the months around a price cut."""
