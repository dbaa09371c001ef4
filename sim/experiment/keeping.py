"""Runs measured once: those in the cache are taken from there, the others are run and kept."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache as once
from pathlib import Path

from sim.experiment.cache import Cache, digest
from sim.experiment.designs import Design, levers_of
from sim.experiment.futures import Futures
from sim.experiment.measured import Measured
from sim.experiment.running import Cancel, Progress, Simulation, measure
from sim.kernel.compile import INTERPRETED, cache_directory
from sim.schema.loading import SCHEMA


@once
def engine_digest() -> str:
    """Short digest of the code that runs: compiled parts, what reduces their sums, compiler on or off."""
    reducing = [file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*.py"))]
    return digest(cache_directory().name, reducing, INTERPRETED)[:16]


def run_key(simulation: Simulation, design: Design, futures: Futures, weeks: int) -> str:
    """Digest of all that one design's run depends on; the names of programmes are not among it."""
    drawn = (futures.seed, futures.ids, futures.luck_ids, futures.rows, list(futures.names))
    levers = (levers_of(design.programme), design.start_week)
    return digest(SCHEMA, engine_digest(), simulation.identity, *levers, *drawn, weeks)


def measure_once(
    simulation: Simulation,
    designs: Sequence[Design],
    futures: Futures,
    weeks: int,
    *,
    cache: Cache | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> list[Measured]:
    """As ``measure``, but what the cache holds is not run again, nor is a design that comes twice.

    Parameters
    ----------
    cache : where runs are kept; None keeps nothing
    """
    keys = [run_key(simulation, design, futures, weeks) for design in designs]
    found = {key: kept for key in keys if (kept := _fetch(cache, key))}
    missing = {key: design for key, design in zip(keys, designs, strict=True) if key not in found}
    if missing:
        fresh = measure(simulation, [*missing.values()], futures, weeks, progress=progress, cancel=cancel)
        for key, one in zip(missing, fresh, strict=True):
            found[key] = one
            _keep(cache, key, one)
    return [found[key] for key in keys]


def _keep(cache: Cache | None, key: str, one: Measured) -> None:
    if cache:
        cache.put(key, asdict(one))


def _fetch(cache: Cache | None, key: str) -> Measured | None:
    arrays = cache.get(key) if cache else None
    return Measured(**arrays) if arrays else None
