"""A file of partner sales becomes a table: read, parsed, checked, put on a weekly grid."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl

from sim.intake import caveats
from sim.intake.columns import Columns, guess_columns
from sim.intake.describe import totals
from sim.intake.errors import IntakeError
from sim.intake.grid import Grid, first_weeks, grid_of, period_index, to_weeks
from sim.intake.reading import LIMITS, Limits, read_bytes, read_table
from sim.intake.table import Floats, Orders, PartnerTable
from sim.intake.tidying import tidy_rows
from sim.text.catalogue import say

_MOST_CELLS = 60_000_000
_FEWEST_WEEKS = 13


def load_partners(
    path: str | Path, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> PartnerTable:
    """Read a file of partner sales and forget the partners' names.

    Parameters
    ----------
    path : CSV, CSV.gz, Parquet or Excel
    columns : role (partner, date, revenue, orders, type, region, channel) to column name; corrects the guess

    Raises
    ------
    IntakeError : the file cannot be used; the message says why
    """
    frame = read_table(path, limits)
    return build_table(frame, guess_columns(frame, columns))[0]


def read_partners(data: bytes, name: str, limits: Limits = LIMITS) -> PartnerTable:
    """As ``load_partners``, from the bytes of a file that has no place on this disk.

    Parameters
    ----------
    data : the whole file
    name : its name, which tells the kind; never used as a path
    """
    frame = read_bytes(data, name, limits)
    return build_table(frame, guess_columns(frame))[0]


def build_table(frame: pl.DataFrame, columns: Columns) -> tuple[PartnerTable, dict[str, str]]:
    """Make the weekly table of a frame.

    Parameters
    ----------
    frame : as read
    columns : which column says what

    Returns
    -------
    the table, and pseudonym to real name: private, for the caller to keep or drop

    Raises
    ------
    IntakeError : cells that are no dates or numbers, no partner rows, too short, too large
    """
    tidied = tidy_rows(frame, columns)
    grid = grid_of(tidied.rows["date"])
    rows = tidied.rows.filter(~pl.col("direct"))
    names = _numbered(rows["partner"].unique().to_list())
    _check(len(names), grid)
    sales = _by_order_date(rows, names)
    table = PartnerTable(
        ids=tuple(pseudonym(i) for i in range(len(names))),
        types=_attribute(rows, names, "type"),
        regions=_attribute(rows, names, "region"),
        revenue=_on_grid(sales, "revenue", len(names), grid),
        orders=_on_grid(sales, "orders", len(names), grid),
        direct=_direct(tidied.rows.filter(pl.col("direct")), grid),
        order_list=_order_list(sales, grid),
        grid=grid,
        warnings=(),
    )
    warnings = caveats.of_rows(tidied, columns) + caveats.of_table(table)
    known = {pseudonym(i): name for i, name in enumerate(names)}
    return replace(table, warnings=warnings), known


def pseudonym(position: int) -> str:
    """Name under which a partner is shown: ``P-0001`` for position 0."""
    return f"P-{position + 1:04d}"


def _numbered(names: list[str]) -> list[str]:
    """Names in an order that tells nothing of name, size or place in the file."""
    return sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest())


def _check(partners: int, grid: Grid) -> None:
    if partners == 0:
        raise IntakeError(say("intake.no_partners"))
    if grid.weeks < _FEWEST_WEEKS:
        raise IntakeError(say("intake.too_short", weeks=grid.weeks, first=grid.first, last=grid.last))
    if partners * grid.weeks > _MOST_CELLS:
        raise IntakeError(say("intake.too_wide", partners=partners, weeks=grid.weeks, cells=_MOST_CELLS))


def _by_order_date(rows: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    position = pl.DataFrame({"partner": names, "position": np.arange(len(names))})
    summed = rows.group_by("partner", "date").agg(pl.col("revenue").sum(), pl.col("orders").sum())
    sold = pl.when(pl.col("revenue") > 0).then(pl.col("orders").clip(lower_bound=1.0)).otherwise(0.0)
    return summed.with_columns(orders=sold).join(position, on="partner").sort("position", "date")


def _on_grid(sales: pl.DataFrame, column: str, partners: int, grid: Grid) -> Floats:
    cell = sales["position"].to_numpy() * grid.periods + period_index(sales["date"], grid)
    summed = totals(sales[column].to_numpy(), cell, partners * grid.periods)
    return to_weeks(summed.reshape(partners, grid.periods), grid)


def _direct(rows: pl.DataFrame, grid: Grid) -> Floats:
    by_period = totals(rows["revenue"].to_numpy(), period_index(rows["date"], grid), grid.periods)
    return to_weeks(by_period, grid)


def _order_list(sales: pl.DataFrame, grid: Grid) -> Orders:
    sold = sales.filter(pl.col("orders") > 0)
    count = sold["orders"].to_numpy()
    week = first_weeks(grid)[period_index(sold["date"], grid)]
    return Orders(sold["position"].to_numpy(), week, sold["revenue"].to_numpy() / count, count)


def _attribute(rows: pl.DataFrame, names: list[str], column: str) -> tuple[str, ...]:
    latest = rows.sort("date").group_by("partner").agg(pl.col(column).drop_nulls().last())
    known = dict(zip(latest["partner"], latest[column].fill_null(""), strict=True))
    return tuple(known[name] for name in names)
