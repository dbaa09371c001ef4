"""Bytes of a CSV, CSV.gz, Parquet or Excel file become a table; nothing in it is ever evaluated."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import openpyxl
import polars as pl

from sim.intake.errors import IntakeError
from sim.text.catalogue import say

SEPARATORS = (";", "\t", ",")
ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")


class Limits(NamedTuple):
    """How much of a file is accepted.

    Attributes
    ----------
    bytes : size of the file, and of what it unpacks to
    rows : rows of the table
    columns : columns of the table
    """

    bytes: int = 200_000_000
    rows: int = 5_000_000
    columns: int = 200


LIMITS = Limits()


def read_table(path: str | Path, limits: Limits = LIMITS) -> pl.DataFrame:
    """Read a table from a file; the kind is told by the ending of its name.

    Parameters
    ----------
    path : .csv, .txt, .tsv (also .gz), .parquet or .xlsx
    limits : largest file accepted

    Returns
    -------
    frame with text columns (CSV) or the file's own types (Parquet, Excel)

    Raises
    ------
    IntakeError : no such file, unknown kind, too large, or not readable
    """
    path = Path(path)
    if not path.is_file():
        raise IntakeError(say("intake.no_file", name=path.name))
    if path.stat().st_size > limits.bytes:
        raise IntakeError(say("intake.too_large", name=path.name, limit=limits.bytes // 1_000_000))
    return read_bytes(path.read_bytes(), path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> pl.DataFrame:
    """Read a table from the bytes of a file, as an upload hands them over.

    Parameters
    ----------
    data : the whole file
    name : its name, which tells the kind
    limits : largest file accepted

    Returns
    -------
    frame with at least one row; column names are stripped of outer blanks

    Raises
    ------
    IntakeError : unknown kind, too large, or not readable
    """
    if len(data) > limits.bytes:
        raise IntakeError(say("intake.too_large", name=name, limit=limits.bytes // 1_000_000))
    reader = READERS.get(_kind(name))
    if reader is None:
        raise IntakeError(say("intake.unknown_kind", name=name))
    frame = reader(data, name, limits)
    _check_size(frame.height, frame.width, name, limits)
    return frame.rename({column: column.strip() for column in frame.columns})


def _kind(name: str) -> str:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    return "".join(suffixes[-2:]) if suffixes[-1:] == [".gz"] else "".join(suffixes[-1:])


def _check_size(rows: int, columns: int, name: str, limits: Limits) -> None:
    if rows == 0:
        raise IntakeError(say("intake.no_rows", name=name))
    if rows > limits.rows or columns > limits.columns:
        raise IntakeError(say("intake.too_many", name=name, rows=limits.rows, columns=limits.columns))


def _read_csv(data: bytes, name: str, limits: Limits) -> pl.DataFrame:
    text = _decode(data, name)
    header = text.partition("\n")[0]
    try:
        return pl.read_csv(
            io.BytesIO(text.encode()),
            separator=_separator(header),
            infer_schema=False,
            n_rows=limits.rows + 1,
        )
    except pl.exceptions.PolarsError as error:
        raise IntakeError(say("intake.broken_csv", name=name)) from error


def _read_csv_gz(data: bytes, name: str, limits: Limits) -> pl.DataFrame:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            plain = file.read(limits.bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise IntakeError(say("intake.broken_file", name=name, kind="gzip")) from error
    if len(plain) > limits.bytes:
        raise IntakeError(say("intake.too_large", name=name, limit=limits.bytes // 1_000_000))
    return _read_csv(plain, name, limits)


def _decode(data: bytes, name: str) -> str:
    if b"\0" in data[:4096]:
        raise IntakeError(say("intake.not_text", name=name))
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IntakeError(say("intake.not_text", name=name))


def _separator(header: str) -> str:
    unquoted = re.sub(r'"[^"]*"', "", header)
    return max(SEPARATORS, key=unquoted.count)


def _read_parquet(data: bytes, name: str, limits: Limits) -> pl.DataFrame:
    try:
        lazy = pl.scan_parquet(io.BytesIO(data))
        columns = len(lazy.collect_schema())
        rows = int(lazy.select(pl.len()).collect().item())
        _check_size(rows, columns, name, limits)
        return lazy.collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise IntakeError(say("intake.broken_file", name=name, kind="Parquet")) from error


def _read_excel(data: bytes, name: str, limits: Limits) -> pl.DataFrame:
    try:
        _check_unpacked(data, name, limits)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        rows = [row for row in book.worksheets[0].iter_rows(values_only=True) if any(_filled(c) for c in row)]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(say("intake.broken_file", name=name, kind="Excel")) from error
    return _from_rows(rows, name, limits)


def _filled(cell: object) -> bool:
    return cell is not None and cell != ""


def _check_unpacked(data: bytes, name: str, limits: Limits) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(item.file_size for item in archive.infolist())
    if unpacked > limits.bytes:
        raise IntakeError(say("intake.too_large", name=name, limit=limits.bytes // 1_000_000))


def _from_rows(rows: list[tuple[object, ...]], name: str, limits: Limits) -> pl.DataFrame:
    if len(rows) < 2:
        raise IntakeError(say("intake.no_rows", name=name))
    header, body = rows[0], rows[1:]
    _check_size(len(body), len(header), name, limits)
    used = [i for i, title in enumerate(header) if _filled(title)]
    titles = [str(header[i]) for i in used]
    if len(set(titles)) < len(titles):
        raise IntakeError(say("intake.double_header", name=name))
    return pl.DataFrame([_excel_column(titles[k], [row[i] for row in body]) for k, i in enumerate(used)])


def _excel_column(title: str, cells: list[object]) -> pl.Series:
    try:
        return pl.Series(title, cells, strict=True)
    except (TypeError, pl.exceptions.PolarsError):
        return pl.Series(title, [None if cell is None else str(cell) for cell in cells], dtype=pl.String)


READERS: dict[str, Callable[[bytes, str, Limits], pl.DataFrame]] = {
    ".csv": _read_csv,
    ".txt": _read_csv,
    ".tsv": _read_csv,
    ".csv.gz": _read_csv_gz,
    ".txt.gz": _read_csv_gz,
    ".tsv.gz": _read_csv_gz,
    ".parquet": _read_parquet,
    ".xlsx": _read_excel,
}
