"""Tidy tables of a comparison; ``COLUMNS`` documents every column. What is undefined is null."""

from typing import Final

from sim.experiment.tables import concentration, costs, partners, pay, quarter, runs, segments, weeks
from sim.experiment.tables.partners import BANDS

__all__ = ["BANDS", "COLUMNS"]

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "runs": runs.COLUMNS,
    "weeks": weeks.COLUMNS,
    "partners": partners.COLUMNS,
    "bands": partners.BAND_COLUMNS,
    "segments": segments.COLUMNS,
    "concentration": concentration.COLUMNS,
    "costs": costs.COLUMNS,
    "profile": quarter.COLUMNS,
    "payout": pay.COLUMNS,
    "cliffs": pay.CLIFF_COLUMNS,
}
