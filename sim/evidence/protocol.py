"""The standard protocol for the shape of plans: who sells, how long, what is paid, and equal expected payout.

Field results on plans come from employed sellers. Where a fact asks for that setting, the market holds 300
sellers like its resellers, who see all of their pay, get it four weeks after the period, meet no direct
sellers, renew nothing and neither join nor leave. All else is as shipped; nothing is moved to reach a figure.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.optimize import root_scalar

from sim.engine.layout import W
from sim.engine.run import Engine, Run
from sim.evidence.world import YEAR, Floats, Stand, World
from sim.population.building import from_market
from sim.population.partners import Partners
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme, Rebate, Shape, Step
from sim.schema.rival import Rival, Wallets

SETTLE: Final = YEAR
"""Weeks after a change that are not measured: targets need a year of sales under the plan."""
MEASURED: Final = 3 * YEAR
TO_THE_END: Final = SETTLE + MEASURED
SELLERS: Final = 300
KIND: Final = "reseller"
LAG_WEEKS: Final = 4.0
SEES_ALL: Final[dict[str, float]] = {
    "credence_floor_share": 1.0,
    "certainty_share": 1.0,
    "complexity_effect": 0.0,
    "understanding_fading": 0.0,
}
"""Assumptions under which all of a plan is known, seen and believed."""
NOTHING_ASKED: Final = -1.0
"""Growth asked for where quotas are fixed: none of last year's sales is, which no programme may say."""
TOLERANCE: Final = 0.005
"""Relative difference of payout that counts as equal."""
SMALLEST, LARGEST = 1e-4, 4.0
"""Scales of a plan between which one is looked for."""
PARTS: Final = 3


@dataclass(frozen=True)
class Setting:
    """What a fact's setting demands beside that of employed sellers.

    Attributes
    ----------
    deals : times as many deals, each so much smaller, as sellers of the market have
    quota : fixed, in usual sales of a period; 0 where it follows the seller's last four quarters
    common : one fixed quota for all, that of the mean seller
    control : share of ready deals whose date the seller decides; below 0 as in the futures
    """

    deals: float = 1.0
    quota: float = 0.0
    common: bool = False
    control: float = -1.0

    def assumed(self) -> dict[str, float]:
        """Assumptions that it sets in every future."""
        fixed = {"target_floor_share": self.quota, "foresight_share": 0.0} if self.quota else {}
        dates = {"timing_control": self.control} if self.control >= 0.0 else {}
        return {**SEES_ALL, **fixed, **dates}


def sellers(world: World, setting: Setting | None = None) -> Stand:
    """Employed sellers under a linear commission at week 0.

    Parameters
    ----------
    world : futures and variant
    setting : what else the fact's setting demands
    """
    return hired(world, setting or Setting(), {})


def hired(world: World, setting: Setting, levers: Mapping[str, Any]) -> Stand:
    """The same under other pay today.

    Parameters
    ----------
    levers : dotted path and value of what is paid today
    """
    key = setting, tuple(levers)
    return world.known(key, lambda: world.placed(_engine(setting, levers), setting.assumed()))


def beside(world: World, pays: Callable[[Programme], Programme]) -> Stand:
    """Sellers under a linear commission that also sell for a named rival, of the same wallet as ours.

    Parameters
    ----------
    world : futures and variant
    pays : from today's programme of ours to that of the rival
    """

    def made() -> Stand:
        today = asking(load_programme("flat-margin"), 0.0)
        wallet = sales_force().segments[KIND].wallet_share
        rival = Rival(name="rival", programme=pays(today), wallet_share=Wallets(**{KIND: wallet}))
        return world.placed(_engine(Setting(), {}, (rival,)), Setting().assumed())

    return world.known(("beside", pays), made)


def _engine(setting: Setting, levers: Mapping[str, Any], rivals: tuple[Rival, ...] = ()) -> Engine:
    market = sales_force(setting.deals).model_copy(update={"rivals": rivals})
    people = from_market(market)
    everybody = people.facts._replace(
        start_willing=np.ones(people.size),
        start_silent=np.zeros(people.size),
        weekly_list=_usual(people, setting),
    )
    today = changed(load_programme("flat-margin"), levers)
    today = asking(today, NOTHING_ASKED if setting.quota else 0.0)
    return Engine(market, today, people._replace(facts=everybody))


def _usual(people: Partners, setting: Setting) -> Floats:
    """Weekly sales that a quota refers to: a seller's own, or the mean of all."""
    own = people.facts.weekly_list
    return np.full_like(own, own.mean()) if setting.common else own


def sales_force(deals: float = 1.0) -> Market:
    """A market of sellers only.

    Parameters
    ----------
    deals : times as many deals as resellers of the shipped market have, each so much smaller
    """
    market = load_market("baseline")
    kind = market.segments[KIND]
    levers: dict[str, Any] = {f"segments.{name}.partners": 0 for name in SEGMENTS}
    own = {
        "partners": SELLERS,
        "active_share": 0.99,
        "dormancy_per_year": 0.0,
        "quiet_drift_share": 0.0,
        "awareness_share": 0.99,
        "visibility_share": 1.0,
        "direct_overlap_share": 0.0,
        "renewal_share": 0.0,
        "expansion_share": 1.0 - kind.new_logo_share,
        "wins_per_year": kind.wins_per_year * deals,
        "opportunities_per_year": kind.opportunities_per_year * deals,
        "deal_median_list": float(kind.deal_median_list) / deals,
    }
    levers |= {f"segments.{KIND}.{name}": value for name, value in own.items()}
    return changed(market, {**levers, "growth_per_year": 0.0})


