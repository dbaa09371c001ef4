"""Cumulative differences to today in words, quarter by quarter."""

import polars as pl

from sim.experiment.explain.timing import at_quarters, months
from sim.text.catalogue import say, say_count
from sim.text.numbers import money, money_range


def quarters_in_words(path: pl.DataFrame) -> pl.DataFrame:
    """Every quarter's sum so far: its ``week``, and as texts ``after``, ``mean``, ``range`` and ``wide``.

    Parameters
    ----------
    path : as ``cumulative_path`` gives it

    Returns
    -------
    one row per quarter and one for the horizon; ``range`` holds 80 %, ``wide`` 95 % of the futures
    """
    found = at_quarters(path).iter_rows()
    told = [
        (week, after(week), money(mean, signed=True), money_range(low, high), money_range(lowest, highest))
        for week, mean, low, high, lowest, highest in found
    ]
    return pl.DataFrame(told, schema=["week", "after", "mean", "range", "wide"], orient="row")


def after(week: float) -> str:
    """Length of time from now, in whole months."""
    return say_count("charts.months", months(week))


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
