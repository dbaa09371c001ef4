"""What a command shows: sentences and tables on stdout, progress and notes on stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import get_terminal_size

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from sim.experiment import running
from sim.experiment.comparison import Comparison
from sim.experiment.findings import Finding
from sim.experiment.outcomes import BY_NAME, CORE, OUTCOMES, Outcome, Unit
from sim.experiment.paired import Difference, summarise
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range, count, period

COLOURS = {
    Verdict.BETTER: "green",
    Verdict.WORSE: "red",
    Verdict.DEPENDS: "yellow",
    Verdict.TOO_FEW: "yellow",
}
WIDE = 100
"""Characters from which numbers have room on one line; below, the share of better futures is left out."""
VERDICT_WIDTH = 7


def show(result: Comparison) -> None:
    """The leader's headline, those of the other designs, then a table for each design."""
    console = Console()
    ordered = [result.leader, *(name for name in result.designs if name != result.leader)]
    for name in ordered:
        console.print(str(result.headlines[name]), markup=False, highlight=False, soft_wrap=True)
    for table in [_comparison_table(result, name) for name in result.designs] or [_level_table(result)]:
        console.print()
        console.print(table)
    console.print(say("cli.more_outcomes", count=count(len(OUTCOMES) - len(CORE))), highlight=False)


def show_note(warning: str) -> None:
    """A warning on stderr."""
    print(say("cli.warning", warning=warning), file=sys.stderr)  # noqa: T201


@contextmanager
def progress_bar() -> Iterator[running.Progress]:
    """A bar on stderr while futures are run; nothing where nobody looks."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(say("cli.futures"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _comparison_table(result: Comparison, name: str) -> Table:
    size = {"period": period(result.horizon_weeks), "futures": count(len(result.futures))}
    title = say("cli.against", design=name, baseline=result.today, **size)
    shown = ("difference", "range", "better") if _is_wide() else ("difference", "range")
    table = _table(title, result.today, name, *(say(f"cli.head.{head}") for head in shown))
    table.add_column(say("cli.head.verdict"), min_width=VERDICT_WIDTH)
    for core in CORE:
        label, *figures, better, verdict = _row(result.findings[name][core])
        table.add_row(label, *figures, *([better] if _is_wide() else []), verdict)
    return table


def _row(finding: Finding) -> tuple[str, ...]:
    unit, difference = finding.outcome.unit, finding.difference
    means = [amount(mean, unit) for mean in (finding.baseline_mean, finding.design_mean)]
    change = amount(difference.mean, unit, signed=True)
    better = amount(difference.better_share, "share")
    verdict = f"[{COLOURS.get(finding.verdict, 'default')}]{finding.verdict}[/]"
    return _label(finding.outcome), *means, change, _range(difference, unit, signed=True), better, verdict


def _is_wide() -> bool:
    return get_terminal_size().columns >= WIDE


def _level_table(result: Comparison) -> Table:
    size = {"period": period(result.horizon_weeks), "futures": count(len(result.futures))}
    title = say("cli.levels", design=result.today, **size)
    table = _table(title, say("cli.head.mean"), say("cli.head.range"))
    for outcome in map(BY_NAME.__getitem__, CORE):
        level = summarise(result.measured[result.today].values[:, OUTCOMES.index(outcome)])
        mean = amount(level.mean, outcome.unit)
        table.add_row(_label(outcome), mean, _range(level, outcome.unit, signed=False))
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=escape(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(say("cli.head.outcome"), min_width=16)
    for head in heads:
        table.add_column(escape(head), justify="right", overflow="fold", no_wrap=_is_wide())
    return table


def _range(found: Difference, unit: Unit, *, signed: bool) -> str:
    return amount_range(found.p10, found.p90, unit, like=found.mean, signed=signed)


def _label(outcome: Outcome) -> str:
    return say(f"outcomes.{outcome.name}")
