"""Answering a question that was put on the command line: options in, a comparison out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from sim.cli import options as given
from sim.cli.failing import CommandError
from sim.cli.showing import progress_bar, show, show_note
from sim.cli.writing import ready_folder, write_result
from sim.experiment.compare import compare, compare_case
from sim.experiment.comparison import Comparison
from sim.intake.loading import load_partners
from sim.intake.table import PartnerTable
from sim.text.catalogue import say


def answer(programmes: Sequence[str], options: Mapping[str, Any], *, is_case: bool = False) -> None:
    """Compare, write what is asked for, and show the result.

    Parameters
    ----------
    programmes, options, is_case : as in ``answered``

    Raises
    ------
    CommandError : options that do not go together, or a folder that cannot be written to
    SchemaError, IntakeError, RequestError : as in ``sim.compare``
    """
    out = options["out"]
    ready_folder(out)
    result = answered(programmes, options, is_case=is_case)
    if out is not None:
        write_result(result, out)
    if options["as_json"]:
        typer.echo(result.to_json())
        return
    show(result)
    for warning in result.warnings:
        show_note(warning)


def answered(programmes: Sequence[str], options: Mapping[str, Any], *, is_case: bool = False) -> Comparison:
    """The comparison that a command asks for.

    Parameters
    ----------
    programmes : today's and the new ones, by name or file; or one comparison
    options : of the command, by name, as ``sim.cli.options`` declares them
    is_case : whether the one programme given is a comparison

    Raises
    ------
    CommandError : options that do not go together
    SchemaError, IntakeError, RequestError : as in ``sim.compare``
    """
    table = _table(options["partners"], options)
    sizes = ("futures", "weeks", "seed", "luck_only", "doubt_only", "cache")
    asked = {name: options[name] for name in sizes if options.get(name) is not None}
    with progress_bar() as progress:
        if is_case:
            return _case(programmes[0], options["market"], table, asked | {"progress": progress})
        today, *designs = programmes
        market = options["market"] or "baseline"
        return compare(today, designs, market, table, progress=progress, **asked)


def _case(ref: str, market: str | None, table: PartnerTable | None, asked: dict[str, Any]) -> Comparison:
    if market is not None:
        raise CommandError(say("cli.market_of_case", ref=ref))
    return compare_case(ref, table, **asked)


def _table(path: Path | None, options: Mapping[str, Any]) -> PartnerTable | None:
    flags = {role: options.get(f"{role}_column") for role in given.ROLES}
    columns = {role: column for role, column in flags.items() if column is not None}
    if path is not None:
        return load_partners(path, columns)
    if columns:
        raise CommandError(say("cli.columns_without_table", option=f"--{next(iter(columns))}-column"))
    return None
