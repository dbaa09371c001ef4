"""Cumulative differences to today: their path over the weeks, and the same in words, quarter by quarter."""

from typing import Final

import polars as pl

from sim.experiment.calendar import WEEKS_PER_MONTH, WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.text.catalogue import say, say_count
from sim.text.numbers import money, money_range

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


def quarters_in_words(path: pl.DataFrame) -> pl.DataFrame:
    """Every quarter's sum so far: its ``week``, and as texts ``after``, ``mean``, ``range`` and ``wide``.

    Parameters
    ----------
    path : as ``cumulative_path`` gives it

    Returns
    -------
    one row per quarter and one for the horizon; ``range`` holds 80 %, ``wide`` 95 % of the futures
    """
    last = path.height - 1
    kept = [*range(WEEKS_PER_QUARTER, last, WEEKS_PER_QUARTER), last]
    found = path[kept].iter_rows()
    told = [
        (week, after(week), money(mean, signed=True), money_range(low, high), money_range(lowest, highest))
        for week, mean, low, high, lowest, highest in found
    ]
    return pl.DataFrame(told, schema=["week", "after", "mean", "range", "wide"], orient="row")


def after(week: float) -> str:
    """Length of time from now, in whole months."""
    return say_count("charts.months", round(week / WEEKS_PER_MONTH))


def hover_strips(words: pl.DataFrame) -> pl.DataFrame:
    """A strip per quarter with its words: ``hover_from``, ``hover_to`` (weeks) and ``hover``.

    Parameters
    ----------
    words : as ``quarters_in_words`` gives them
    """
    weeks = words["week"].to_list()
    texts = [
        say("charts.hover", after=after, amount=mean, range=ends)
        for _, after, mean, ends, _ in words.iter_rows()
    ]
    return pl.DataFrame({"hover_from": [0.0, *weeks[:-1]], "hover_to": weeks, "hover": texts})


def quarters_table(words: pl.DataFrame) -> pl.DataFrame:
    """The quarters under their headings.

    Parameters
    ----------
    words : as ``quarters_in_words`` gives them
    """
    headings = {
        "after": say("charts.column.after"),
        "mean": say("charts.column.since_now", today=say("charts.today")),
        "range": say("charts.column.range"),
        "wide": say("charts.column.wide_range"),
    }
    return words.select(pl.col(name).alias(heading) for name, heading in headings.items())
