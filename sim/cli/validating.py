"""The command that sets theory and published facts beside the model."""

import json
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import groupby

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sim.cli.failing import CommandError
from sim.evidence.committed import FILE, as_toml, measured_anew
from sim.evidence.table import Row, known_ids, validated
from sim.experiment.cache import write_whole
from sim.text.catalogue import say

HEADS = ("id", "statement", "published", "simulated", "range", "verdict", "evidence", "seconds")
COLOURS = {"pass": "green", "fail": "red"}


def validate(ids: Sequence[str], *, is_full: bool, as_json: bool, is_written: bool) -> int:
    """Measure, show, and with ``is_written`` keep the verdicts.

    Returns
    -------
    exit code: 1 where a gated row fails

    Raises
    ------
    CommandError : no such identifier, or a folder that cannot be written to
    """
    for name in ids:
        if name not in known_ids():
            near = next(iter(get_close_matches(name.upper(), known_ids(), n=1)), known_ids()[0])
            raise CommandError(say("evidence.no_id", found=name, nearest=near))
    if is_written:
        _write(ids)
    rows = validated(ids, is_full=is_full)
    if as_json:
        typer.echo(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=2))
    else:
        _show(rows)
    return int(any(row.gated and row.verdict == "fail" for row in rows))


def _write(ids: Sequence[str]) -> None:
    try:
        write_whole(FILE, as_toml(measured_anew(ids)).encode())
    except OSError as error:
        raise CommandError(say("cli.out_unusable", folder=FILE.parent, reason=error.strerror)) from None


def _show(rows: Sequence[Row]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in HEADS:
        table.add_column(say(f"evidence.head.{head}"), overflow="fold")
    for (name, gated), group in groupby(rows, key=lambda row: (row.id, row.gated)):
        for cells in [_theory(name, list(group))] if gated else map(_cells, group):
            table.add_row(*cells)
    table.add_row("", say("evidence.all_rows"), "", "", "", "", "", _seconds(rows), style="bold")
    Console().print(table)


def _seconds(rows: Iterable[Row]) -> str:
    """What measuring rows took; a dash where nothing was measured."""
    known = [row.seconds for row in rows if row.seconds is not None]
    return f"{sum(known):.1f}" if known else "–"


def _theory(name: str, rows: Sequence[Row]) -> tuple[str, ...]:
    held = sum(row.verdict == "pass" for row in rows)
    verdict = "pass" if held == len(rows) else "fail"
    says = say("evidence.held", held=held, count=len(rows))
    return (
        name,
        escape(rows[0].statement),
        rows[0].published,
        says,
        "",
        _verdict(verdict),
        "–",
        _seconds(rows),
    )


def _cells(row: Row) -> tuple[str, ...]:
    figure, bounds = "", ""
    if row.simulated is not None and row.low is not None and row.high is not None:
        figure, bounds = f"{row.simulated:.3f}", f"{row.low:.3f} – {row.high:.3f}"
    evidence = "–" if row.evidence is None else say(f"evidence.{'yes' if row.evidence else 'no'}")
    return (
        row.id,
        escape(row.statement),
        escape(row.published),
        figure,
        bounds,
        _verdict(row.verdict),
        evidence,
        _seconds([row]),
    )


def _verdict(verdict: str) -> str:
    return f"[{COLOURS.get(verdict, 'default')}]{say(f'evidence.verdict.{verdict}')}[/]"
