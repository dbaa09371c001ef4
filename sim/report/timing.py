"""When a difference shows."""

from typing import Final

import numpy as np

from sim.charts.cumulative import cumulative_path, quarters_in_words
from sim.experiment.calendar import WEEKS_PER_MONTH, WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.report.tables import Table
from sim.text.catalogue import say, say_count

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
    end = told.height - 1
    kept = [place for place, week in enumerate(told["week"]) if round(week / WEEKS_PER_MONTH) in MONTHS]
    rows = told[sorted({*kept, end})].select("after", "mean", "range").rows()
    return Table(tuple(say(f"report.head.{head}") for head in ("after", "so_far", "range")), tuple(rows))


def when_clear(comparison: Comparison, design: str) -> str:
    """The quarter from whose end on the sum so far stays clear of today's, in one sentence.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    path = cumulative_path(comparison, design)
    low, high = (path[column].to_numpy()[WEEKS_PER_QUARTER::WEEKS_PER_QUARTER] for column in ("low", "high"))
    quarter = lasting_from((low > 0.0) | (high < 0.0))
    if quarter is None:
        return say("report.never_clear")
    return say_count("report.clear_from", round((quarter + 1) * WEEKS_PER_QUARTER / WEEKS_PER_MONTH))


def lasting_from(holds: np.ndarray) -> int | None:
    """First place from which on something holds to the end; None where it does not hold at the end.

    Parameters
    ----------
    holds : booleans in the order of time
    """
    if not (len(holds) and holds[-1]):
        return None
    fails = np.flatnonzero(~holds)
    return int(fails[-1]) + 1 if len(fails) else 0
