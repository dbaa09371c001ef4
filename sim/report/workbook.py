"""The data of a comparison as one workbook: every table on a sheet, figures as figures, texts as texts."""

from io import BytesIO
from typing import Final

import polars as pl
import xlsxwriter

from sim.experiment.comparison import Comparison
from sim.experiment.export import tamed
from sim.experiment.tables import COLUMNS
from sim.report.paper import Paper
from sim.report.signs import printable
from sim.text.catalogue import say

LONGEST: Final = 32_767
"""Characters that fit into a cell of a workbook."""

MOST_ROWS: Final = 1_048_575
"""Rows that fit below the headings of a sheet."""

Cell = str | int | float | bool | None


def xlsx(comparison: Comparison, paper: Paper) -> bytes:
    """Every table of a comparison on a sheet, after a sheet with the answer and one on the columns.

    Texts are written as texts: none is taken for a formula or a link, whatever it begins with.

    Parameters
    ----------
    comparison : whose tables are written
    paper : whose sentences open the workbook
    """
    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        bold = book.add_format({"bold": True})
        _fill(book.add_worksheet("answer"), say("report.sheet.answer"), _answer(comparison, paper), bold)
        _fill(book.add_worksheet("columns"), say("report.sheet.columns"), _columns(), bold)
        for name in COLUMNS:
            table: pl.DataFrame = getattr(comparison, name)
            _fill(
                book.add_worksheet(name), "", [tuple(table.columns), *table.head(MOST_ROWS).iter_rows()], bold
            )
    return stream.getvalue()


def _answer(comparison: Comparison, paper: Paper) -> list[tuple[Cell, ...]]:
    head: list[tuple[Cell, ...]] = [
        ("question", paper.question),
        ("answer", paper.answer),
        ("doubt", paper.doubt),
        ("watch", paper.watch),
    ]
    facts: list[tuple[Cell, ...]] = [
        ("verdict", str(comparison.verdict)),
        ("market", comparison.market),
        ("weeks", comparison.horizon_weeks),
        ("futures", len(comparison.futures)),
        ("seed", comparison.futures.seed),
        ("digest", comparison.digest),
        ("recipe", paper.recipe),
    ]
    notes: list[tuple[Cell, ...]] = [("note", warning) for warning in comparison.warnings]
    return [*head, *facts, *notes]


def _columns() -> list[tuple[Cell, ...]]:
    return [(table, column, about) for table, columns in COLUMNS.items() for column, about in columns.items()]


def _fill(
    sheet: xlsxwriter.worksheet.Worksheet, title: str, rows: list[tuple[Cell, ...]], bold: object
) -> None:
    first = 0
    if title:
        sheet.write_string(0, 0, title, bold)
        first = 2
    for place, row in enumerate(rows, start=first):
        for column, value in enumerate(row):
            _write(sheet, place, column, value)
    if not title:
        sheet.set_row(0, None, bold)
        sheet.freeze_panes(1, 0)
    sheet.set_column(0, max((len(row) for row in rows), default=1) - 1, 18)


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, tamed(printable(value))[:LONGEST])
    elif value is not None and value == value:  # noqa: PLR0124  (undefined figures stay empty)
        sheet.write(row, column, value)
