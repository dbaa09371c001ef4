"""The table of a difference that adds up over time."""

from typing import Final

from sim.charts.cumulative import quarters_in_words
from sim.experiment.comparison import Comparison
from sim.experiment.explain.timing import cumulative_path, months
from sim.report.tables import Table
from sim.text.catalogue import say

MONTHS: Final = (3, 6, 12, 24)
"""Months after which the sum so far is told, besides the end."""


def timing_table(comparison: Comparison, design: str) -> Table:
    """Difference of net contribution added up since now, after some months and at the end.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    told = quarters_in_words(cumulative_path(comparison, design))
    passed = [months(week) for week in told["week"]]
    kept = [place for place, month in enumerate(passed) if month in MONTHS and month != passed[-1]]
    rows = told[[*kept, len(passed) - 1]].select("after", "mean", "range").rows()
    return Table(tuple(say(f"report.head.{head}") for head in ("after", "so_far", "range")), tuple(rows))
