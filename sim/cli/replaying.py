"""Cases of history on the command line: run them, say what the model shows of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sim.experiment.history import Replay, replay
from sim.schema.loading import list_history
from sim.text.catalogue import say


def replay_history(file: Path | None, futures: int | None, *, as_json: bool, cache: bool) -> None:
    """Run one case or all that are shipped, and show expectation and result of each.

    Parameters
    ----------
    file : of a case, or None for all that are shipped
    futures : how many, or None for as many as the case asks for
    as_json : whether a program reads the answer
    cache : whether results are kept and found again

    Raises
    ------
    SchemaError, RequestError : as in ``sim.experiment.history.replay``
    """
    asked: dict[str, Any] = {"cache": cache} | ({} if futures is None else {"futures": futures})
    cases: Sequence[str | Path] = [file] if file is not None else list_history()
    found = [one for case in cases for one in replay(case, **asked)]
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
    else:
        _show(found)


def _show(found: Sequence[Replay]) -> None:
    """One row for each test of each case, failures in colour."""
    heads = [say(f"history.head.{head}") for head in ("case", "expected", "simulated", "passed")]
    table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for one in found:
        passed = say("history.yes") if one.passed else f"[red]{say('history.no')}[/]"
        table.add_row(escape(one.case), escape(one.expected), escape(one.simulated), passed)
    Console().print(table)
