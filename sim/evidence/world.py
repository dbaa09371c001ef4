"""The world in which facts are measured: the shipped market, a programme, paired futures, and variants."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.engine.run import Engine, Run, Week0
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.kernel.block import BLOCK
from sim.population.building import from_market
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme

Floats = NDArray[np.float64]
T = TypeVar("T")
SEED: Final = 1
YEAR: Final = 52
WEEKS: Final = 3 * YEAR
QUARTER: Final = 13
KEPT_RUNS: Final = 8
"""Runs that are kept of one market, at most: they are large."""


def _frozen(values: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(values))


NO_DATES: Final = _frozen({"timing_control": 0.0, "top_up_gap": 0.0})
NO_RELATION: Final = _frozen({"trust_curvature": 0.0, "bond_lift_share": 0.0, "touch_time_share": 0.0})
NO_LOYALTY: Final = _frozen({"loyalty_trust": 0.0, "loyalty_bond": 0.0})
DROWNED: Final = 1e20
"""Rent beside which pay vanishes to the last digit: effort cannot see what a programme pays."""
CHANCE: Final = _frozen(
    {
        "services_rent_share": DROWNED,
        "belief_learning": 0.0,
        "heard_belief_share": 0.0,
        "quarter_noise_sd": 0.6,
    }
)
"""Effort that goes up and down by chance and answers nothing. An exponent of 0 would still the chance too."""
VARIANTS: Final[dict[str, Mapping[str, float]]] = {
    "model": _frozen({}),
    "placebo": _frozen({**CHANCE, **NO_RELATION, **NO_DATES, **NO_LOYALTY}),
    "no_response": _frozen({"substitution": 0.0, **NO_RELATION, **NO_DATES}),
    "no_dates": NO_DATES,
    "no_hearsay": _frozen({"telling_share": 0.0, "retelling_share": 0.0}),
    "no_presence": _frozen({"spill_lift": 0.0}),
    "no_amplifier": _frozen({"amplifier_base": 0.5, "amplifier_slope": 0.0}),
    "no_loyalty": NO_LOYALTY,
}
"""Assumptions that a variant sets in every future: the model itself, partners whose effort is chance,
and one mechanism off in turn."""


@dataclass(frozen=True)
class Stand:
    """A market under today's programme at week 0.

    Attributes
    ----------
    engine : compiled weeks of this market
    today : programme in force
    futures : paired over all arms
    start : week 0 of each future
    """

    engine: Engine
    today: Programme
    futures: Futures
    start: Week0
    _runs: dict[Any, Run] = field(default_factory=dict, repr=False)

    def assuming(self, **assumed: float) -> "Stand":
        """The same week 0 with other assumptions afterwards, which must not matter under today's programme.

        Parameters
        ----------
        assumed : set in every future
        """
        futures = self.futures
        for name, value in assumed.items():
            futures = futures.assuming(name, value)
        return Stand(self.engine, self.today, futures, self.start)

    def run(self, programme: Programme | None = None, weeks: int = WEEKS, **options: Any) -> Run:
        """A run from week 0 under today's or another programme, in the luck of all arms; the last are kept.

        Parameters
        ----------
        programme : in force from week 0; by default today's
        weeks : length of the run, >= 1
        options : as in ``Engine.run``
        """
        asked = programme or self.today
        key = (asked.model_dump_json(), weeks, tuple(sorted(options.items())))
        if key not in self._runs:
            while len(self._runs) >= KEPT_RUNS:
                del self._runs[next(iter(self._runs))]
            self._runs[key] = self.engine.run(self.start, asked, self.futures, weeks, **options)
        return self._runs[key]


@dataclass(frozen=True)
class World:
    """What a fact is measured in.

    Attributes
    ----------
    seeds : futures, >= 2
    variant : key of ``VARIANTS``
    """

    seeds: int
    variant: str = "model"
    _known: dict[Any, Any] = field(default_factory=dict, repr=False)

    def once(self, measure: Callable[["World"], Floats]) -> Floats:
        """A statistic of this world, measured the first time it is asked for.

        Parameters
        ----------
        measure : [seeds] of a world; NaN or infinite where it divides by nothing
        """

        def found() -> Floats:
            with np.errstate(divide="ignore", invalid="ignore"):
                return measure(self)

        return self.known(measure, found)

    def known(self, key: Any, make: Callable[[], T]) -> T:
        """What is kept under a key; made the first time it is asked for."""
        if key not in self._known:
            self._known[key] = make()
        found: T = self._known[key]
        return found

    def stand(self, today: str = "retro-volume", unfairness: float = -1.0, **assumed: float) -> Stand:
        """The shipped market at week 0.

        Parameters
        ----------
        today : name of the programme in force
        unfairness : mean unfairness of partners, 0 to 1; below 0 as in the market file
        assumed : assumptions set in every future; the variant's win
        """
        key = (today, unfairness, tuple(sorted(assumed.items())))
        return self.known(key, lambda: self._made(today, unfairness, assumed))

    def _made(self, today: str, unfairness: float, assumed: Mapping[str, float]) -> Stand:
        market = load_market("baseline")
        if unfairness >= 0.0:
            market = market.model_copy(update={"unfairness_mean": unfairness})
        return self.placed(Engine(market, load_programme(today), from_market(market)), assumed)

    def placed(self, engine: Engine, assumed: Mapping[str, float]) -> Stand:
        """A market at week 0 in the futures of this world.

        Parameters
        ----------
        engine : the market under today's programme
        assumed : assumptions set in every future; the variant's win
        """
        futures = _drawn(self.seeds)
        for name, value in {**assumed, **VARIANTS[self.variant]}.items():
            futures = futures.assuming(name, value)
        return Stand(engine, engine.today, futures, engine.week0(futures))


@lru_cache(maxsize=4)
def _drawn(seeds: int) -> Futures:
    return draw_futures(behaviour_doubts(), seeds, SEED)


def column(run: Run, place: int, count: int) -> Floats:
    """A field of the state at the end of a run: [futures, partners].

    Parameters
    ----------
    run : of our vendor
    place : of the field in a row of the state
    count : partners
    """
    rows = run.end.state[:, 0, :, place : place + BLOCK]
    return rows.reshape(len(rows), -1)[:, :count]


def within(one: Floats, other: Floats, segment: NDArray[np.int64], chosen: NDArray[np.bool_]) -> float:
    """Correlation over chosen partners after each segment's mean is taken out; NaN where nothing varies.

    Parameters
    ----------
    one, other : [partners]
    segment : [partners], place of each partner's segment
    chosen : [partners], who counts
    """
    gaps = []
    for values in (one, other):
        left = values.astype(float).copy()
        for kind in np.unique(segment):
            here = chosen & (segment == kind)
            left[here] -= np.mean(left[here]) if np.any(here) else 0.0
        gaps.append(left[chosen])
    if min(float(np.std(gap)) for gap in gaps) == 0.0:
        return float("nan")
    return float(np.corrcoef(gaps[0], gaps[1])[0, 1])
