"""What a shorter step does to an answer: `python -m benchmarks.error_budget step`.

Shipped comparisons run in steps of a week and of half a week, in futures of the same assumptions. Luck cannot
be the same: a step of another length draws other numbers. So the shift of the mean is told with its standard
error, and beside it the shift between two lucks at a step of a week, which is noise alone.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import numpy as np

from sim.experiment.designs import Design
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures, explicit_futures
from sim.experiment.outcomes import HEADLINE, OUTCOMES
from sim.experiment.running import measure
from sim.experiment.setting import prepare
from sim.experiment.weekly import Array
from sim.kernel.compile import cache_directory
from sim.kernel.step import STEPS
from sim.schema.loading import load_case
from sim.validation.studies import STEP_FILE, StepSize, write

CASES: Final = (
    "bonus-or-rules", "contact-or-margin", "margin-or-fee", "product-or-solution", "renewal-cut",
    "tiers-or-slices",
)  # fmt: skip
FUTURES: Final = 1000
SEED: Final = 1
SHORT: Final = 2
"""Steps in a week of the shorter step."""
PLACE: Final = [outcome.name for outcome in OUTCOMES].index(HEADLINE)
ROWS: Final = Path(__file__).resolve().parent.parent / "build" / "error_budget_step.bin"
NUMBERS: Final = 3
"""Numbers before the differences of a row: case, steps in a week, luck."""


def run_all() -> None:
    """Run what was not run yet, each length of a step in a process of its own, and write the figures."""
    for steps in (1, SHORT):
        here = {**os.environ, "PARTNERLAB_STEPS": str(steps)}
        subprocess.run([sys.executable, "-m", "benchmarks.step_size"], env=here, check=True)
    write(STEP_FILE, summed())


def run() -> None:
    """Run the comparisons at the step of this process, at a week with a second luck as well."""
    known = {tuple(row) for row in _rows()[:, :NUMBERS].astype(int)}
    drawn = draw_futures(behaviour_doubts(), FUTURES, SEED)
    for luck in range(2 if STEPS == 1 else 1):
        for number, name in enumerate(CASES):
            if (number, STEPS, luck) not in known:
                _append([number, STEPS, luck, *_gains(name, _lucky(drawn, luck))])
                print(f"{name} at {STEPS} steps a week, luck {luck}", flush=True)


def summed() -> StepSize:
    """Shift of the mean by the step, and by luck, in widths of the 80 % range."""
    week, short, luck = (_arm(*arm) for arm in ((1, 0), (SHORT, 0), (1, 1)))
    width = np.ptp(np.quantile(week, (0.1, 0.9), axis=1), axis=0)
    return StepSize(
        cases=CASES,
        futures=FUTURES,
        steps=SHORT,
        code=cache_directory().name,
        shift=_shares((short - week).mean(axis=1), width),
        shift_error=_shares((short - week).std(axis=1, ddof=1) / np.sqrt(FUTURES), width),
        luck_shift=_shares((luck - week).mean(axis=1), width),
    )


def _gains(name: str, futures: Futures) -> Array:
    """Difference in net contribution of a comparison's first design: [futures]."""
    case = load_case(name)
    here = prepare(case.today, case.market).simulation
    first = Design(case.designs[0], case.comparison.designs[0].start_week)
    now, then = measure(here, [Design(case.today), first], futures, case.comparison.weeks)
    return np.asarray(then.values[:, PLACE] - now.values[:, PLACE])


def _lucky(drawn: Futures, luck: int) -> Futures:
    """The same assumptions with another stream of luck each."""
    lucks = drawn.luck_ids + np.uint64(luck * len(drawn))
    return explicit_futures(drawn.rows, drawn.names, drawn.seed, lucks)


def _append(row: list[float]) -> None:
    ROWS.parent.mkdir(exist_ok=True)
    with ROWS.open("ab") as rows:
        np.array(row, dtype=np.float64).tofile(rows)


def _rows() -> Array:
    if not ROWS.is_file():
        return np.empty((0, FUTURES + NUMBERS))
    return np.fromfile(ROWS).reshape(-1, FUTURES + NUMBERS)


def _arm(steps: int, luck: int) -> Array:
    """[cases, futures] of one step and luck."""
    rows = _rows()
    here = rows[(rows[:, 1] == steps) & (rows[:, 2] == luck)]
    return here[np.argsort(here[:, 0], kind="stable"), NUMBERS:]


def _shares(values: Array, width: Array) -> tuple[float, ...]:
    return tuple(map(float, values / width))


if __name__ == "__main__":
    run()
