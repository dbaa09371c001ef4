"""What shortcuts cost an answer: `python -m benchmarks.error_budget [changes]`.

Random changes of six programmes run in 200 futures over three years. Their differences in net contribution
say how large the sampling error of a headline is, and how often a preview says the same as the whole.
`python -m benchmarks.error_budget partners` runs a few of the changes again with fewer and more partners, and
with other draws of the same kind of partners. `python -m benchmarks.error_budget step` runs shipped
comparisons in steps of half a week.

Differences are appended to build/, so that a run may be stopped and goes on where it was;
`python -m benchmarks.error_budget figures` sums them up and writes the figures that docs and page show.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import step_size
from benchmarks.changes import BASES, base_of, random_changes, resized
from sim.experiment.bench import PREVIEW_FUTURES, Bench
from sim.experiment.designs import Design
from sim.experiment.futures import behaviour_doubts, draw_futures
from sim.experiment.outcomes import HEADLINE, OUTCOMES, Direction
from sim.experiment.paired import summarise
from sim.experiment.request import Request
from sim.experiment.running import measure
from sim.experiment.setting import EngineSimulation, prepare
from sim.experiment.verdict import CLEAR, Verdict, judge
from sim.experiment.weekly import Array
from sim.kernel.compile import cache_directory
from sim.population.building import from_market
from sim.schema.loading import load_market
from sim.schema.programme import Programme
from sim.validation.studies import BUDGET_FILE, ErrorBudget, write

CHANGES: Final = 500
FUTURES: Final = 200
WEEKS: Final = 156
SEED: Final = 1
PLACE: Final = [outcome.name for outcome in OUTCOMES].index(HEADLINE)
SIZES: Final = (10, 20, 50, 100, 200)
MARKETS: Final = ((0.25, 1), (0.5, 1), (1.0, 1), (2.0, 1), (1.0, 2), (1.0, 3), (1.0, 4))
"""Partners as a multiple of the shipped market, and the draw of them."""
PARTNER_CHANGES: Final = 12
PARTNER_FUTURES: Final = 100
BUILD: Final = Path(__file__).resolve().parent.parent / "build"
DIFFERENCES: Final = BUILD / "error_budget.bin"
PARTNERS: Final = BUILD / "error_budget_partners.bin"


def changes() -> Iterator[tuple[int, Programme]]:
    """Place of the base, and a changed programme: one of each base in turn, without end."""
    each = [random_changes(base_of(place), seed=place) for place in range(len(BASES))]
    while True:
        for place, one in enumerate(each):
            yield place, next(one)


def run(count: int) -> None:
    """Run changes that were not run yet, each on the warm bench of its base, as the page does."""
    known = set(_rows(DIFFERENCES)[:, 0].astype(int))
    benches = {base: bench(base) for base in range(len(BASES))}
    for number, (base, programme) in enumerate(islice(changes(), count)):
        if number not in known:
            result = benches[base].whole([Design(programme)])
            now, then = (found.values[:, PLACE] for found in result.measured.values())
            _append(DIFFERENCES, [number, 0, *(then - now)])
        if number % 25 == 24:
            print(f"{number + 1} of {count} changes", flush=True)


def bench(base: int) -> Bench:
    """The shipped market under one of the bases, kept warm."""
    today = base_of(base)
    return Bench(prepare(today, "baseline"), today, Request(WEEKS, FUTURES, SEED))


def run_partners() -> None:
    """Run a few changes with other partners."""
    drawn = draw_futures(behaviour_doubts(), PARTNER_FUTURES, SEED)
    known = {(int(number), int(market)) for number, market in _rows(PARTNERS)[:, :2]}
    for number, (base, programme) in enumerate(islice(changes(), PARTNER_CHANGES)):
        for market, (factor, draw) in enumerate(MARKETS):
            if (number, market) not in known:
                known_market = resized(load_market("baseline"), factor)
                here = EngineSimulation(known_market, base_of(base), from_market(known_market, draw))
                pair = [Design(base_of(base)), Design(programme)]
                now, then = (found.values[:, PLACE] for found in measure(here, pair, drawn, WEEKS))
                spare = [np.nan] * (FUTURES - PARTNER_FUTURES)
                _append(PARTNERS, [number, market, *((then - now) / len(here.segment)), *spare])
        print(f"{number + 1} of {PARTNER_CHANGES} changes with other partners", flush=True)


def _append(file: Path, row: Sequence[float]) -> None:
    with file.open("ab") as rows:
        np.array(row, dtype=np.float64).tofile(rows)


def _rows(file: Path) -> Array:
    """Rows of a file: number, place in ``MARKETS``, then one difference for each future."""
    if not file.is_file():
        return np.empty((0, FUTURES + 2))
    return np.fromfile(file).reshape(-1, FUTURES + 2)


def summed() -> ErrorBudget:
    """Error of a headline by number of futures and of partners."""
    gains = _rows(DIFFERENCES)[:, 2:]
    told = [judge(summarise(row), Direction.HIGHER) for row in gains]
    clear = gains[[verdict in CLEAR for verdict in told]]
    settled = gains[[verdict in CLEAR or verdict is Verdict.DEPENDS for verdict in told]]
    settled = settled[np.ptp(np.quantile(settled, (0.1, 0.9), axis=1), axis=0) > 0.0]
    same, near = _agreement(clear, PREVIEW_FUTURES)
    factors = sorted({factor for factor, _ in MARKETS}) if len(_rows(PARTNERS)) else []
    return ErrorBudget(
        changes=len(gains),
        futures=FUTURES,
        weeks=WEEKS,
        code=cache_directory().name,
        verdicts=tuple(f"{kind} {told.count(kind)}" for kind in dict.fromkeys(sorted(told))),
        clear=len(clear),
        preview=PREVIEW_FUTURES,
        preview_same_sign=same,
        preview_clear=near,
        sizes=SIZES,
        mean_error=tuple(_mean_error(settled, size) for size in SIZES),
        same_sign=tuple(_agreement(clear, size)[0] for size in SIZES),
        other_verdict=tuple(_contradicted(gains, size) for size in SIZES),
        coverage_80=tuple(_coverage(settled, size) for size in SIZES if size < FUTURES),
        partner_changes=len(_partner_rows(1.0, 1)),
        partner_factors=tuple(factors),
        partner_width=tuple(_partner_width(factor) for factor in factors),
        partner_draw_error=_partner_draw_error() if factors else 0.0,
    )


def _agreement(clear: Array, size: int) -> tuple[float, float]:
    """Clear answers whose first futures have a mean of the same sign, and a range clear of zero as well."""
    few = [summarise(row[:size]) for row in clear]
    signs = np.sign(clear.mean(axis=1))
    same = [one.mean * sign > 0.0 for one, sign in zip(few, signs, strict=True)]
    clear_too = [
        (one.p10 > 0.0) if sign > 0.0 else (one.p90 < 0.0) for one, sign in zip(few, signs, strict=True)
    ]
    return float(np.mean(same)), float(np.mean(clear_too))


def _mean_error(settled: Array, size: int) -> float:
    """Sampling error of the mean of so many futures, in half-widths of the 80 % range; median change."""
    low, high = np.quantile(settled, (0.1, 0.9), axis=1)
    return float(np.median(settled.std(axis=1, ddof=1) / np.sqrt(size) / ((high - low) / 2.0)))


def _contradicted(gains: Array, size: int) -> float:
    """Changes called better by so many futures and worse by all of them, or the other way round."""
    few, whole = (
        [judge(summarise(row), Direction.HIGHER) for row in part] for part in (gains[:, :size], gains)
    )
    sides = {Verdict.BETTER, Verdict.WORSE}
    return float(np.mean([{one, other} == sides for one, other in zip(few, whole, strict=True)]))


def _coverage(settled: Array, size: int) -> float:
    """Share of the futures left out that the 80 % range of the first ones holds."""
    told = [summarise(row[:size]) for row in settled]
    inside = [
        np.mean((row[size:] >= one.p10) & (row[size:] <= one.p90))
        for one, row in zip(told, settled, strict=True)
    ]
    return float(np.mean(inside))


def _partner_rows(factor: float, draw: int) -> Array:
    """[changes, futures] of one market of ``MARKETS``, per partner, without changes that change nothing."""
    rows = _rows(PARTNERS)
    still = rows[np.ptp(rows[:, 2 : 2 + PARTNER_FUTURES], axis=1) == 0.0, 0]
    wanted = (rows[:, 1] == MARKETS.index((factor, draw))) & ~np.isin(rows[:, 0], still)
    return rows[wanted, 2 : 2 + PARTNER_FUTURES]


def _partner_width(factor: float) -> float:
    """Width of the 80 % range per partner as a multiple of the shipped market's; median change."""
    here, shipped = (np.quantile(_partner_rows(one, 1), (0.1, 0.9), axis=1) for one in (factor, 1.0))
    return float(np.median((here[1] - here[0]) / (shipped[1] - shipped[0])))


def _partner_draw_error() -> float:
    """Standard deviation of the mean over draws of partners, in half-widths of the range; median change."""
    draws = [_partner_rows(1.0, draw) for factor, draw in MARKETS if factor == 1.0]
    low, high = np.quantile(draws[0], (0.1, 0.9), axis=1)
    spread = np.std([draw.mean(axis=1) for draw in draws], axis=0, ddof=1)
    return float(np.median(spread / ((high - low) / 2.0)))


def main(words: Sequence[str]) -> None:
    """Run what was not run yet, or sum it up."""
    BUILD.mkdir(exist_ok=True)
    if words == ["figures"]:
        write(BUDGET_FILE, summed())
    elif words == ["partners"]:
        run_partners()
    elif words == ["step"]:
        step_size.run_all()
    else:
        run(int(words[0]) if words else CHANGES)


if __name__ == "__main__":
    main(sys.argv[1:])
