"""Cells become dates and numbers, whatever the country they were written in."""

import datetime as dt
import re

import polars as pl

from sim.intake.errors import IntakeError
from sim.text.catalogue import say

_SHAPES = (
    r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?$",
    r"^(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?:[T ].*)?$",
    r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})$",
    r"^(?P<y>\d{4})[-/.]?(?P<m>\d{2})$",
    r"^(?P<m>\d{1,2})[-/.](?P<y>\d{4})$",
)
_SLASHED = (
    r"^(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?:[T ].*)?$",
    r"^(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})(?:[T ].*)?$",
)
EARLIEST, LATEST = dt.date(1970, 1, 1), dt.date(2100, 12, 31)


def parse_dates(cells: pl.Series) -> pl.Series:
    """Dates of a column; a month stands as its first day, an ISO week as its Monday.

    Parameters
    ----------
    cells : dates, datetimes, or text such as 2011-01-31, 2011-01, 2011-W05, 31.01.2011, 31/01/2011;
        with slashes the day comes first unless the column says otherwise

    Returns
    -------
    dates; null where a cell is empty or is no date
    """
    if cells.dtype == pl.Date:
        dates = cells
    elif cells.dtype == pl.Datetime:
        dates = cells.dt.date()
    else:
        dates = _text_dates(cells.cast(pl.String).str.strip_chars())
    return dates.set(~dates.is_between(EARLIEST, LATEST), None)


def _text_dates(text: pl.Series) -> pl.Series:
    weeks = text.str.replace(r"^(\d{4})-?W(\d{2})$", "$1-W$2-1").str.to_date("%G-W%V-%u", strict=False)
    slashed = min((_dates(text, shape) for shape in _SLASHED), key=pl.Series.null_count)
    return pl.select(pl.coalesce([_dates(text, shape) for shape in _SHAPES] + [weeks, slashed])).to_series()


def _dates(text: pl.Series, shape: str) -> pl.Series:
    groups = text.str.extract_groups(shape).struct.unnest()
    if "d" not in groups.columns:
        groups = groups.with_columns(d=pl.lit("1"))
    iso = groups.select(pl.concat_str("y", "m", "d", separator="-")).to_series()
    return iso.str.to_date("%Y-%m-%d", strict=False)


def parse_numbers(cells: pl.Series) -> pl.Series:
    """Numbers of a column; blanks, currency signs and thousands marks are dropped.

    The decimal mark is settled once for the whole column, by its unmistakable cells such as
    ``1.234,50``, ``12,5`` or ``1.234.567``; without any it is a point.

    Parameters
    ----------
    cells : numbers or text; ``(12)`` and ``12-`` are negative

    Returns
    -------
    float64; null where a cell is empty or is no finite number
    """
    numbers = cells.cast(pl.Float64) if cells.dtype.is_numeric() else _text_numbers(cells.cast(pl.String))
    return numbers.set(~numbers.is_finite(), None)


def _text_numbers(cells: pl.Series) -> pl.Series:
    bare = cells.str.replace_all(r"(?i)[\s\u00a0\u202f'’€$£¤]|eur|usd|gbp|chf|pln|zł", "")
    bare = bare.str.replace(r"^\((.*)\)$", "-$1").str.replace(r"^([\d.,]+)-$", "-$1")
    thousands, decimal = (".", ",") if decimal_comma(bare) else (",", ".")
    plain = bare.str.replace_all(thousands, "", literal=True).str.replace(decimal, ".", literal=True)
    return plain.cast(pl.Float64, strict=False)


def decimal_comma(bare: pl.Series) -> bool:
    """Whether a column of bare number texts writes its decimals behind a comma.

    Cells that settle it are counted on both sides. Where none does, points that always part three digits
    in some cells, and never appear in others, are thousands marks.
    """
    comma = bare.str.contains(r"\..*[.,]|^-?0,|,(\d{1,2}|\d{4,})$").sum()
    point = bare.str.contains(r",.*[.,]|^-?0\.|\.(\d{1,2}|\d{4,})$|^-?\d{4,}\.").sum()
    if comma or point:
        return bool(comma > point)
    grouped = bare.str.contains(r"^-?\d{1,3}\.\d{3}$").sum()
    return bool(grouped and bare.str.contains(r"^-?\d{1,3}$").sum())


def require(parsed: pl.Series, cells: pl.Series, sentence: str) -> pl.Series:
    """Refuse a column if a filled cell was not understood; name the first such row.

    The cell is shown as a pattern, since it may be a partner's name.

    Parameters
    ----------
    parsed, cells : the column after and before parsing
    sentence : key of the refusal in the catalogue

    Returns
    -------
    parsed, unchanged

    Raises
    ------
    IntakeError : some filled cell has no value
    """
    text = cells.cast(pl.String).fill_null("").str.strip_chars()
    bad = (parsed.is_null() & (text != "")).arg_true()
    if len(bad):
        row = int(bad[0])
        shape = shape_of(text[row])
        raise IntakeError(say(sentence, row=row + 2, column=cells.name, shape=shape, cells=len(bad)))
    return parsed


def shape_of(cell: str) -> str:
    """Pattern of a cell that gives no name away: ``Kim 42`` becomes ``aaa 99``."""
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]", "a", cell))[:24]
