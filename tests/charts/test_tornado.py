"""The tornado: the longest bar on top, on the side of its sign, pale where chance may have drawn it."""

import pytest

from sim.charts.tornado import PALE, SHOWN, tornado
from sim.experiment.outcomes import HEADLINE
from sim.experiment.sensitivity import Effect, Sensitivity

NAMES = ("habit_share", "spill_lift", "timing_control")
EFFECTS = tuple(
    Effect(name, mean, 1e6, abs(mean), 1e6, 2e6, abs(mean) > 1e6)
    for name, mean in zip(NAMES, (-4e6, 2e6, 0.5e6), strict=True)
)
FOUND = Sensitivity(HEADLINE, EFFECTS, (), 3e6, 2.6e6)


def test_bars_start_at_zero_and_their_colour_is_their_sign() -> None:
    data = tornado(FOUND, "title").data
    assert data["bar_from"].to_list()[:3] == [0.0, 0.0, 0.0]
    assert data["bar_to"].to_list()[:3] == [-4e6, 2e6, 0.5e6]
    assert data["role"].to_list()[:4] == ["bad", "good", "good", "today"]
    assert data["solid"].to_list()[:4] == pytest.approx([1.0, 1.0, PALE, PALE])


def test_the_thin_line_is_the_range_and_chance_goes_both_ways() -> None:
    data = tornado(FOUND, "title").data
    assert data["low"].to_list()[:4] == [-5e6, 1e6, -0.5e6, -3e6]
    assert data["high"].to_list()[:4] == [-3e6, 3e6, 1.5e6, 3e6]
    assert data["tick"].min() <= -5e6
    assert data["figure"].to_list()[3] == "± ¤3.0m"


def test_more_of_an_outcome_that_should_be_low_is_bad() -> None:
    cost = Sensitivity("programme_cost", EFFECTS, (), 0.0, 0.0)
    assert tornado(cost, "").data["role"].to_list()[:2] == ["good", "bad"]


def test_few_bars_but_all_figures_that_were_measured() -> None:
    many = Sensitivity(HEADLINE, EFFECTS * 8, (), 1.0, 0.9)
    picture = tornado(many, "")
    assert picture.data["name"].drop_nulls().len() == SHOWN + 1
    assert picture.table.height == 25
    assert picture.table.row(0)[1:3] == ("−¤4.0m", "−¤5.0m to −¤3.0m")
    assert picture.spec is tornado(many, "other").spec
