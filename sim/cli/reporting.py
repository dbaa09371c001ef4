"""The command that writes a report into a folder."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from sim.cli.answering import answered
from sim.cli.failing import CommandError
from sim.cli.showing import show_note
from sim.cli.writing import ready_folder
from sim.experiment.cache import write_whole
from sim.report.bundle import KINDS, report_files
from sim.schema.loading import load_comparison
from sim.text.catalogue import say


def write_report(programmes: Sequence[str], options: Mapping[str, Any], *, is_case: bool) -> None:
    """Compare, then write every file of the report, each whole or not at all; says the answer and the paths.

    Parameters
    ----------
    programmes, options, is_case : as in ``answered``

    Raises
    ------
    CommandError : no such design, nothing to compare, or a folder that cannot be written to
    """
    folder, kinds = options["out"], [kind for kind in KINDS if options[kind]]
    ready_folder(folder)
    question = options["question"] or (load_comparison(programmes[0]).question if is_case else "")
    result = answered(programmes, options, is_case=is_case)
    on = options["dated"].date() if options["dated"] else date.today()  # noqa: DTZ011  (the reader's day)
    try:
        for path, content in report_files(result, options["design"], kinds, question, on):
            _write(folder / path, content)
            typer.echo(str(folder / path))
    except ValueError as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        raise CommandError(say("cli.out_unusable", folder=folder, reason=error.strerror)) from None
    show_note(result.sentence)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
