"""Shapes of a real panel without incentives: the market fitted to seven moments, twenty-one held out.

Retailers that order at one wholesaler stand for partners. Seven facts of a market are set so that seven
moments come out; no assumption about behaviour is touched. What the others look like is then up to the model.
"""

import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

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
AT_ONCE: Final = "last_weeks_share"
"""The moment that shows a hockey stick: in the quick table."""


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


def _facts() -> tuple[Fact, ...]:
    known = read()
    rows = []
    for number, (name, figure) in enumerate(known["figure"].items(), 1):
        width = max(ERRORS * known["error"][name], NEAR * abs(figure), LEAST)
        bounds, is_fitted = (figure - width, figure + width), name in known["fitted"]
        rows.append(
            Fact(
                f"panel_{name}",
                f"P{number:02d}",
                SOURCE,
                partial(moment, name),
                *bounds,
                is_quick=name == AT_ONCE,
                is_calibration=is_fitted,
            )
        )
    return tuple(rows)


FACTS: Final = _facts()
"""Moments of the panel in the order of its file, P01 to P28."""
