"""What the engine costs: per partner-week and phase, on one core and two, memory, cold and warm start.

Times are thread processor time, the smallest of several runs. Goals are for an AVX-512 core; AVX2 takes about
2.6 times as long.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import llvmlite.binding

from benchmarks.phases import Phase, baseline_engine, default_futures, phases, repeated
from sim.engine.run import Engine
from sim.kernel.block import BLOCK

GOAL_NS = 45.0
AVX2_FACTOR = 2.6
WEEKS = 156
REPEATS = 400


def main() -> None:
    """Print the report."""
    wide = "avx512f" in [name for name, has in llvmlite.binding.get_host_cpu_features().items() if has]
    factor = 1.0 if wide else AVX2_FACTOR
    print(f"processor {llvmlite.binding.get_host_cpu_name()}, {'AVX-512' if wide else 'no AVX-512'}")
    engine = baseline_engine()
    _report_week(engine, factor)
    _report_phases(phases(engine), factor)
    _report_start()
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def _report_week(engine: Engine, factor: float) -> None:
    rows = default_futures(10)
    start = engine.week0(rows)
    once = min(_thread_time(lambda: engine.run(start, engine.today, rows, WEEKS)) for _ in range(4))
    slots = engine.world.facts.shape[0] * BLOCK * WEEKS * 10
    one = once / slots * 1e9
    wall = min(_wall_time(lambda: _two_threads(engine, start, rows)) for _ in range(3))
    goal = f"goal {GOAL_NS * factor:.0f}: {GOAL_NS:.0f} x {factor}"
    print(f"week: {one:.1f} ns per partner-week on one core ({goal})")
    both = wall / (2 * slots) * 1e9
    print(f"two threads: {both:.1f} ns per partner-week of wall time, {2 * once / wall:.2f} x one")


def _two_threads(engine: Engine, start: Any, rows: Any) -> None:
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(engine.run, start, engine.today, rows, WEEKS) for _ in range(2)]
        for job in jobs:
            job.result()


def _report_phases(table: list[Phase], factor: float) -> None:
    total = 0.0
    print(f"{'phase':16s} {'ns':>7s} {'weeks':>6s} {'budget':>7s}")
    for row in table:
        cost = _phase_time(row)
        total += cost * row.share
        mark = " over" if cost > row.budget_ns * factor else ""
        print(f"{row.name:16s} {cost:7.2f} {row.share:6.2f} {row.budget_ns * factor:7.2f}{mark}")
    print(f"{'sum':16s} {total:7.2f} per partner-week")


def _phase_time(row: Phase) -> float:
    again = repeated(row)
    again(1, *row.arguments)
    seconds = min(_thread_time(lambda: again(REPEATS, *row.arguments)) for _ in range(7))
    return seconds / REPEATS / BLOCK * 1e9


def _report_start() -> None:
    program = "from benchmarks.phases import *; e = baseline_engine(); e.week0(default_futures(1))"
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PARTNERLAB_CACHE": folder}
        command = [sys.executable, "-c", program]
        for name in ("cold", "warm"):
            seconds = _wall_time(lambda: subprocess.run(command, env=environment, check=True))
            print(f"{name} start: {seconds:.1f} s to the first week 0")


def _thread_time(work: Callable[[], Any]) -> float:
    begin = time.thread_time()
    work()
    return time.thread_time() - begin


def _wall_time(work: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
