"""Which assumptions an answer hangs on: elementary effects of every parameter of behaviour (Morris).

First every assumption is moved in a few walks; then those that moved the answer most are moved again, more
often and with other luck, so that what is told of them was not picked for its luck.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from scipy.stats import t as student

from sim.experiment.designs import Design
from sim.experiment.futures import (
    Doubt,
    Futures,
    behaviour_doubts,
    draw_futures,
    explicit_futures,
    triangular,
)
from sim.experiment.outcomes import BY_NAME, HEADLINE
from sim.experiment.running import Cancel, Progress, Simulation, measure
from sim.experiment.verdict import FALSE_ALARM_SHARE
from sim.experiment.weekly import Array

LEVELS: Final = 4
INNER: Final = (0.1, 0.9)
"""Shares of an assumption's triangle between which it is moved: its own 80 % range."""


@dataclass(frozen=True)
class Effort:
    """How much is run; the futures are (walks) times (assumptions moved, and two).

    Attributes
    ----------
    screening : walks in which every assumption is moved, at least 2
    kept : assumptions that are moved again
    walks : in which those are moved, at least 2
    """

    screening: int = 4
    kept: int = 24
    walks: int = 30


USUAL: Final = Effort()


@dataclass(frozen=True)
class Effect:
    """What an outcome's difference changes by when one assumption goes from low to high, in its unit.

    Low and high are the ends of the assumption's own 80 % range; the others lie anywhere. An assumption that
    does nothing but stir chance has a ``size``, and a ``mean`` near zero.

    Attributes
    ----------
    name : of the parameter
    mean : over the walks, with its sign (Morris's mu)
    error : half of the 95 % range of ``mean``
    size : mean without signs (mu*)
    size_error : half of the 95 % range of ``size``, by bootstrap
    spread : standard deviation over the walks (sigma): how far the effect hangs on the others and on chance
    stands_out : whether ``mean`` differs from zero although so many assumptions were looked at
    """

    name: str
    mean: float
    error: float
    size: float
    size_error: float
    spread: float
    stands_out: bool


@dataclass(frozen=True)
class Sensitivity:
    """How far the assumptions move what a design changes of an outcome.

    Attributes
    ----------
    outcome : name of it
    effects : of the assumptions that were moved again, the largest ``mean`` first
    others : of the rest, from the few walks of the screening, the largest ``size`` first
    chance : mean size of what another luck alone moves in one future
    luck_sd : standard deviation of the difference over lucks, under the same assumptions
    """

    outcome: str
    effects: tuple[Effect, ...]
    others: tuple[Effect, ...]
    chance: float
    luck_sd: float

    def of(self, name: str) -> Effect:
        """Effect of one assumption.

        Raises
        ------
        KeyError : no such assumption
        """
        found = [effect for effect in (*self.effects, *self.others) if effect.name == name]
        if not found:
            raise KeyError(name)
        return found[0]

    @property
    def strongest(self) -> Effect | None:
        """The largest effect, if it stands out against chance."""
        return next((effect for effect in self.effects if effect.stands_out), None)

    @property
    def without(self) -> int:
        """How many assumptions moved nothing at all."""
        return sum(effect.size == 0.0 for effect in (*self.effects, *self.others))


