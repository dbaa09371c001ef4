"""The first chart shows what the headline says."""

import numpy as np
import polars as pl
import pytest

from sim.charts.hero import cumulative_difference
from sim.charts.theme import DESIGN, HERO_HEIGHT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_line_ends_at_the_sum_of_the_weekly_differences(scheme):
    total = np.cumsum([1e6, -3e6, 0.5e6])
    weeks = pl.DataFrame(
        {
            "outcome": ["net_contribution"] * 3,
            "week": [0, 1, 2],
            "cumulative_mean": total,
            "cumulative_p10": total - 1e6,
            "cumulative_p90": total + 1e6,
        }
    )
    chart = cumulative_difference(weeks, outcome="net_contribution", label="B", axis="¤", scheme=scheme)
    spec = chart.to_dict()
    points = next(rows for rows in spec["datasets"].values() if len(rows) == 3)
    assert points[-1]["mean"] == pytest.approx(-1.5)
    assert points[-1]["low"] < points[-1]["mean"] < points[-1]["high"]
    assert spec["height"] == HERO_HEIGHT
    assert DESIGN[scheme] in str(spec)
