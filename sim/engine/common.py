"""What holds for all partners in one week: load of managers, rules of the programme, market, territories."""

from typing import Any, NamedTuple

from sim.engine.layout import G, H, P, V
from sim.engine.loops.deals import Engagement, engagement
from sim.kernel.compile import inlined
from sim.kernel.draws import stream_key, uniform
from sim.rules import contact, demand


class Vendorial(NamedTuple):
    """What one vendor's programme and last week's load mean for all its partners this week."""

    quality: float
    load: float
    complexity: float
    rule: Engagement
    market: float


@inlined
def fill_keys(keys: Any, seed: int, luck: int, vendor: int, week: int) -> None:
    """Keys of all draws of a week, or of deals, whose ``week`` is the number of the offer."""
    for purpose in range(len(keys)):
        keys[purpose] = stream_key(seed, luck, vendor, week, purpose)


@inlined
def weekly_numbers(lev: Any, par: Any, vend: Any, shared: Any, quarter_key: Any, growth: float) -> Vendorial:
    """What holds for all partners this week."""
    load = contact.load(
        shared[H.hours], contact.managers(lev[G.managers], vend[V.partners]), par[P.manager_hours]
    )
    minutes = contact.minutes_to_explain(
        lev[G.rules_count],
        lev[G.thresholds_count],
        lev[G.exceptions_count],
        lev[G.claim_steps_count],
        par[P.minutes_per_rule],
        par[P.minutes_per_threshold],
        par[P.minutes_per_exception],
        par[P.minutes_per_claim_step],
    )
    return Vendorial(
        contact.quality(load, par[P.quality_dilution]),
        load,
        contact.complexity(minutes, par[P.complexity_half_minutes]),
        engagement(lev, par),
        demand.grown(demand.market_factor(uniform(quarter_key, 0), vend[V.noise]), growth),
    )


@inlined
def direct_intensity(lev: Any, rule: Engagement, vend: Any) -> float:
    """Direct selling relative to partner selling at the reference."""
    return demand.direct_level(vend[V.direct_level], lev[G.coverage], rule.accounts)


@inlined
def fill_saturation(
    out: Any, level: Any, reference: Any, direct: float, direct_reference: float, par: Any
) -> float:
    """Demand factor of every territory; returns their mean."""
    base, pond = par[P.intensity_reference], par[P.direct_pond_share]
    usual = demand.saturation(demand.intensity(1.0, direct_reference, base, pond))
    total = 0.0
    for t in range(len(out)):
        worked = demand.intensity(demand.relative(level[t], reference[t]), direct, base, pond)
        out[t] = demand.relative(demand.saturation(worked), usual)
        total += out[t]
    return total / len(out)
