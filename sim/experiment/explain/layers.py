"""What rules do by themselves, what partners make of them, and what follows from that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from sim.experiment.because import CENTS, whole_parts
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.part import earned, in_parts
from sim.experiment.futures import Futures
from sim.experiment.paired import quantiles
from sim.experiment.weekly import Array

LAYERS: Final = ("mechanics", "reaction", "second_round")
COLUMNS: Final = {
    "layer": "mechanics, reaction or second_round",
    "cents": "hundredths of ¤ over the horizon, mean over futures; all add up to the rounded difference",
    "p10": "¤, lower end of the 80 % range over futures",
    "p90": "¤, upper end of the 80 % range over futures",
}


@dataclass(frozen=True)
class Layers:
    """A difference in net contribution, taken apart by what was allowed to answer.

    Attributes
    ----------
    amounts : [futures, layers], ¤ over the horizon. Mechanics: the design's rules on the effort, the
        registrations and the timing recorded under today's programme. Reaction: what new decisions add, while
        trust, bonds, understanding, beliefs and hearsay stay on today's path. Second round: the rest.
    """

    amounts: Array

    @property
    def total(self) -> float:
        """The difference, ¤, mean over futures."""
        return float(self.amounts.sum(axis=1).mean())

    @property
    def table(self) -> pl.DataFrame:
        """One row per layer; see ``COLUMNS``."""
        low, high = quantiles(self.amounts, (0.1, 0.9))
        cents = whole_parts(self.amounts.mean(axis=0) * CENTS)
        return pl.DataFrame({"layer": LAYERS, "cents": cents, "p10": low, "p90": high})


def layers_of(bench: Bench, design: Design, futures: Futures) -> Layers:
    """Take the difference of a design to today's programme apart.

    Four runs in the same futures: today; today's recorded behaviour under the new rules; new decisions on
    today's beliefs; everything.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : with at least one lever that differs
    futures : some of the bench's
    """
    return Layers(np.concatenate(in_parts(futures, lambda part: _amounts(bench, design, part))))


def _amounts(bench: Bench, design: Design, part: Futures) -> Array:
    earnings = np.stack([earned(bench, run.weekly) for run in _runs(bench, design, part)], axis=1)
    return np.diff(earnings, axis=1)


def _runs(bench: Bench, design: Design, part: Futures) -> Iterator[Any]:
    simulation, start, weeks = bench.setting.simulation, bench.week0(part), bench.weeks
    today: Any = simulation.run(start, bench.today, part, weeks, replay="record")
    yield today
    for held in ("behaviour", "beliefs"):
        yield simulation.run(start, design, part, weeks, replay=held, tape=today.tape)
    yield simulation.run(start, design, part, weeks)
