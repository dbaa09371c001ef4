"""The table ``card``: the ten principles of a good channel, each measured by one outcome of the run."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from sim.experiment.findings import Findings
from sim.text.catalogue import say

CARD: Final[dict[str, str]] = {
    "one": "leverage",
    "two": "support",
    "three": "solution_share",
    "four": "relational_engagement",
    "five": "spoiled_weeks",
    "six": "detection_delay",
    "seven": "funds_used_share",
    "eight": "conflict_loss",
    "nine": "word_kept_share",
    "ten": "blind_spot",
}
"""Principle → outcome that measures it; the catalogue has words for both."""

COLUMNS: Final = {
    "design": "name of the design; today's programme is not among them",
    "principle": "the principle, in words",
    "outcome": "name of the outcome that measures it",
    "today": "mean over futures under today's programme, in the outcome's unit; null where undefined",
    "with_design": "the same under the design",
    "verdict": "on the paired difference, by the direction of the outcome",
}


def card_table(findings: Mapping[str, Findings]) -> pl.DataFrame:
    """One row per design and principle, in the order of the principles.

    Parameters
    ----------
    findings : by design
    """
    rows = []
    for design, found in findings.items():
        for principle, outcome in CARD.items():
            one = found[outcome]
            levels = one.baseline_mean, one.design_mean
            words = say(f"parts.principle.{principle}")
            rows.append((design, words, outcome, *levels, str(one.verdict)))
    kinds = [pl.String, pl.String, pl.String, pl.Float64, pl.Float64, pl.String]
    schema = dict(zip(COLUMNS, kinds, strict=True))
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        pl.col("today", "with_design").fill_nan(None)
    )
