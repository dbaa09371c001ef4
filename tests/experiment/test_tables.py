"""Tables: tidy, documented, and the same numbers as the findings."""

import numpy as np
import polars as pl
import pytest

from sim.experiment.compare import compare_in
from sim.experiment.outcomes import HEADLINE, OUTCOMES
from sim.experiment.tables import BANDS, COLUMNS
from sim.experiment.tables.partners import band
from tests.experiment.toy import design, futures, setting

RESULT = compare_in(
    setting(), design("today", 0.0), (design("big", 2.0),), futures(np.linspace(0.2, 2.0, 30)), 52
)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_documented_and_in_its_place(name: str) -> None:
    assert getattr(RESULT, name).columns == list(COLUMNS[name])


def test_runs_hold_every_future_of_every_design_once() -> None:
    runs = RESULT.runs
    assert runs.height == 60
    assert runs.select("design", "future").is_duplicated().sum() == 0
    wide = runs.pivot("design", index="future", values=HEADLINE)
    difference = RESULT.findings["big"][HEADLINE].difference
    assert (wide["big"] - wide["today"]).mean() == pytest.approx(difference.mean)


def test_the_cumulative_difference_ends_at_the_headline() -> None:
    last = RESULT.weeks.filter((pl.col("design") == "big") & (pl.col("outcome") == HEADLINE)).row(
        -1, named=True
    )
    difference = RESULT.findings["big"][HEADLINE].difference
    ends = (last["cumulative_mean"], last["cumulative_p10"], last["cumulative_p90"])
    assert ends == pytest.approx((difference.mean, difference.p10, difference.p90))


def test_weeks_hold_every_outcome_and_sum_only_what_can_be_summed() -> None:
    assert RESULT.weeks.height == 2 * len(OUTCOMES) * 52
    trust = RESULT.weeks.filter(pl.col("outcome") == "trust")
    assert trust["mean"].to_list() == [0.5] * 104
    assert trust["cumulative_mean"].null_count() == 104


def test_what_is_undefined_is_null_and_never_nan() -> None:
    assert RESULT.runs["win_rate"].null_count() == 60
    for table in (RESULT.runs, RESULT.weeks, RESULT.partners):
        assert not any(
            table[name].is_nan().any() for name in table.columns if table[name].dtype == pl.Float64
        )


def test_partners_show_yearly_means_and_who_gains() -> None:
    big = RESULT.partners.filter(pl.col("design") == "big")
    np.testing.assert_allclose(big["profit_per_year_difference"], [0.0, 2.2, 4.4])
    assert big["band"].to_list() == ["same", "gains", "gains"]
    assert big["partner"].to_list() == ["P-0001", "P-0002", "P-0003"]


def test_bands_of_profit() -> None:
    level = np.array([100.0, 100.0, 100.0, 100.0, 100.0, -100.0, 0.0, 0.0])
    change = np.array([-10.1, -5.0, 0.0, 2.1, 11.0, -11.0, 5.0, 0.0])
    assert band(change, level) == [*BANDS, "loses much", "gains much", "same"]
