"""The accounts of a difference as a table whose rows and columns add up as they are printed."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from sim.charts.theme import role_of
from sim.experiment.because import whole_parts
from sim.experiment.comparison import Comparison
from sim.report.tables import Row, Table
from sim.text.catalogue import say, say_count
from sim.text.numbers import money, money_step

MOST_ROWS: Final = 6
"""Accounts shown by name; the smaller ones are added up in one row."""


@dataclass(frozen=True)
class _Line:
    """One account in whole steps of the precision that is printed."""

    name: str
    today: int
    change: int


def accounts_table(comparison: Comparison, design: str) -> Table:
    """What each account of net contribution comes to under today's programme and under a design.

    All amounts are whole multiples of the headline's precision, and the rounding is shared out so that every
    row and every column adds up as printed; the last figure is the headline's.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    found = comparison.costs.filter(pl.col("design") == design)
    change, today = found["difference_mean"].to_numpy(), found["today"].to_numpy()
    like = float(change.sum()) or float(today.sum())
    step = money_step(like)
    steps = zip(found["account"], whole_parts(today / step), whole_parts(change / step), strict=True)
    lines = [_Line(say(f"charts.account.{account}"), level, part) for account, level, part in steps]
    heads = ("account", "today", "design", "difference")
    return Table(
        heads=tuple(say(f"report.head.{head}", role=role_of(comparison, design)) for head in heads),
        rows=tuple(_row(line, step, like) for line in _shown(lines)),
        total=_row(_sum(say("charts.costs.sum"), lines), step, like),
    )


def _shown(lines: list[_Line]) -> list[_Line]:
    """Those that moved most, largest first, and the rest as one."""
    ordered = sorted(lines, key=lambda line: (-abs(line.change), -abs(line.today)))
    named = ordered[: max(1, min(MOST_ROWS, sum(line.change != 0 for line in lines)))]
    rest = ordered[len(named) :]
    return [*named, _sum(say_count("report.other_accounts", len(rest)), rest)] if rest else named


def _sum(name: str, lines: list[_Line]) -> _Line:
    return _Line(name, sum(line.today for line in lines), sum(line.change for line in lines))


def _row(line: _Line, step: float, like: float) -> Row:
    today, design = (money(steps * step, like=like) for steps in (line.today, line.today + line.change))
    return line.name, today, design, money(line.change * step, signed=True, like=like)
