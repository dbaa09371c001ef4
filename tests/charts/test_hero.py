"""The hero shows what the headline says."""

import numpy as np
import polars as pl
import pytest

from sim.charts.hero import hero, steady
from sim.experiment.outcomes import HEADLINE
from sim.text.numbers import money
from tests.charts.toys import compared


def column(picture, name):
    return picture.data[name].drop_nulls().to_list()


def test_the_end_of_the_line_and_its_label_are_the_headline_s_figure():
    comparison = compared(2.0, response=2.0)
    picture = hero(comparison, "one")
    mean = comparison.findings["one"][HEADLINE].difference.mean
    assert column(picture, "mean")[-1] == pytest.approx(mean, rel=1e-6)
    assert column(picture, "end_mean") == [money(mean, signed=True)]
    assert money(mean) in comparison.sentence
    assert column(picture, "mean")[0] == 0.0
    assert column(picture, "week") == list(range(105))


def test_the_line_is_the_sum_of_the_weekly_differences():
    comparison = compared(2.0, response=2.0)
    weeks = comparison.weeks.filter((pl.col("design") == "one") & (pl.col("outcome") == HEADLINE))
    summed = np.cumsum(weeks["difference_mean"].to_numpy())
    assert column(hero(comparison, "one"), "mean")[1:] == pytest.approx(summed, rel=1e-5)


def test_the_bands_hold_80_and_95_of_100_futures():
    comparison = compared(2.0)
    picture = hero(comparison, "one")
    total = comparison.findings["one"][HEADLINE].difference
    last = [column(picture, name)[-1] for name in ("lowest", "low", "high", "highest")]
    assert last == pytest.approx([total.p2_5, total.p10, total.p90, total.p97_5], rel=1e-5)
    assert column(picture, "end_bound") == [money(end, signed=True) for end in (total.p10, total.p90)]


def test_the_zero_line_and_round_bounds_are_in_the_data():
    picture = hero(compared(2.0, response=2.0), "one")
    assert column(picture, "zero") == [0.0]
    ticks = column(picture, "tick")
    assert min(ticks) <= min(column(picture, "lowest"))
    assert 0.0 in ticks
    assert len(ticks) <= 7


def test_a_launch_that_is_not_now_has_a_line_with_a_label():
    picture = hero(compared(2.0, start=13), "one")
    assert column(picture, "launch") == [13.0]
    assert column(picture, "launch_text") == ["launch, week 13"]
    assert column(hero(compared(2.0), "one"), "launch") == []
    assert column(hero(compared(2.0, start=104), "one"), "launch") == [], "beyond the horizon"


def test_a_design_that_changes_nothing_has_one_label_and_says_so():
    picture = hero(compared(0.0), "one")
    assert column(picture, "end_mean") == ["¤0"]
    assert column(picture, "end_bound") == []
    assert picture.title == "Net contribution stays that of Today over 2 years"


def test_the_table_tells_every_quarter_and_ends_with_the_headline():
    comparison = compared(2.0, response=2.0)
    table = hero(comparison, "one").table
    assert table.height == 8
    assert table.row(-1)[0] == "24 months"
    assert table.row(-1)[1] == money(comparison.findings["one"][HEADLINE].difference.mean, signed=True)


def test_the_axis_stays_for_the_next_design_and_starts_afresh_when_that_would_be_a_strip():
    large, small, tiny = (compared(size, response=2.0) for size in (2.0, 1.0, 0.01))
    kept = steady((0.0, 0.0), large, "one")
    assert steady(kept, small, "one") == kept
    assert column(hero(small, "one", at_least=kept), "tick") == column(hero(large, "one"), "tick")
    assert steady(kept, tiny, "one") == steady((0.0, 0.0), tiny, "one") != kept
