"""When a difference shows."""

from typing import Final

import numpy as np

from sim.charts.cumulative import cumulative_path, quarters_in_words
from sim.experiment.calendar import WEEKS_PER_MONTH
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from sim.report.tables import Table
from sim.text.catalogue import say, say_count
from sim.text.numbers import period

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
    months = [_months(week) for week in told["week"]]
    kept = [place for place, month in enumerate(months) if month in MONTHS and month != months[-1]]
    rows = told[[*kept, len(months) - 1]].select("after", "mean", "range").rows()
    return Table(tuple(say(f"report.head.{head}") for head in ("after", "so_far", "range")), tuple(rows))


def when_clear(comparison: Comparison, design: str) -> str:
    """The quarter, or the horizon, from whose end on the sum so far stays clear of today's, in one sentence.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    verdict = comparison.findings[design][HEADLINE].verdict
    if verdict is Verdict.UNCHANGED:
        words = {"today": say("charts.today"), "period": period(comparison.horizon_weeks)}
        return say("report.never_differs", **words)
    if verdict in (Verdict.TOO_FEW, Verdict.UNDEFINED):
        return say("report.too_few")
    path = cumulative_path(comparison, design)
    weeks = [int(week) for week in quarters_in_words(path)["week"]]
    low, high = (path[column].to_numpy()[weeks] for column in ("low", "high"))
    first = lasting_from((low > 0.0) | (high < 0.0))
    if first is None:
        return say("report.never_clear")
    return say_count("report.clear_from", max(1, _months(weeks[first])))


def _months(weeks: float) -> int:
    return round(weeks / WEEKS_PER_MONTH)


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
