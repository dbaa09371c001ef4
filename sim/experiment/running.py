"""Run designs over futures in chunks and threads, with progress and cancel; keep what is measured."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

import numpy as np

from sim.experiment.designs import Design
from sim.experiment.futures import Futures
from sim.experiment.outcomes import ACCOUNTS, OUTCOMES
from sim.experiment.weekly import Array, Weekly

CHUNK_FUTURES: Final = 10
"""Futures per task: small enough for progress and even loads, large enough to keep a thread busy."""

Progress = Callable[[int, int], None]
"""Told (futures done, futures in all) after every chunk, in the caller's thread."""

Cancel = Callable[[], bool]
"""Asked between runs; True stops the experiment."""


class Cancelled(Exception):  # noqa: N818  (a wish, not an error)
    """The experiment was stopped by the caller."""


class RawRun(Protocol):
    """What an engine hands back for some futures."""

    @property
    def weekly(self) -> Array:
        """[futures, weeks, columns]."""

    @property
    def partner(self) -> Array:
        """[futures, partners, totals]."""


class Simulation(Protocol):
    """A market under today's programme, ready to run designs from the same week 0."""

    @property
    def identity(self) -> str:
        """Digest of the market, its partners and today's levers."""

    @property
    def columns(self) -> Mapping[str, int]:
        """Position of each weekly column."""

    def week0(self, futures: Futures) -> Any:
        """State of the given futures at week 0."""

    def run(self, state: Any, design: Design, futures: Futures, weeks: int) -> RawRun:
        """One design from week 0 on; the state is left as it was."""


@dataclass(frozen=True)
class Measured:
    """What is kept of one design.

    Attributes
    ----------
    values : [futures, outcomes]
    accounts : [futures, accounts], ¤ over the horizon
    series : [futures, weeks, outcomes]
    partners : [partners, totals], means over futures
    """

    values: Array
    accounts: Array
    series: Array
    partners: Array


def measure(
    simulation: Simulation,
    designs: Sequence[Design],
    futures: Futures,
    weeks: int,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    threads: int | None = None,
    chunk: int = CHUNK_FUTURES,
) -> list[Measured]:
    """Run every design in every future; the result does not depend on threads or chunks.

    Parameters
    ----------
    simulation : market and engine
    designs : today's programme is one of them
    futures : of the experiment
    weeks : horizon
    progress, cancel : see their types
    threads : at most this many at once; by default one per processor
    chunk : futures per task

    Raises
    ------
    Cancelled : ``cancel`` said so
    ArithmeticError : a run gave numbers that are not finite
    """
    parts = [futures.part(start, start + chunk) for start in range(0, len(futures), chunk)]
    folds = [_Fold() for _ in designs]

    def work(part: Futures) -> list[_Chunk]:
        return list(_chunks(simulation, designs, part, weeks, cancel))

    with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
        try:
            for done, chunks in enumerate(pool.map(work, parts), start=1):
                for fold, piece in zip(folds, chunks, strict=True):
                    fold.add(piece)
                if progress:
                    progress(min(done * chunk, len(futures)), len(futures))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [fold.result() for fold in folds]


class _Chunk(NamedTuple):
    values: Array
    accounts: Array
    series: Array
    partners: Array


def _chunks(
    simulation: Simulation, designs: Sequence[Design], part: Futures, weeks: int, cancel: Cancel | None
) -> Iterator[_Chunk]:
    _stop_if(cancel)
    state = simulation.week0(part)
    for design in designs:
        _stop_if(cancel)
        yield _reduced(simulation.run(state, design, part, weeks), simulation.columns)


def _stop_if(cancel: Cancel | None) -> None:
    if cancel is not None and cancel():
        raise Cancelled


def _reduced(run: RawRun, columns: Mapping[str, int]) -> _Chunk:
    _see_that_all_is_defined(run.weekly, columns)
    weekly = Weekly(run.weekly, columns)
    return _Chunk(
        np.stack([outcome.value(weekly) for outcome in OUTCOMES], axis=-1),
        np.stack([series(weekly).sum(axis=1) for series in ACCOUNTS.values()], axis=-1),
        np.stack([outcome.series(weekly) for outcome in OUTCOMES], axis=-1),
        run.partner,
    )


def _see_that_all_is_defined(values: Array, columns: Mapping[str, int]) -> None:
    if np.isfinite(values).all():
        return
    broken = [name for name, place in columns.items() if not np.isfinite(values[:, :, place]).all()]
    raise ArithmeticError(f"a run gave undefined numbers for {', '.join(broken)}")


class _Fold:
    """Chunks of one design, put together in the order of the futures."""

    def __init__(self) -> None:
        self._chunks: list[_Chunk] = []
        self._partners: Array = np.zeros(())
        self._futures = 0

    def add(self, piece: _Chunk) -> None:
        """Append a chunk; partner totals are added future by future: chunks leave no trace in the sum."""
        for totals in piece.partners:
            self._partners = self._partners + totals
        self._futures += len(piece.partners)
        self._chunks.append(piece._replace(partners=np.empty(0)))

    def result(self) -> Measured:
        """What is kept of the design."""
        values, accounts, series, _ = (np.concatenate(pieces) for pieces in zip(*self._chunks, strict=True))
        return Measured(values, accounts, series, self._partners / self._futures)
