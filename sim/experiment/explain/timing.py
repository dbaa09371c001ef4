"""When a difference shows: its sum since now, and from when on it stays clear of zero."""

from typing import Final

import numpy as np
import polars as pl

from sim.experiment.calendar import WEEKS_PER_MONTH, WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say, say_count
from sim.text.numbers import period

FOUND: Final = {"mean": "mean", "low": "p10", "high": "p90", "lowest": "p2_5", "highest": "p97_5"}
"""Columns of a path and the statistics over futures they hold."""


def cumulative_path(comparison: Comparison, design: str, outcome: str = HEADLINE) -> pl.DataFrame:
    """Difference to today summed since now.

    Parameters
    ----------
    comparison : with the design
    design : its name
    outcome : a sum over the horizon

    Returns
    -------
    ``week`` from 0 (nothing yet) to the horizon, and the columns of ``FOUND``, in the outcome's unit
    """
    own = comparison.path(design, outcome)
    sums = own.select(
        week=pl.col("week").cast(pl.Float64) + 1.0,
        **{name: pl.col(f"cumulative_{found}") for name, found in FOUND.items()},
    )
    nothing_yet = pl.DataFrame({column: [0.0] for column in sums.columns})
    return pl.concat([nothing_yet, sums])


def at_quarters(path: pl.DataFrame) -> pl.DataFrame:
    """The rows of a path at the end of every quarter before the horizon, and at the horizon.

    Parameters
    ----------
    path : as ``cumulative_path`` gives it
    """
    last = path.height - 1
    return path[[*range(WEEKS_PER_QUARTER, last, WEEKS_PER_QUARTER), last]]


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
        return say("explain.never_differs", **words)
    if verdict in (Verdict.TOO_FEW, Verdict.UNDEFINED):
        return say("explain.too_few")
    ends = at_quarters(cumulative_path(comparison, design))
    weeks, low, high = (ends[column].to_numpy() for column in ("week", "low", "high"))
    first = lasting_from((low > 0.0) | (high < 0.0))
    if first is None:
        return say("explain.never_clear")
    return say_count("explain.clear_from", max(1, months(weeks[first])))


def months(weeks: float) -> int:
    """Weeks in whole months."""
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