def asking(programme: Programme, growth: float) -> Programme:
    """A programme whose quotas ask for so much more than the last four quarters."""
    return _with(programme, target_growth_share=growth)


def _with(programme: Programme, **levers: Any) -> Programme:
    return programme.model_copy(update={"rebate": programme.rebate.model_copy(update=levers)})


def planned(
    today: Programme,
    shape: Shape,
    steps: Sequence[tuple[float, float]] = (),
    *,
    cap: float = 0.0,
    clock: str = "quarter",
) -> Programme:
    """Today's programme with another rebate, paid four weeks after the period.

    Parameters
    ----------
    today : with everything else, and what its quotas ask for
    shape : none, flat, incremental or retroactive
    steps : share of the quota from which each rate applies, and the rate
    cap : share of the quota above which nothing is paid, 0 for none
    clock : period
    """
    rebate = Rebate.model_validate(
        {
            "shape": shape,
            "clock": clock,
            "steps": tuple(Step(from_target=start, rate_share=rate) for start, rate in steps),
            "cap_target": cap,
            "lag_weeks": LAG_WEEKS,
        }
    )
    return asking(today.model_copy(update={"rebate": rebate}), today.rebate.target_growth_share)


def bonus(today: Programme, share: float, *, clock: str = "quarter") -> Programme:
    """A lump of so large a share of the quota for reaching it, and nothing beyond."""
    return planned(today, "retroactive", [(1.0, share)], cap=1.0 + 1e-6, clock=clock)


def sized(programme: Programme, size: float) -> Programme:
    """A plan with all its rates multiplied."""
    return _with(programme, size=size)


def after(here: Stand, programme: Programme | None = None, **options: Any) -> Run:
    """A plan from week 0 to the end of the protocol, without hurt or learning by the change.

    Parameters
    ----------
    here : market at week 0
    programme : the plan; by default today's
    options : as in ``Engine.run``
    """
    return here.run(programme, TO_THE_END, smoothly=True, **options)


def total(run: Run, *columns: int) -> Floats:
    """Sum of weekly columns over the measured weeks: [seeds].

    Parameters
    ----------
    run : of the protocol
    columns : of ``layout.Weekly``
    """
    return np.asarray(run.weekly[:, SETTLE:, list(columns)].sum(axis=(1, 2)), dtype=np.float64)


def paid(run: Run) -> float:
    """Expected rebate of the measured weeks, ¤: mean over futures."""
    return float(total(run, W.rebate_cost).mean())


def lift(run: Run, against: Run) -> Floats:
    """Relative change of purchases in the measured weeks: [seeds]."""
    return total(run, W.bought_list) / total(against, W.bought_list) - 1.0


def effort_lift(run: Run, against: Run) -> Floats:
    """Relative change of effort in the measured weeks: [seeds]."""
    return total(run, W.share_sum) / total(against, W.share_sum) - 1.0


def equal_size(payout: Callable[[float], float], wanted: float) -> float:
    """Scale of a plan at which it pays an amount.

    Parameters
    ----------
    payout : what the plan pays at a scale, on common futures; rises with it
    wanted : amount to pay

    Raises
    ------
    ValueError : no scale pays it
    """

    def gap(size: float) -> float:
        return payout(size) / wanted - 1.0

    return float(root_scalar(gap, bracket=(SMALLEST, LARGEST), method="brentq", rtol=0.3 * TOLERANCE).root)


def equal_pay(here: Stand, plan: Programme, wanted: float) -> Programme:
    """A plan scaled until it pays an amount in the measured weeks.

    Parameters
    ----------
    here : market at week 0
    plan : to scale
    wanted : rebate of the measured weeks, ¤: mean over futures
    """
    return sized(plan, equal_size(lambda size: paid(after(here, sized(plan, size))), wanted))


def ratio_of_means(amounts: Floats, whole: Floats) -> Floats:
    """Mean of one amount over the mean of another, as values whose spread is that of the ratio: [seeds].

    Parameters
    ----------
    amounts, whole : [seeds] of the same futures
    """
    usual = whole.mean()
    ratio = amounts.mean() / usual
    return np.asarray(ratio + (amounts - ratio * whole) / usual, dtype=np.float64)


def thirds(here: Stand) -> tuple[Floats, Floats, Floats]:
    """Sellers of low, middle and high productivity, as 1 or 0: [partners] each."""
    facts = here.engine.partners.facts
    rank = np.argsort(np.argsort(facts.deals * facts.mean_deal, kind="stable"), kind="stable")
    part = rank * PARTS // here.engine.partners.size
    low, middle, high = ((part == number).astype(float) for number in range(PARTS))
    return low, middle, high


def sold(run: Run) -> Floats:
    """Purchases of each partner in the measured weeks: [seeds, partners]; of a run with sales."""
    return np.asarray(run.sales[:, SETTLE:, 0].sum(axis=1), dtype=np.float64)


def lift_of(run: Run, against: Run, group: Floats) -> Floats:
    """Relative change of a group's purchases: [seeds]; of runs with sales.

    Parameters
    ----------
    run, against : with sales
    group : [partners], 1 for those that belong to it
    """
    return (sold(run) @ group) / (sold(against) @ group) - 1.0
