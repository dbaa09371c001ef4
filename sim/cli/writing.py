"""Write a result into a folder: tables and result.json, each file whole or not at all."""

from io import BytesIO
from pathlib import Path

import polars as pl

from sim.cli.failing import CommandError
from sim.experiment.cache import write_whole
from sim.experiment.comparison import Comparison
from sim.experiment.export import csv_of
from sim.experiment.tables import COLUMNS
from sim.text.catalogue import say


def ready_folder(folder: Path | None) -> None:
    """Make the folder before anything runs, so that a wrong name costs no time.

    Raises
    ------
    CommandError : it cannot be made
    """
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(say("cli.out_unusable", folder=folder, reason=error.strerror)) from None


def write_result(result: Comparison, folder: Path) -> None:
    """Write every table as Parquet and CSV, and ``result.json``.

    Raises
    ------
    CommandError : the folder cannot be written to
    """
    try:
        for name in COLUMNS:
            table = getattr(result, name)
            write_whole(folder / f"{name}.parquet", _parquet(table))
            write_whole(folder / f"{name}.csv", csv_of(table).encode())
        write_whole(folder / "result.json", result.to_json().encode())
    except OSError as error:
        raise CommandError(say("cli.out_unusable", folder=folder, reason=error.strerror)) from None


def _parquet(table: pl.DataFrame) -> bytes:
    buffer = BytesIO()
    table.write_parquet(buffer)
    return buffer.getvalue()
