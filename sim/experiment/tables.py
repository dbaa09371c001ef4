"""Tidy tables of a comparison; ``COLUMNS`` documents every column. What is undefined is null."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.calendar import WEEKS_PER_YEAR
from sim.experiment.outcomes import OUTCOMES, PARTNER_COLUMNS, Outcome, Period
from sim.experiment.paired import quantiles_over_futures
from sim.experiment.roster import Roster
from sim.experiment.running import Measured
from sim.experiment.weekly import Array, ratio

BANDS: Final = ("loses much", "loses", "same", "gains", "gains much")
"""Winners and losers, by the change of a partner's yearly profit."""

BAND_EDGES: Final = (-0.10, -0.02, 0.02, 0.10)
"""Change of profit, as a share of its size under today's programme, between the bands."""

COLUMNS: Final[dict[str, dict[str, str]]] = {
    "runs": {
        "design": "name of the design; the first is today's programme",
        "future": "number of the future, the same one for all designs",
        **{outcome.name: f"{outcome.unit}, {outcome.period}" for outcome in OUTCOMES},
    },
    "weeks": {
        "design": "name of the design",
        "outcome": "name of the outcome",
        "week": "week since week 0",
        "mean": "mean over futures, in the outcome's unit per week",
        "p10": "lower end of the 80 % range over futures",
        "p90": "upper end of the 80 % range over futures",
        "difference_mean": "design less today in the same future, mean",
        "difference_p10": "design less today in the same future, lower end of the 80 % range",
        "difference_p90": "design less today in the same future, upper end of the 80 % range",
        "cumulative_mean": "difference summed since week 0, mean; only for sums over the horizon",
        "cumulative_p10": "difference summed since week 0, lower end of the 80 % range",
        "cumulative_p90": "difference summed since week 0, upper end of the 80 % range",
    },
    "partners": {
        "design": "name of the design",
        "partner": "pseudonym of the partner",
        "segment": "segment of the partner",
        "sales_list_per_year": "¤ at list price a year, mean over futures",
        "profit_per_year": "¤ a year earned with our line, mean over futures",
        "payout_per_year": "¤ a year of rebates, rewards and funds, mean over futures",
        "end_trust": "trust at the end, 0 to 1, mean over futures",
        "end_willing_share": "readiness to sell at the end, mean over futures: 1 as usual, 0 silent",
        **{f"{column.name}_difference": "design less today" for column in PARTNER_COLUMNS},
        "band": f"change of yearly profit: {', '.join(BANDS)} (edges {BAND_EDGES})",
    },
}

Shown = Mapping[str, Array]


def runs_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design and future, one column per outcome."""
    return _tidy([_runs(name, one.values) for name, one in measured.items()])


def weeks_table(measured: Mapping[str, Measured]) -> pl.DataFrame:
    """One row per design, outcome and week."""
    today = next(iter(measured.values()))
    return _tidy(
        [
            _weeks(name, outcome, one.series[:, :, place], today.series[:, :, place])
            for name, one in measured.items()
            for place, outcome in enumerate(OUTCOMES)
        ]
    )


def partners_table(measured: Mapping[str, Measured], roster: Roster, weeks: int) -> pl.DataFrame:
    """One row per design and partner.

    Parameters
    ----------
    measured : by design, today first
    roster : of the partners
    weeks : horizon
    """
    today = _shown(next(iter(measured.values())), roster.totals, weeks)
    shown = {name: _shown(one, roster.totals, weeks) for name, one in measured.items()}
    return _tidy([_partners(name, one, today, roster) for name, one in shown.items()])


def band(change: Array, level: Array) -> list[str]:
    """Band of each partner from the change of its profit and today's profit."""
    share = np.nan_to_num(ratio(change, np.abs(level)), nan=0.0)
    nothing_before = np.where(level == 0.0, np.sign(change), share)
    return [BANDS[place] for place in np.searchsorted(BAND_EDGES, nothing_before)]


def _tidy(pieces: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(pieces).fill_nan(None)


def _runs(name: str, values: Array) -> pl.DataFrame:
    columns = {outcome.name: values[:, place] for place, outcome in enumerate(OUTCOMES)}
    return pl.DataFrame({"design": [name] * len(values), "future": np.arange(len(values)), **columns})


def _weeks(name: str, outcome: Outcome, series: Array, today: Array) -> pl.DataFrame:
    count = series.shape[1]
    paired = series - today
    summed = np.cumsum(paired, axis=1) if outcome.period is Period.HORIZON else np.full_like(paired, np.nan)
    return pl.DataFrame(
        {"design": [name] * count, "outcome": [outcome.name] * count, "week": np.arange(count)}
        | _spread("", series)
        | _spread("difference_", paired)
        | _spread("cumulative_", summed),
    )


def _spread(prefix: str, values: Array) -> dict[str, Array]:
    mean, low, high = quantiles_over_futures(values, (0.10, 0.90))
    return {f"{prefix}mean": mean, f"{prefix}p10": low, f"{prefix}p90": high}


def _shown(one: Measured, totals: Mapping[str, int], weeks: int) -> Shown:
    years = weeks / WEEKS_PER_YEAR
    return {
        column.name: one.partners[:, totals[column.total]] / (years if column.is_yearly else 1.0)
        for column in PARTNER_COLUMNS
    }


def _partners(name: str, shown: Shown, today: Shown, roster: Roster) -> pl.DataFrame:
    changes = {f"{column}_difference": values - today[column] for column, values in shown.items()}
    who = {"design": [name] * len(roster.ids), "partner": list(roster.ids), "segment": list(roster.segments)}
    banded = {"band": band(changes["profit_per_year_difference"], today["profit_per_year"])}
    return pl.DataFrame({**who, **shown, **changes, **banded})