def sensitivity(
    simulation: Simulation,
    today: Design,
    design: Design,
    weeks: int,
    *,
    outcome: str = HEADLINE,
    effort: Effort = USUAL,
    seed: int = 1,
    doubts: Sequence[Doubt] | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Sensitivity:
    """Move one assumption after another, in an order drawn for each walk, and see what the answer does.

    Both programmes run on every step, with the same luck all along a walk.

    Parameters
    ----------
    simulation : market and engine
    today, design : programmes that are compared
    weeks : horizon
    outcome : whose difference is looked at
    effort : how much is run
    seed : of the walks and their luck
    doubts : assumptions and their ranges; by default all parameters of behaviour
    progress, cancel : as in ``measure``

    Raises
    ------
    KeyError : no such outcome
    ValueError : fewer than 2 walks
    Cancelled : ``cancel`` said so
    """
    if outcome not in BY_NAME:
        raise KeyError(outcome)
    known = tuple(doubts or behaviour_doubts())
    names = tuple(doubt.name for doubt in known)
    runs = _Runs(simulation, (today, design), weeks, list(BY_NAME).index(outcome), cancel)
    first = _Walks.drawn(known, names, effort.screening, seed, luck=0)
    kept = min(effort.kept, len(names))
    total = len(first) + effort.walks * (kept + 2)
    found = first.analysed(runs.of(first.futures, _told(progress, 0, total)))
    screened = sorted(found.effects, key=lambda effect: (-effect.size, effect.name))
    again = tuple(effect.name for effect in screened[:kept])
    second = _Walks.drawn(known, again, effort.walks, seed + 1, luck=2 * effort.screening)
    measured = second.analysed(runs.of(second.futures, _told(progress, len(first), total)))
    effects = sorted(measured.effects, key=lambda effect: (-abs(effect.mean), effect.name))
    return Sensitivity(outcome, tuple(effects), tuple(screened[kept:]), measured.chance, measured.luck_sd)


@dataclass(frozen=True)
class _Runs:
    """Both programmes in some futures."""

    simulation: Simulation
    pair: tuple[Design, Design]
    weeks: int
    place: int
    cancel: Cancel | None

    def of(self, parts: Iterable[Futures], progress: Progress | None) -> list[Array]:
        """Paired differences, walk by walk: what runs record of a walk is dropped before the next."""
        found = []
        for walk, part in enumerate(parts):
            told = _told(progress, walk * len(part), 0)
            now, then = measure(
                self.simulation, self.pair, part, self.weeks, progress=told, cancel=self.cancel
            )
            found.append(then.values[:, self.place] - now.values[:, self.place])
        return found


@dataclass(frozen=True)
class _Analysed:
    effects: list[Effect]
    chance: float
    luck_sd: float


@dataclass(frozen=True)
class _Walks:
    """Walks through some assumptions: [walks, steps, assumptions], 0 at the low end, 1 at the high one.

    Each walk's futures are its steps, then the first of them again with another luck.
    """

    names: tuple[str, ...]
    places: Array
    futures: tuple[Futures, ...]
    seed: int

    @classmethod
    def drawn(
        cls, doubts: Sequence[Doubt], names: tuple[str, ...], walks: int, seed: int, *, luck: int
    ) -> Self:
        """Walks in which the named assumptions move and the others stay where they were drawn.

        ``luck`` : stream of the first walk
        """
        from SALib.sample import morris  # noqa: PLC0415  (brings pandas, which nothing else here needs)

        if walks < 2:
            raise ValueError(walks)
        steps = morris.sample(_problem(names), walks, num_levels=LEVELS, seed=seed)
        places = steps.reshape(walks, len(names) + 1, len(names))
        around = draw_futures(doubts, walks, seed)
        moved = [next(doubt for doubt in doubts if doubt.name == name) for name in names]
        futures = []
        for walk, base in enumerate(around.rows):
            rows = np.tile(base, (len(names) + 2, 1))
            columns = [around.names.index(name) for name in names]
            rows[:, columns] = [_values(moved, place) for place in (*places[walk], places[walk][0])]
            lucks = np.full(len(rows), luck + walk, dtype=np.uint64)
            lucks[-1] = luck + walks + walk
            futures.append(explicit_futures(rows, around.names, seed, lucks))
        return cls(names, places, tuple(futures), seed)

    def __len__(self) -> int:
        return sum(map(len, self.futures))

    def analysed(self, gains: Sequence[Array]) -> _Analysed:
        """Effects and chance from the differences of each walk's futures."""
        from SALib.analyze import morris  # noqa: PLC0415  (as in ``drawn``)

        steps = np.concatenate([one[:-1] for one in gains])
        found = morris.analyze(
            _problem(self.names),
            self.places.reshape(len(steps), -1),
            steps,
            num_levels=LEVELS,
            seed=self.seed,
        )
        columns = (found[key] for key in ("mu", "mu_star", "mu_star_conf", "sigma"))
        effects = [
            self._effect(name, *map(float, row)) for name, *row in zip(self.names, *columns, strict=True)
        ]
        lucks = np.array([one[-1] - one[0] for one in gains])
        return _Analysed(
            effects, float(np.mean(np.abs(lucks))), float(np.sqrt(np.mean(np.square(lucks)) / 2.0))
        )

    def _effect(self, name: str, mean: float, size: float, size_error: float, spread: float) -> Effect:
        walks = len(self.places)
        one, all_of_them = (
            float(student.ppf(1.0 - share / 2.0, walks - 1)) * spread / np.sqrt(walks)
            for share in (0.05, FALSE_ALARM_SHARE / len(self.names))
        )
        return Effect(name, mean, float(one), size, size_error, spread, bool(abs(mean) > all_of_them))


def _values(doubts: Sequence[Doubt], places: Array) -> list[float]:
    low, high = INNER
    shares = (low + (high - low) * places).tolist()
    pairs = zip(doubts, shares, strict=True)
    return [triangular(share, doubt.low, doubt.default, doubt.high) for doubt, share in pairs]


def _problem(names: Sequence[str]) -> dict[str, Any]:
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def _told(progress: Progress | None, before: int, total: int) -> Progress | None:
    """Progress of a part as progress of the whole; a total of 0 leaves it to the next to say."""
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)
