"""Do stated ranges hold what they say? `python -m benchmarks.calibration [worlds]`.

Each synthetic world is one row of assumptions and one luck, drawn by another generator than the futures are,
from the triangles that the parameters state. In it, a random change of a programme makes a true difference in
net contribution. The range over fresh futures, as an answer tells it, must hold that difference as often as
it says, and the difference must be as likely at every rank among the futures.

Differences are appended to build/calibration.bin, so that a run may be stopped and goes on where it was;
`python -m benchmarks.calibration figures` sums them up and writes the figures that docs and page show.
"""

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from scipy.stats import chisquare

from benchmarks.changes import BASES, base_of, random_changes, resized
from sim.experiment.bench import PREVIEW_FUTURES
from sim.experiment.designs import Design
from sim.experiment.futures import Doubt, Futures, behaviour_doubts, draw_futures, explicit_futures
from sim.experiment.outcomes import HEADLINE, OUTCOMES
from sim.experiment.paired import summarise
from sim.experiment.running import Simulation, measure
from sim.experiment.setting import Setting, prepare
from sim.experiment.weekly import Array
from sim.kernel.compile import cache_directory
from sim.schema.loading import load_market
from sim.validation.studies import CALIBRATION_FILE, Calibration, write

WORLDS: Final = 2000
FUTURES: Final = 200
WEEKS: Final = 26
MARKET_SHARE: Final = 0.25
"""A quarter of the partners of the shipped market: one block of the engine."""
FEWEST_MOVED: Final = 0.95
"""Share of futures that a change must move; one that moves nothing is held by every range."""
WORLD_SEED: Final = 2**40
"""Of the luck of the worlds: no future has it."""
BINS: Final = 20
FILE: Final = Path(__file__).resolve().parent.parent / "build" / "calibration.bin"


class Held(NamedTuple):
    """One world.

    Attributes
    ----------
    number : of the world
    true : its difference in net contribution, ¤
    others : the same difference in each of the fresh futures, ¤
    """

    number: int
    true: float
    others: Array

    @property
    def place(self) -> float:
        """Place of the true difference among the others, 0 to 1; uniform where ranges are right."""
        between = np.random.default_rng((WORLD_SEED, self.number, 1)).random()
        return place_among(self.true, self.others, between)

    def is_in(self, futures: int, *, wide: bool = False) -> bool:
        """Whether the 80 % range (``wide`` : the 95 % one) of the first futures holds the true difference."""
        told = summarise(self.others[:futures])
        low, high = (told.p2_5, told.p97_5) if wide else (told.p10, told.p90)
        return low <= self.true <= high


def world(number: int, doubts: Sequence[Doubt]) -> Futures:
    """Assumptions and luck of one synthetic world."""
    rng = np.random.default_rng((WORLD_SEED, number))
    row = np.array([[rng.triangular(one.low, one.default, one.high) for one in doubts]])
    return explicit_futures(
        row, [one.name for one in doubts], WORLD_SEED, np.array([number], dtype=np.uint64)
    )


def place_among(value: float, others: Array, between: float) -> float:
    """Place of a value among others, 0 to 1; ``between`` (0 to 1) decides inside a step and among equals."""
    below, equal = np.sum(others < value), np.sum(others == value)
    return float((below + between * (equal + 1)) / (len(others) + 1))


def held(number: int, futures: int = FUTURES, weeks: int = WEEKS) -> Held:
    """A world of the shipped market, and a random change in it.

    Parameters
    ----------
    number : of the world
    futures : that the range is made of
    weeks : horizon
    """
    here, base = _setting(number % len(BASES)), base_of(number)
    for programme in random_changes(base, seed=number):
        pair = Design(base), Design(programme)
        found = set_beside(here.simulation, pair, number, behaviour_doubts(), futures, weeks)
        if np.mean(found.others != 0.0) >= FEWEST_MOVED:
            return found
    raise AssertionError


def set_beside(
    simulation: Simulation,
    pair: tuple[Design, Design],
    number: int,
    doubts: Sequence[Doubt],
    futures: int,
    weeks: int,
) -> Held:
    """The difference that a pair of programmes makes in a world, and in fresh futures.

    Parameters
    ----------
    simulation : market and engine
    pair : today's programme and the design
    number : of the world
    doubts : ranges of the assumptions
    futures, weeks : as in ``held``
    """
    drawn = draw_futures(doubts, futures, seed=number + 1)
    others = difference(simulation, pair, drawn, weeks)
    (true,) = difference(simulation, pair, world(number, doubts), weeks)
    return Held(number, float(true), others)


@cache
def _setting(base: int) -> Setting:
    return prepare(base_of(base), resized(load_market("baseline"), MARKET_SHARE))


def difference(simulation: Simulation, pair: tuple[Design, Design], futures: Futures, weeks: int) -> Array:
    """Net contribution that a design brings beyond today's programme in each future."""
    place = [outcome.name for outcome in OUTCOMES].index(HEADLINE)
    now, then = measure(simulation, pair, futures, weeks, batches=20)
    found: Array = then.values[:, place] - now.values[:, place]
    return found


def summed(found: Sequence[Held]) -> Calibration:
    """Coverage and histogram of ranks over worlds."""
    futures = len(found[0].others)
    counts, _ = np.histogram([one.place for one in found], BINS, (0.0, 1.0))
    return Calibration(
        worlds=len(found),
        futures=futures,
        weeks=WEEKS,
        code=cache_directory().name,
        in_80=float(np.mean([one.is_in(futures) for one in found])),
        in_95=float(np.mean([one.is_in(futures, wide=True) for one in found])),
        preview=PREVIEW_FUTURES,
        preview_in_80=float(np.mean([one.is_in(PREVIEW_FUTURES) for one in found])),
        preview_by_ends=float(np.mean([_is_between_ends(one) for one in found])),
        ranks=tuple(int(count) for count in counts),
        uniform_p=float(chisquare(counts).pvalue),
    )


def _is_between_ends(one: Held) -> bool:
    """Whether a preview would hold the difference by the rule whose ends are the smallest and the largest."""
    low, high = np.quantile(one.others[:PREVIEW_FUTURES], (0.1, 0.9))
    return bool(low <= one.true <= high)


def read() -> list[Held]:
    """Worlds that were run before."""
    rows = np.fromfile(FILE).reshape(-1, FUTURES + 2) if FILE.is_file() else np.empty((0, FUTURES + 2))
    return [Held(int(row[0]), float(row[1]), row[2:]) for row in rows]


def main(words: Sequence[str]) -> None:
    """Run worlds that were not run yet, or sum them up."""
    if words == ["figures"]:
        write(CALIBRATION_FILE, summed(read()))
        return
    worlds = int(words[0]) if words else WORLDS
    known = {one.number for one in read()}
    FILE.parent.mkdir(exist_ok=True)
    for number in range(worlds):
        if number not in known:
            found = held(number)
            with FILE.open("ab") as rows:
                np.array([number, found.true, *found.others]).tofile(rows)
        if number % 100 == 99:
            print(f"{number + 1} of {worlds} worlds", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
