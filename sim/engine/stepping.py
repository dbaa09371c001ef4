"""From weeks to steps of the engine: each quantity is converted once, by the rule of its unit.

With a step of a week nothing is touched, to the bit.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.engine.layout import G, V, W
from sim.kernel.step import STEPS
from sim.population.partners import Partners
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import catalogue

Floats = NDArray[np.float64]


def rate(value: float, steps: int = STEPS) -> float:
    """What flows in a step of what flows in a week."""
    return value / steps


def span(value: float, steps: int = STEPS) -> float:
    """Steps in so many weeks."""
    return value * steps


def chance(value: float, steps: int = STEPS) -> float:
    """Chance in a step that gives a chance in a week; so for the share of a gap that closes."""
    return float(-np.expm1(np.log1p(-value) / steps)) if value < 1.0 else 1.0


def factor(value: float, steps: int = STEPS) -> float:
    """Factor of a step that gives the factor of a week."""
    return float(value ** (1.0 / steps))


def under_root(value: float, steps: int = STEPS) -> float:
    """What multiplies the root of a rate."""
    return float(value * np.sqrt(steps))


CONVERTED: Final[dict[str, Callable[[float, int], float]]] = {
    "rate per week": rate,
    "per week": rate,
    "hours per week": rate,
    "trust per week": rate,
    "support per week": rate,
    "share of list per week": rate,
    "target of drift per week": rate,
    "chance per week": chance,
    "share per week": chance,
    "factor per week": factor,
    "weeks": span,
    "share of a week": span,
    "multiple per root hour": under_root,
}
"""Conversion of a parameter of behaviour by its unit; all other units know no time, or a year."""
FACT_RATES: Final = (
    "discount",
    "wanted",
    "dormancy",
    "comeback",
    "weekly_list",
    "deals",
    "joining",
    "leaving",
)
FACT_SPANS: Final = (
    "develop_p", "develop_s", "cycle_p", "cycle_s", "term", "start_silent", "start_since",
)  # fmt: skip
LEVER_RATES: Final = (G.advocacy, G.deputy_hours, G.onboarding, G.winback_hours)
LEVER_SPANS: Final = (G.protection, G.lag_weeks, G.funds_weeks, G.clock_weeks)
VENDOR_SPANS: Final = (V.recovery, V.recovery_silent, V.hiring_weeks)
LEVELS: Final = (
    W.open_deals, W.stock_list, W.active, W.silent, W.adrift, W.trust_sum, W.understanding_sum, W.bond_sum,
    W.belief_sum, W.skill_sum, W.share_sum, W.base_sum, W.ended, W.heard_sum, W.believed, W.survey_sum,
    W.relational_sum, W.transactional, W.support, W.spoiled, W.vacant, W.lead_weight, W.beside_rivals,
    W.rivals_share_sum, W.concentration_sum,
    *range(W.tier_0, W.square_3 + 1),
)  # fmt: skip
"""Weekly sums that are a state, not a flow."""


def parameters_in_steps(row: Floats, steps: int = STEPS) -> Floats:
    """A row of parameters of behaviour, in the order of the schema."""
    if steps == 1:
        return row
    units = [entry.meta.unit if entry.meta else "" for entry in catalogue(Behaviour)]
    pairs = zip(row.tolist(), units, strict=True)
    return np.array([CONVERTED[unit](value, steps) if unit in CONVERTED else value for value, unit in pairs])


def partners_in_steps(partners: Partners, steps: int = STEPS) -> Partners:
    """Partners whose weekly facts are facts of a step."""
    if steps == 1:
        return partners
    facts = partners.facts._asdict()
    rates = {name: facts[name] / steps for name in FACT_RATES}
    spans = {name: facts[name] * steps for name in FACT_SPANS}
    return partners._replace(facts=partners.facts._replace(**rates, **spans))


def levers_in_steps(levers: Floats, steps: int = STEPS) -> Floats:
    """A programme's levers."""
    return _in_steps(levers, LEVER_RATES, LEVER_SPANS, steps)


def vendor_in_steps(vendor: Floats, steps: int = STEPS) -> Floats:
    """The vendor's own figures; those that follow from its partners are in steps already."""
    return _in_steps(vendor, (), VENDOR_SPANS, steps)


def in_weeks(sums: Floats, steps: int = STEPS) -> Floats:
    """Weekly sums of a run, from those of steps: flows add up, states are means.

    sums : [futures, steps of the run, columns]
    """
    if steps == 1:
        return sums
    futures, length, columns = sums.shape
    weeks: Floats = sums.reshape(futures, length // steps, steps, columns).sum(axis=2)
    weeks[:, :, list(LEVELS)] /= steps
    return weeks


def _in_steps(row: Floats, rates: tuple[int, ...], spans: tuple[int, ...], steps: int) -> Floats:
    if steps != 1:
        row[list(rates)] /= steps
        row[list(spans)] *= steps
    return row
