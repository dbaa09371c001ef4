"""The chart a comparison opens with: what a design adds up to against today, week by week."""

from typing import Any, Final, cast

import altair as alt
import polars as pl

from sim.charts.theme import BAND_OPACITY, DESIGN, HERO_HEIGHT, TODAY

WEEKS_PER_YEAR: Final = 52
MILLION: Final = 1e6


def cumulative_difference(
    weeks: pl.DataFrame, *, outcome: str, label: str, axis: str, scheme: str
) -> alt.LayerChart:
    """Difference to today summed since week 0: mean, 80 % range, and the line of no difference.

    Parameters
    ----------
    weeks : the table ``weeks`` of a comparison, one design
    outcome : name of a sum over the horizon
    label : written at the end of the line
    axis : title of the vertical axis, with its unit
    scheme : light or dark

    Returns
    -------
    a layered chart of fixed height; its last point is the headline's figure
    """
    frame = _points(weeks, outcome)
    years = alt.Axis(format="d", tickMinStep=1, labelExpr="'year ' + datum.label")
    across = alt.X("year:Q", title=None, axis=years)
    base = alt.Chart(frame).encode(x=across)
    up = alt.Y("mean:Q", title=axis)
    band = base.mark_area(color=DESIGN[scheme], opacity=BAND_OPACITY[scheme]).encode(
        y=alt.Y("low:Q", title=axis), y2="high:Q"
    )
    line = base.mark_line(color=DESIGN[scheme], strokeWidth=2.5).encode(y=up)
    end = base.transform_filter(f"datum.week == {frame.height}")
    name = end.mark_text(align="right", dy=-10, fontWeight=600, color=DESIGN[scheme]).encode(
        y=up, text=alt.value(label)
    )
    zero = alt.Chart(pl.DataFrame({"zero": [0.0]})).mark_rule(color=TODAY[scheme], strokeDash=[5, 4])
    chart: Any = alt.layer(band, zero.encode(y="zero:Q"), line, name)
    chart.height, chart.width = HERO_HEIGHT, "container"
    return cast(alt.LayerChart, chart)


def _points(weeks: pl.DataFrame, outcome: str) -> pl.DataFrame:
    return weeks.filter(pl.col("outcome") == outcome).select(
        week=pl.col("week") + 1,
        year=(pl.col("week") + 1) / WEEKS_PER_YEAR,
        mean=pl.col("cumulative_mean") / MILLION,
        low=pl.col("cumulative_p10") / MILLION,
        high=pl.col("cumulative_p90") / MILLION,
    )
