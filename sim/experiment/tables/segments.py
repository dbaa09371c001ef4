"""The table ``segments``: what a design does to each kind of partner."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.measured import Measured
from sim.experiment.roster import Roster
from sim.experiment.tables.tidy import of_designs, repeated, spread
from sim.experiment.weekly import Array, ratio
from sim.schema.market import SEGMENTS

COLUMNS: Final = {
    "design": "name of the design; today's programme is not among them",
    "segment": "segment of the partners",
    "measure": "name of the measure",
    "today_mean": "under today's programme, mean over futures",
    "mean": "under the design, mean over futures",
    "difference_mean": "design less today in the same future, mean",
    "difference_p10": "design less today in the same future, lower end of the 80 % range",
    "difference_p90": "design less today in the same future, upper end of the 80 % range",
}

MEASURES: Final = {
    "sales_list_per_year": "¤ at list price a year, all partners of the segment",
    "profit_per_year": "¤ a year earned with our line, all partners of the segment",
    "effort_share": "share of its selling time that a partner gives our line while it sells for us",
    "active_share": "share of the partners that sell for us, mean over the weeks",
}


def segments_table(measured: Mapping[str, Measured], roster: Roster, weeks: int) -> pl.DataFrame:
    """One row per design, segment and measure.

    Parameters
    ----------
    measured : by design, today first
    roster : of the partners
    weeks : horizon
    """
    shown = {name: _levels(one.segments, roster, weeks) for name, one in measured.items()}
    today, names = next(iter(shown.values())), roster.segment_names

    def piece(name: str) -> pl.DataFrame:
        rows = len(names) * len(MEASURES)
        who = {
            "design": [name] * rows,
            "segment": repeated(names, len(MEASURES)),
            "measure": [*MEASURES] * len(names),
        }
        means = {"today_mean": spread("", today)["mean"], "mean": spread("", shown[name])["mean"]}
        return pl.DataFrame({**who, **means, **spread("difference_", shown[name] - today)})

    return of_designs(tuple(measured), piece)


def _levels(sums: Array, roster: Roster, weeks: int) -> Array:
    """[futures, segments with partners, measures]."""
    names = roster.segment_names
    present = sums[:, [SEGMENTS.index(name) for name in names]]
    members = np.array([roster.segments.count(name) for name in names], dtype=np.float64)
    total = {name: present[:, :, place] for name, place in roster.totals.items()}
    years, selling = weeks / WEEKS_PER_YEAR, total["weeks_selling"]
    effort = ratio(total["effort"], selling)
    return np.stack(
        [total["list_sales"] / years, total["profit"] / years, effort, selling / (members * weeks)], axis=-1
    )
