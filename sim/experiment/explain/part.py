"""Work on futures batch by batch, in as many threads as there are processors."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sim.experiment.bench import Bench
from sim.experiment.futures import Futures
from sim.experiment.outcomes import net_contribution
from sim.experiment.running import parts_of
from sim.experiment.weekly import Array, Weekly

R = TypeVar("R")


def earned(bench: Bench, weekly: Array) -> Array:
    """[futures], net contribution over the horizon.

    Parameters
    ----------
    bench : whose simulation ran
    weekly : [futures, weeks, columns], its sums
    """
    total: Array = net_contribution(Weekly(weekly, bench.setting.simulation.columns)).sum(axis=1)
    return total


def in_parts(futures: Futures, work: Callable[[Futures], R]) -> list[R]:
    """What some work gives for every batch of futures, in their order.

    Parameters
    ----------
    futures : to be worked on
    work : called in threads; must not depend on the other batches
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, parts_of(futures)))
