"""What a design changes, lever by lever."""

from typing import Final

from sim.charts.theme import role_of
from sim.experiment.comparison import Comparison
from sim.report.tables import Table
from sim.text.catalogue import say, say_count
from sim.text.levers import lever_name, lever_value

MOST_ROWS: Final = 8
"""Levers shown on a paper; the last row counts those beyond."""


def change_rows(comparison: Comparison, design: str, most: int = MOST_ROWS) -> Table:
    """Levers in which a design differs from today's programme.

    Parameters
    ----------
    comparison : with the design
    design : its name
    most : rows
    """
    rows = [
        (lever_name(change.path), *(lever_value(change.path, change.values[name]) for name in names))
        for names in ((comparison.today, design),)
        for change in comparison.levers
        if change.values[comparison.today] != change.values[design]
    ]
    beyond = len(rows) - most
    if beyond > 0:
        rows = [*rows[: most - 1], (say_count("report.more_levers", beyond + 1), "", "")]
    heads = tuple(
        say(f"report.head.{head}", role=role_of(comparison, design)) for head in ("lever", "today", "design")
    )
    return Table(heads, tuple(rows) or ((say("report.no_levers"), "", ""),))
