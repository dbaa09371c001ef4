"""Run designs over futures in chunks and threads, with progress and cancel; keep what is measured."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sim.experiment.designs import Design
from sim.experiment.errors import Cancelled
from sim.experiment.futures import Futures
from sim.experiment.measured import BATCH, SALES, Measured, Piece, assembled, reduced
from sim.experiment.weekly import Array

Progress = Callable[[int, int], None]
"""Told (futures done, futures in all) after every chunk, in the caller's thread."""

Cancel = Callable[[], bool]
"""Asked between runs; True stops the experiment."""


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

    @property
    def segment(self) -> NDArray[np.int64]:
        """[partners], position of each partner's segment in ``SEGMENTS``."""

    @property
    def vendors(self) -> int:
        """Vendors that are simulated, ours included."""

    @property
    def totals(self) -> Mapping[str, int]:
        """Position of each total per partner."""

    def week0(self, futures: Futures) -> Any:
        """State of the given futures at week 0."""

    def run(self, state: Any, design: Design, futures: Futures, weeks: int, **how: Any) -> RawRun:
        """One design from week 0 on; the state is left as it was. ``how`` : what is recorded or replayed."""


Source = Callable[[Sequence[Design], Futures, Cancel], Iterator[Piece]]
"""Designs and some futures → what is measured of each design there; asks between runs whether to stop."""


def measure(
    simulation: Simulation,
    designs: Sequence[Design],
    futures: Futures,
    weeks: int,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    threads: int | None = None,
    batches: int = 1,
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
    batches : of futures in a task

    Raises
    ------
    Cancelled : ``cancel`` said so
    ArithmeticError : a run gave numbers that are not finite
    """
    source = partial(_fresh, simulation, weeks)
    return gather(
        source, designs, futures, progress=progress, cancel=cancel, threads=threads, batches=batches
    )


def gather(
    source: Source,
    designs: Sequence[Design],
    futures: Futures,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    threads: int | None = None,
    batches: int = 1,
) -> list[Measured]:
    """As ``measure``, with pieces from any source."""
    parts, chunk = parts_of(futures, batches), batches * BATCH
    halt = Event()
    rows: list[list[Piece]] = []

    def work(part: Futures) -> list[Piece]:
        return list(source(designs, part, lambda: halt.is_set() or (cancel is not None and cancel())))

    with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
        try:
            for row in pool.map(work, parts):
                rows.append(row)
                if progress:
                    progress(min(len(rows) * chunk, len(futures)), len(futures))
        except BaseException:
            halt.set()
            pool.shutdown(cancel_futures=True)
            raise
    return [assembled(pieces, len(futures)) for pieces in zip(*rows, strict=True)]


def parts_of(futures: Futures, batches: int = 1) -> list[Futures]:
    """Futures in chunks of so many batches, in their order."""
    chunk = batches * BATCH
    return [futures.part(start, start + chunk) for start in range(0, len(futures), chunk)]


def stop_if(cancel: Cancel) -> None:
    """Stop here if that is wished.

    Raises
    ------
    Cancelled : ``cancel`` said so
    """
    if cancel():
        raise Cancelled


def piece_of(simulation: Simulation, state: Any, design: Design, part: Futures, weeks: int) -> Piece:
    """Run one design in some futures and keep what is measured.

    Parameters
    ----------
    simulation, design, weeks : as in ``measure``
    state : the futures at week 0
    part : the futures

    Raises
    ------
    ArithmeticError : the run gave numbers that are not finite
    """
    run = simulation.run(state, design, part, weeks)
    return reduced(run.weekly, run.partner, simulation.columns, simulation.segment, simulation.totals[SALES])


def _fresh(
    simulation: Simulation, weeks: int, designs: Sequence[Design], part: Futures, cancel: Cancel
) -> Iterator[Piece]:
    stop_if(cancel)
    state = simulation.week0(part)
    for design in designs:
        stop_if(cancel)
        yield piece_of(simulation, state, design, part, weeks)
