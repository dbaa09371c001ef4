"""What is typed and what a browser sends become a value of the lever, or nothing."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim
from sim.schema.editing import changed
from sim.text.levers import START, lever_entries, lever_meta, lever_value
from sim.ui.forms import kind_of, lever_rows, panel_paths
from sim.ui.parts.edits import Edit, fresh, read_edit
from sim.ui.parts.entry import RefusedError, bounds_text, inside, typed, written
from sim.ui.parts.sheet import SheetRow, Text, clicked, sheet

TODAY = sim.load_programme("retro-volume")
ROWS = lever_rows(TODAY, TODAY, 0)
SINGLE = [path for path in panel_paths() if kind_of(path) == "number"]
PLACES = st.floats(0, 1)


@pytest.mark.parametrize("path", SINGLE)
@given(place=PLACES)
def test_what_is_written_is_read_again(path: str, place: float) -> None:
    meta = lever_meta(path)
    assert meta.low is not None
    assert meta.high is not None
    number = meta.low + place * (meta.high - meta.low)
    number = float(int(number)) if meta.unit == "deadline weeks" else number
    assert typed(path, written(path, number)) == pytest.approx(number, abs=1e-5 * meta.high)


@pytest.mark.parametrize("path", SINGLE)
def test_what_the_panel_shows_may_be_typed(path: str) -> None:
    meta = lever_meta(path)
    number = float(lever_entries()[path].default or meta.high)
    assert typed(path, lever_value(path, number)) == pytest.approx(number, rel=1e-2)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("rewards.funds_share", "2.8 %", 0.028),
        ("rewards.funds_share", "2.8", 0.028),
        ("rewards.funds_share", " 2.8 % of net ", 0.028),
        ("registration.points_share", "+8 points", 0.08),
        ("rebate.lag_weeks", "90 d", 90 / 7),
        ("rebate.lag_weeks", "90", 90 / 7),
        ("rebate.lag_weeks", "2 w", 2.0),
        ("rewards.funds_window_weeks", "60 d", 9),
        ("rewards.funds_window_weeks", "8.2", 9),
        (START, "90 d", 13),
        ("direct.threshold_list", "50k", 50e3),
        ("direct.threshold_list", "¤50k", 50e3),
        ("direct.threshold_list", "50,000", 50e3),
        ("direct.threshold_list", "1m", 1e6),
        ("contact.calls_per_quarter", "24/yr", 6.0),
        ("contact.calls_per_quarter", "5.2 a quarter", 5.2),
        ("rebate.size", "1.25", 1.25),
        ("rebate.size", "1.25×", 1.25),
        ("rebate.target_growth_share", "−5 %", -0.05),
    ],
)
def test_typed_amounts(path: str, text: str, value: float) -> None:
    assert typed(path, text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "lots", "2.8 d", "nan", "1e9", "28 %%", "<b>2</b>"])
def test_what_is_no_amount_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedError, match=r"Write it like 6 %\."):
        typed("rewards.funds_share", text)


def test_a_number_outside_the_bounds_is_refused_with_the_bounds() -> None:
    with pytest.raises(RefusedError, match=r"80 % is not allowed\. Allowed: 0 % to 6 %\."):
        typed("rewards.funds_share", "80 %")
    with pytest.raises(RefusedError):
        inside("rewards.funds_share", float("nan"))
    assert bounds_text("direct.threshold_list") == "0 to 1m"


def read(path: str, value: Any) -> Edit | None:
    return read_edit({"path": path, "value": value, "n": 1}, ROWS)


def test_edits_of_every_kind() -> None:
    assert read("rewards.funds_share", 0.02) == Edit("rewards.funds_share", 0.02)
    assert read("rewards.funds_share", "2 %") == Edit("rewards.funds_share", 0.02)
    assert read(START, 13) == Edit(START, 13)
    assert read("direct.rule", "all-indirect") == Edit("direct.rule", "all-indirect")
    assert read("registration.offered", False) == Edit("registration.offered", False)
    assert read("front.discount_share", [0.2, 0.2, 0.3, 0.3]) == Edit(
        "front.discount_share", [0.2, 0.2, 0.3, 0.3]
    )
    assert read("front.discount_share", {"at": 1, "text": "26 %"}) == Edit("front.discount_share", 0.26, 1)
    steps = [{"from_target": "0.5×", "rate_share": "2 %"}]
    assert read("rebate.steps", steps) == Edit("rebate.steps", [{"from_target": 0.5, "rate_share": 0.02}])


def test_a_number_of_several_is_set_in_what_is_there_by_now() -> None:
    moved = changed(TODAY, {"front.discount_share": [0.0, 0.03, 0.06, 0.09]})
    edit = read("front.discount_share", {"at": 2, "text": "7 %"})
    assert edit is not None
    assert edit.onto(moved) == [0.0, 0.03, 0.07, 0.09]


def test_whole_weeks_stay_whole() -> None:
    edit = read(START, 13.0)
    assert edit is not None
    assert type(edit.value) is int


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "x"),
        ("rebate.steps[].rate_share", 0.1),
        ("__class__", 1),
        ("rewards.funds_share", None),
        ("rewards.funds_share", True),
        ("rewards.funds_share", [0.02]),
        ("direct.rule", "anything"),
        ("direct.rule", ["all-indirect"]),
        ("registration.offered", 1),
        ("front.discount_share", [0.2, 0.2]),
        ("front.discount_share", {"at": 4, "text": "26 %"}),
        ("front.discount_share", {"at": -1, "text": "26 %"}),
        ("front.discount_share", 0.2),
        ("rebate.steps", [{"from_target": 0.5}]),
        ("rebate.steps", "none"),
    ],
)
def test_what_is_no_edit_is_ignored(path: str, value: Any) -> None:
    assert read(path, value) is None


def test_too_many_steps_are_refused() -> None:
    with pytest.raises(RefusedError, match="6 steps"):
        read("rebate.steps", [{"from_target": 0.1, "rate_share": 0.1}] * 7)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(path=st.sampled_from(SINGLE), text=st.text(max_size=12))
def test_any_text_is_a_number_inside_the_bounds_or_refused(path: str, text: str) -> None:
    try:
        number = typed(path, text)
    except RefusedError:
        return
    assert lever_meta(path).allows(number)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400])
def test_numbers_without_end_are_no_weeks(number: float) -> None:
    with contextlib.suppress(RefusedError):
        assert read(START, number) is None


@given(sent=st.fixed_dictionaries({"path": st.sampled_from(panel_paths()), "value": JSON}) | JSON)
def test_nothing_a_browser_sends_gets_past_the_bounds(sent: Any) -> None:
    try:
        edit = read_edit(sent, ROWS)
    except RefusedError:
        return
    if edit is not None and kind_of(edit.path) == "number":
        assert lever_meta(edit.path).allows(edit.value)


def test_an_edit_brings_the_earlier_unseen_ones_along_once() -> None:
    first, second = {"path": "a", "n": 4}, {"path": "b", "n": 5}
    assert [item["path"] for item in fresh({**second, "before": [first]}, 3)] == ["a", "b"]
    assert [item["path"] for item in fresh({**second, "before": [first]}, 4)] == ["b"]
    assert fresh({**second, "before": [first]}, 5) == []
    assert fresh(None, 0) == []


def test_only_a_row_that_is_a_button_can_be_clicked() -> None:
    rows = [SheetRow("b", (Text("B"),), button=True), SheetRow("c", (Text("C"),))]
    assert clicked({"id": "b", "n": 1}, rows) == "b"
    assert clicked({"id": "c", "n": 1}, rows) is None
    assert clicked({"id": "<b>"}, rows) is None
    assert clicked(None, rows) is None


def test_a_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell for each column"):
        sheet([], [SheetRow("b", (Text("B"),))], "key")
