"""The workbook holds the tables as they are, and nothing that a spreadsheet would carry out."""

import math
from io import BytesIO

import pytest
from openpyxl import load_workbook

from sim.experiment.tables import COLUMNS
from sim.report.paper import paper
from sim.report.workbook import xlsx
from tests.report.conftest import renamed

EVIL = '=HYPERLINK("http://x","y")'


@pytest.fixture(scope="module")
def book(comparison):
    return load_workbook(BytesIO(xlsx(comparison, paper(comparison))))


def cells(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_comes_back_as_it_was(comparison, book, name: str) -> None:
    heads, *rows = cells(book[name])
    table = getattr(comparison, name)
    assert heads == table.columns
    assert len(rows) == table.height
    for found, wanted in zip(rows, table.iter_rows(), strict=True):
        for here, there in zip(found, wanted, strict=True):
            if isinstance(there, float) and math.isnan(there):
                assert here is None
            elif isinstance(there, float):
                assert here == pytest.approx(there, rel=1e-14)
            else:
                assert here == there


def test_it_opens_with_the_answer_and_explains_every_column(comparison, book) -> None:
    assert book.sheetnames == ["answer", "columns", *COLUMNS]
    answer = dict(row[:2] for row in cells(book["answer"])[2:])
    assert answer["answer"] == paper(comparison).answer
    assert answer["digest"] == comparison.digest
    explained = {(row[0], row[1]) for row in cells(book["columns"])[2:]}
    assert explained == {(table, column) for table, columns in COLUMNS.items() for column in columns}


@pytest.mark.parametrize("starts", [("=1+1", "-1"), ("+1", "@SUM(A1)"), (EVIL, "=2")])
def test_a_name_like_a_formula_stays_a_name(comparison, starts: tuple[str, str]) -> None:
    evil = renamed(comparison, **dict(zip(comparison.designs, starts, strict=True)))
    book = load_workbook(BytesIO(xlsx(evil, paper(evil, starts[0]))))
    for start in starts:
        named = [cell for cell in book["costs"]["A"] if str(cell.value).endswith(start)]
        assert named
        for cell in named:
            assert (cell.data_type, cell.value) == ("s", "'" + start)
            assert cell.hyperlink is None
