"""The rows of the panel hold the whole schema, in order, with words for everything."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

import sim
from sim.schema.catalogue import as_data, value_at
from sim.text.levers import START, lever_entries, lever_meta
from sim.ui.forms import MAIN, Notes, Row, kind_of, lever_rows, panel_paths, row_scale
from sim.ui.parts.helping import rule_help
from sim.ui.parts.scale import scale_of

TODAY = sim.load_programme("retro-volume")
DESIGN = sim.changed(
    TODAY,
    {
        "registration.points_share": 0.08,
        "front.discount_share": [0.24, 0.27, 0.3, 0.33],
        "direct.rule": "named-accounts",
    },
)
NUMBERS = [path for path in panel_paths() if kind_of(path) in ("number", "many")]


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return {row["path"]: row for row in lever_rows(TODAY, DESIGN, 13)}


def test_the_main_levers_are_those_of_the_schema(rows: dict[str, Row]) -> None:
    marked = {path for path, entry in lever_entries().items() if entry.meta and entry.meta.main}
    assert set(MAIN) == marked
    assert tuple(rows)[: len(MAIN)] == MAIN
    assert len(MAIN) == 10


def test_every_lever_has_one_row(rows: dict[str, Row]) -> None:
    paths = [row["path"] for row in lever_rows(TODAY, DESIGN, 13)]
    assert sorted(paths) == sorted(path for path in lever_entries() if "[]" not in path)
    others = [path for path in paths if path not in MAIN]
    assert others == [path for path in lever_entries() if path in others]


def test_rows_are_plain_data() -> None:
    rows = lever_rows(TODAY, DESIGN, 13)
    assert json.loads(json.dumps(rows))[0]["value"] == [0.24, 0.27, 0.3, 0.33]


def test_a_row_differs_exactly_where_its_value_does(rows: dict[str, Row]) -> None:
    changed = {"registration.points_share", "front.discount_share", "direct.rule", START}
    assert {path for path, row in rows.items() if row["differs"]} == changed


@pytest.mark.parametrize("path", [path for path in panel_paths() if path != START])
def test_a_row_holds_both_programmes_values(path: str, rows: dict[str, Row]) -> None:
    assert rows[path]["value"] == as_data(value_at(DESIGN, path))
    assert rows[path]["today"] == as_data(value_at(TODAY, path))


def test_a_row_shows_the_design_and_today(rows: dict[str, Row]) -> None:
    points = rows["registration.points_share"]
    assert (points["text"], points["today_text"]) == ("+8 points", "+4.4 points")
    assert points["at"] > points["today_at"]
    assert points["word"] == "medium"


def test_the_start_says_when_the_design_is_in_force(rows: dict[str, Row]) -> None:
    assert (rows[START]["text"], rows[START]["word"]) == ("13 weeks", "announced in week 13")
    at_once = next(row for row in lever_rows(TODAY, DESIGN, 0) if row["path"] == START)
    assert (at_once["word"], at_once["differs"]) == ("announced today", False)


def test_the_start_ends_with_the_horizon() -> None:
    assert row_scale(START, 52).stops[-1] == 51


def test_a_choice_offers_every_word_of_the_schema(rows: dict[str, Row]) -> None:
    rule = rows["direct.rule"]
    assert tuple(option["value"] for option in rule["options"]) == lever_entries()["direct.rule"].options
    assert rule["word"] == "direct keeps to a written list"


def test_several_numbers_are_named_by_tier(rows: dict[str, Row]) -> None:
    discount = [(member["name"], member["entry"]) for member in rows["front.discount_share"]["members"]]
    assert discount == [("Registered", "24 %"), ("Silver", "27 %"), ("Gold", "30 %"), ("Platinum", "33 %")]
    thresholds = [member["name"] for member in rows["front.tier_threshold_list"]["members"]]
    assert thresholds == ["Silver", "Gold", "Platinum"]


def test_a_step_is_offered_one_typical_step_further(rows: dict[str, Row]) -> None:
    steps = rows["rebate.steps"]
    assert [step["rate_share"] for step in steps["steps"]] == ["1 %", "2 %", "4 %", "6 %"]
    assert steps["next"] == {"from_target": "1.35×", "rate_share": "7 %"}


def test_no_step_is_offered_beyond_the_limit() -> None:
    most = int(lever_meta("rebate.steps").high or 0)
    full = [{"from_target": place / 10, "rate_share": 0.01} for place in range(most)]
    design = sim.changed(TODAY, {"rebate.steps": full})
    row = next(row for row in lever_rows(TODAY, design, 0) if row["path"] == "rebate.steps")
    assert row["next"] is None


def test_help_has_three_depths(rows: dict[str, Row]) -> None:
    for path, row in rows.items():
        assert row["help"]["sentence"].endswith(".")
        if path != START:
            assert dict(row["help"]["facts"])["Source"]
            assert rule_help(row["help"]["rule"])["functions"]
    facts = dict(rows["rewards.funds_share"]["help"]["facts"])
    assert facts["Allowed"] == "0 % to 6 %"
    assert facts["Typical step"] == "1 %"
    assert facts["In words"].startswith("very low up to 0.5 %, low up to 1 %")
    assert facts["Source"] == "a judgement; no source"
    assert dict(rows["front.discount_share"]["help"]["facts"])["Source"] == "partnerpath-2017 (survey)"


def test_the_rule_tells_what_it_is_about_and_names_its_functions() -> None:
    rule = rule_help("reward")
    about = "What one more ¤ of sales is worth to a partner: the perceived margin on each offer."
    assert rule["about"] == about
    front = "Part of the front discount that stays with the partner, ¤ per ¤ of list."
    assert ("kept_front", front) in rule["functions"]


def test_notes_stand_at_their_lever() -> None:
    notes = Notes(
        idle={"direct.threshold_list": "Only the size rule reads it."}, problems={START: "Too late."}
    )
    rows = {row["path"]: row for row in lever_rows(TODAY, DESIGN, 0, notes=notes)}
    assert rows["direct.threshold_list"]["idle"] == "Only the size rule reads it."
    assert rows[START]["problem"] == "Too late."
    assert rows["direct.rule"]["idle"] == ""


@pytest.mark.parametrize("path", NUMBERS)
def test_stops_rise_from_bound_to_bound(path: str) -> None:
    stops, meta = scale_of(lever_meta(path)).stops, lever_meta(path)
    assert (stops[0], stops[-1]) == (meta.low, meta.high)
    assert all(low < high for low, high in pairwise(stops))


@pytest.mark.parametrize("path", NUMBERS)
def test_a_handle_can_reach_every_word(path: str) -> None:
    """No word band is squeezed into less than a fiftieth of the track."""
    scale, meta = scale_of(lever_meta(path)), lever_meta(path)
    edges = [edge for edge in (meta.low, *meta.words, meta.high) if edge is not None]
    places = [scale.at(edge) for edge in edges]
    assert all(high - low > 0.02 for low, high in pairwise(places) if meta.words and high > low)


@pytest.mark.parametrize("path", NUMBERS)
def test_a_stop_lies_where_its_place_says(path: str) -> None:
    scale = scale_of(lever_meta(path))
    last = len(scale.stops) - 1
    for index in (0, 1, last // 2, last):
        assert scale.at(scale.stops[index]) == pytest.approx(index / last)


def test_money_over_decades_is_laid_out_by_its_words() -> None:
    scale = scale_of(lever_meta("front.tier_threshold_list"))
    assert not scale.even
    assert scale.middle([50e3, 200e3, 800e3]) == pytest.approx(200e3)
    assert scale.at(600e3) > 0.5


def test_a_typical_step_is_a_few_stops_and_even() -> None:
    scale = scale_of(lever_meta("front.discount_share"))
    assert scale.even
    assert scale.stops[scale.page] == pytest.approx(0.02)
