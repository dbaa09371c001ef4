"""Pictures that explain: parts add up, sides of an assumption are told apart, three lines are three runs."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.charts.assumed import assumed_lines
from sim.charts.hinge import hinge
from sim.charts.minutes import minutes
from sim.charts.waterfall import Part, waterfall
from sim.experiment.explain.assumed import Assumed
from sim.experiment.explain.complexity import complexity_of
from sim.experiment.outcomes import BY_NAME, HEADLINE
from sim.experiment.verdict import Hinge
from sim.schema.loading import load_programme
from tests.charts.toys import RESPONSES, compared, picture

CENTS = st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=8)


def parts_of(cents: list[int]) -> list[Part]:
    return [
        Part(f"part {place}", amount, amount / 100 - 1.0, amount / 100 + 1.0)
        for place, amount in enumerate(cents)
    ]


@given(cents=CENTS)
def test_every_bar_starts_where_the_last_one_ended_and_the_sum_ends_there(cents: list[int]) -> None:
    data = waterfall(parts_of(cents), "B", "").data
    starts, ends = data["bar_from"].drop_nulls().to_list(), data["bar_to"].drop_nulls().to_list()
    zero = data["zero"].drop_nulls().to_list()[0]
    assert starts[0] == starts[-1] == pytest.approx(zero)
    assert starts[1:-1] == ends[:-2]
    assert ends[-1] == ends[-2]
    assert min(*starts, *ends) >= 0.0
    assert max(*starts, *ends) <= 1.0


def test_lengths_of_bars_are_in_proportion_and_their_colour_is_their_sign() -> None:
    data = waterfall(parts_of([300, -100]), "C", "").data
    lengths = (data["bar_to"] - data["bar_from"]).to_list()[:3]
    assert lengths == pytest.approx([1.0, -1.0 / 3.0, 2.0 / 3.0])
    assert data["role"].to_list()[:3] == ["good", "bad", "C"]


def test_figures_of_a_waterfall_hold_the_parts_and_their_sum() -> None:
    table = waterfall(parts_of([150_000_00, -50_000_00]), "B", "").table
    assert table.columns == ["Part", "Mean difference, ¤", "80 % of futures"]
    assert table.row(0)[:2] == ("part 0", "+¤150k")
    assert table.row(2)[:2] == ("Net contribution", "+¤100k")


def test_the_picture_of_the_deciding_assumption_holds_every_future() -> None:
    comparison = compared(1.0)
    name, middle = comparison.futures.names[0], float(np.median(RESPONSES))
    picture = hinge(comparison, "one", Hinge(name, middle, 5.0, -3.0))
    gains = comparison.runs.pivot("design", index="future", values=HEADLINE)
    assert picture.data["gain"].to_list() == pytest.approx(
        (gains["one"] - gains["before"]).to_list(), rel=1e-5
    )
    assert picture.data["mean"].drop_nulls().to_list() == [-3.0, 5.0]
    assert picture.title.endswith("+¤5, below −¤3")


def test_the_three_lines_are_today_today_as_assumed_and_the_design() -> None:
    comparison = compared(1.0, 2.0)
    today, one, two = (comparison.measured[name] for name in ("before", "one", "two"))
    found = Assumed("response", 1.0, today, one, two)
    picture = assumed_lines(found, BY_NAME["active_partners"], "B")
    place = list(BY_NAME).index("active_partners")
    lines = {
        role: picture.data.filter(picture.data["role"] == role)["value"].to_list() for role in ("B", "today")
    }
    assert lines["B"] == pytest.approx(two.series[:, :, place].mean(axis=0).tolist())
    assert lines["today"] == pytest.approx(today.series[:, :, place].mean(axis=0).tolist())
    assert picture.data["assumed"].drop_nulls().to_list() == pytest.approx(
        one.series[:, :, place].mean(axis=0).tolist()
    )
    assert sorted(picture.data["end_text"].drop_nulls().to_list()) == ["B", "Today", "Today, as assumed"]


def test_reactions_fill_every_bar_and_are_told_with_their_month() -> None:
    drawn = picture("reactions", compared(1.0))
    widths = (drawn.data["stop"] - drawn.data["start"]).drop_nulls().to_list()
    assert widths == pytest.approx([0.05, 0.0, 0.15, 0.7, 0.1] * 3, abs=1e-6)
    assert drawn.title.startswith("After 2 months under B, 10 % of partners sell more than under Today, 15 %")
    cells = drawn.table.row(0, named=True)
    assert cells["left"] == "5.0 %, from month 2"
    assert cells["silent"] == "under 2.0 %"


def test_minutes_of_every_part_add_up_to_the_sum_below_them() -> None:
    today, design = (complexity_of(load_programme(name)) for name in ("flat-margin", "retro-volume"))
    picture = minutes(today, design, "B")
    for place in (0.0, 1.0):
        *parts, whole = picture.data.filter(pl.col("second") == place)["bar"].to_list()
        assert sum(parts) == pytest.approx(whole, rel=1e-6)
    longest = picture.data.filter(pl.col("bar") == 1.0)
    assert longest["row"].to_list() == [float(design.height)]
    assert longest["role"].to_list() == ["B"]
