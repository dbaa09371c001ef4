import gzip
import io
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from sim.intake.errors import IntakeError
from sim.intake.reading import Limits, read_bytes, read_table

ROWS = {
    "partner": ["Müller & Söhne", "Kowalski"],
    "month": ["2024-01", "2024-02"],
    "revenue": ["1234.5", "7"],
}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_text_is_read_with_any_separator_and_encoding(separator: str, encoding: str) -> None:
    lines = [separator.join(ROWS), *(separator.join(row) for row in zip(*ROWS.values(), strict=True))]
    frame = read_bytes("\n".join(lines).encode(encoding), "sales.csv")
    assert frame.to_dict(as_series=False) == ROWS


def test_a_separator_inside_quotes_does_not_count() -> None:
    frame = read_bytes(b'"partner, name, city, street";month;revenue\nA;2024-01;3\n', "sales.csv")
    assert frame.columns == ["partner, name, city, street", "month", "revenue"]


def test_packed_parquet_and_excel_hold_the_same_table(tmp_path: Path) -> None:
    frame = pl.DataFrame(ROWS)
    frame.write_parquet(tmp_path / "sales.parquet")
    (tmp_path / "sales.csv.gz").write_bytes(gzip.compress(frame.write_csv().encode()))
    (tmp_path / "sales.xlsx").write_bytes(excel([list(ROWS), *zip(*ROWS.values(), strict=True)]))
    for name in ("sales.parquet", "sales.csv.gz", "sales.xlsx"):
        assert read_table(tmp_path / name).equals(frame)


def excel(rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_formula_is_never_evaluated() -> None:
    frame = read_bytes(excel([["partner", "revenue"], ["A", "=1+1"], ["B", 3]]), "sales.xlsx")
    assert frame["revenue"].to_list() == [None, 3]
    text = read_bytes(b"partner,revenue\nA,=1+1\n", "sales.csv")
    assert text["revenue"].to_list() == ["=1+1"]


def test_excel_columns_of_mixed_cells_are_kept_as_text() -> None:
    frame = read_bytes(excel([["partner", "x"], ["A", 1], ["B", "one"], [None, None]]), "sales.xlsx")
    assert frame["x"].to_list() == ["1", "one"]


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"a,b\n1,2\n", "sales.xls", ".xlsx"),
        (b"a,b\n", "sales.csv", "no rows"),
        (b"a,b\n1,2,3,4\n", "sales.csv", "header"),
        (b"\0\1\2\3", "sales.csv", "text"),
        (b"not packed", "sales.csv.gz", "gzip"),
        (b"nothing", "sales.parquet", "Parquet"),
        (b"nothing", "sales.xlsx", "Excel"),
        (excel([["a", "a"], [1, 2]]), "sales.xlsx", "same title"),
    ],
)
def test_unreadable_files_are_refused_in_words(data: bytes, name: str, word: str) -> None:
    with pytest.raises(IntakeError, match=word):
        read_bytes(data, name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"sales\.csv"):
        read_table(tmp_path / "sales.csv")


def test_limits_hold_for_bytes_rows_columns_and_what_a_file_unpacks_to() -> None:
    table = b"a,b\n" + b"1,2\n" * 1000
    for limits in (Limits(bytes=100), Limits(rows=999), Limits(columns=1)):
        with pytest.raises(IntakeError):
            read_bytes(table, "sales.csv", limits)
    packed = gzip.compress(table)
    assert len(packed) < 200
    with pytest.raises(IntakeError, match="unpacks"):
        read_bytes(packed, "sales.csv.gz", Limits(bytes=2000))
    sheet = excel([["a"], *([["x" * 100]] * 5000)])
    with pytest.raises(IntakeError, match="unpacks"):
        read_bytes(sheet, "sales.xlsx", Limits(bytes=len(sheet) + 1))
