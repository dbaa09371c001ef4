"""What one moved lever costs on a warm bench: `python -m benchmarks.preview [futures]`.

The whole is wall time with all threads. Reducing weekly sums and concluding are processor time of one thread,
the smallest of several runs: what the page waits for beside the engine.
"""

import sys
import time
from collections.abc import Callable
from functools import partial

import sim
from sim.experiment.bench import Bench
from sim.experiment.compare import concluded
from sim.experiment.designs import Design
from sim.experiment.measured import BATCH, reduced
from sim.experiment.request import Request
from sim.experiment.setting import prepare

WEEKS = 156
REPEATS = 15
SIZES = (1.1, 1.3, 1.5, 1.7, 1.9)


def main(futures: int) -> None:
    """Print the report."""
    today = sim.load_programme("retro-volume")
    setting = prepare(today, "baseline")
    before = time.perf_counter()
    bench = Bench(setting, today, Request(WEEKS, futures))
    print(f"bench ready in {time.perf_counter() - before:.2f} s")
    bench.whole([])
    designs = [Design(sim.changed(today, {"rebate.size": size, "name": "B"})) for size in SIZES]
    walls = [_wall_time(partial(bench.whole, [design])) for design in designs]
    result = bench.whole(designs[:1])
    drawn = result.futures.part(0, BATCH)
    run = setting.simulation.run(setting.simulation.week0(drawn), designs[0], drawn, WEEKS)
    sums = (run.weekly, run.partner, setting.simulation.columns, setting.simulation.segment)
    reducing = _thread_time(lambda: reduced(*sums)) * futures / BATCH
    everyone, runs = (Design(today), designs[0]), list(result.measured.values())

    def conclude() -> None:
        told = concluded(setting, everyone, runs, result.futures, WEEKS)
        assert told.sentence
        assert told.weeks.height
        told.moved("B")

    concluding = _thread_time(conclude)
    print(f"{futures} futures, one lever moved: {1e3 * min(walls):.0f} ms at best, of which")
    print(f"  reducing {1e3 * reducing:.1f} ms")
    print(f"  findings, sentence, weeks and what moved {1e3 * concluding:.1f} ms")


def _wall_time(do: Callable[[], object]) -> float:
    before = time.perf_counter()
    do()
    return time.perf_counter() - before


def _thread_time(do: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        before = time.thread_time()
        do()
        times.append(time.thread_time() - before)
    return min(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
