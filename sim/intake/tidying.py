"""Rows of a table, parsed: one partner, date, revenue and number of orders each."""

from typing import NamedTuple

import polars as pl

from sim.intake.columns import Columns
from sim.intake.errors import IntakeError
from sim.intake.values import parse_dates, parse_numbers, require
from sim.text.catalogue import say

# Channels of the vendor's own sales; a dealer who sells online is still a dealer.
_DIRECT = r"(?i)\b(direct|direkt|bezpo[sś]redni|online|internet|web|e-?commerce|e-?shop|own shop)"
_INDIRECT = r"(?i)\bin[ -]?dire[ck]t|reseller|dealer|partner|h[aä]ndler"
_MOST_INCOMPLETE_SHARE = 0.05


class Tidied(NamedTuple):
    """Parsed rows.

    Attributes
    ----------
    rows : columns partner, date, revenue (net ¤), orders, type, region, direct (bool)
    incomplete : rows left out for want of a partner, date or revenue
    """

    rows: pl.DataFrame
    incomplete: int


def tidy_rows(frame: pl.DataFrame, columns: Columns) -> Tidied:
    """Parse the columns of a frame and leave out incomplete rows.

    Raises
    ------
    IntakeError : a filled cell that is no date or number, or more than 5 % of rows incomplete
    """
    rows = pl.DataFrame(
        {
            "partner": _text(frame, columns.partner),
            "date": _dates(frame[columns.date]),
            "revenue": _numbers(frame[columns.revenue]),
            "orders": _orders(frame, columns.orders),
            "type": _text(frame, columns.type),
            "region": _text(frame, columns.region),
            "direct": _direct(frame, columns.channel),
        }
    )
    named = pl.col("direct") | pl.col("partner").is_not_null()
    complete = rows.filter(named, pl.col("date").is_not_null(), pl.col("revenue").is_not_null())
    incomplete = rows.height - complete.height
    if incomplete > _MOST_INCOMPLETE_SHARE * rows.height:
        raise IntakeError(say("intake.too_incomplete", rows=incomplete, all=rows.height))
    return Tidied(complete, incomplete)


def _text(frame: pl.DataFrame, column: str | None) -> pl.Series:
    if column is None:
        return pl.Series([None] * frame.height, dtype=pl.String)
    text = frame[column].cast(pl.String).str.strip_chars()
    return text.set(text == "", None)


def _dates(cells: pl.Series) -> pl.Series:
    return require(parse_dates(cells), cells, "intake.not_a_date")


def _numbers(cells: pl.Series) -> pl.Series:
    return require(parse_numbers(cells), cells, "intake.not_a_number")


def _orders(frame: pl.DataFrame, column: str | None) -> pl.Series:
    if column is None:
        return pl.Series([0.0] * frame.height, dtype=pl.Float64)
    return _numbers(frame[column]).fill_null(0.0)


def _direct(frame: pl.DataFrame, column: str | None) -> pl.Series:
    channel = _text(frame, column).fill_null("")
    return channel.str.contains(_DIRECT) & ~channel.str.contains(_INDIRECT)
