"""Shipped files load, files extend one another, and a model written to YAML comes back equal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sim.schema import loading
from sim.schema.catalogue import catalogue, value_at
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.loading import (
    KINDS,
    list_scenarios,
    load_case,
    load_comparison,
    load_market,
    load_programme,
    read_comparison,
    read_market,
    read_programme,
    scenarios_folder,
    to_yaml,
)
from sim.schema.market import OFFERS, SEGMENTS, Market
from sim.schema.programme import Programme

ARCHETYPES = {"flat-margin", "retro-volume", "incremental-growth", "solution-first", "direct-heavy"}
QUESTIONS = {
    "tiers-or-slices", "bonus-or-rules", "contact-or-margin", "product-or-solution", "giant-or-chief",
    "deck-dropped-and-restored", "renewal-cut", "top-or-middle", "much-direct-or-vague-rules",
}  # fmt: skip
LISTED = list_scenarios()


def test_the_archetypes_and_the_questions_are_shipped() -> None:
    assert set(LISTED["programmes"]) >= ARCHETYPES
    assert LISTED["markets"] == (
        "baseline", "divided-house", "moving-roster", "software-house", "three-still-vendors",
        "three-vendors", "young-vendor",
    )  # fmt: skip
    assert set(LISTED["comparisons"]) >= QUESTIONS


def test_an_installed_package_brings_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sim" / "_scenarios" / "programmes").mkdir(parents=True)
    (tmp_path / "sim" / "_scenarios" / "programmes" / "only.yaml").write_text(
        "schema: 1\nname: only\nfront: 1\n"
    )
    monkeypatch.setattr(loading, "PACKAGE", tmp_path / "sim")
    assert list_scenarios()["programmes"] == ("only",)
    with pytest.raises(SchemaError, match=r"^scenarios/programmes/only\.yaml:3  front: found 1"):
        load_programme("only")


@pytest.mark.parametrize("name", LISTED["programmes"])
def test_programmes_load_and_come_back(name: str) -> None:
    programme = load_programme(name)
    assert programme.name == name
    assert programme.intent
    assert read_programme(to_yaml(programme).encode(), "again") == programme


@pytest.mark.parametrize("name", LISTED["markets"])
def test_markets_load_and_come_back(name: str) -> None:
    market = load_market(name)
    assert market.name == name
    assert read_market(to_yaml(market).encode(), "again") == market


@pytest.mark.parametrize("name", LISTED["comparisons"])
def test_comparisons_load_with_all_they_name(name: str) -> None:
    case = load_case(name)
    assert case.comparison.question.endswith("?")
    assert case.comparison.name == name
    assert case.today.name == case.comparison.today
    assert [design.name for design in case.designs] == [
        design.programme for design in case.comparison.designs
    ]
    assert case.today not in case.designs
    assert read_comparison(to_yaml(case.comparison).encode(), "again") == case.comparison


@pytest.mark.parametrize("kind", KINDS)
def test_files_are_free_of_comments(kind: str) -> None:
    for path in (scenarios_folder() / kind).glob("*.yaml"):
        assert "#" not in path.read_text("utf-8")


def test_the_baseline_market_says_every_field() -> None:
    text = (scenarios_folder() / "markets" / "baseline.yaml").read_text("utf-8")
    data = YAML(typ="safe").load(text)
    for entry in catalogue(Market):
        if "[]" in entry.path:  # of each item of a list, of which the baseline has none
            continue
        inner = data
        for name in entry.path.split("."):
            assert name in inner, entry.path
            inner = inner[name]


def test_the_baseline_market_agrees_with_itself() -> None:
    """Derived figures as collected: margins .10, .135, .167, .178; sales .52, .35, .09, .04."""
    market = load_market("baseline")
    margins = [segment.front_margin_street_share for segment in market.segments.values()]
    assert margins == pytest.approx([0.10, 0.135, 0.167, 0.178], abs=0.0015)
    assert list(market.list_sales_share().values()) == pytest.approx([0.52, 0.35, 0.09, 0.04], abs=0.01)
    means = [float(segment.deal_mean_list) for segment in market.segments.values()]
    assert means == pytest.approx([116e3, 36e3, 10.5e3, 23e3], rel=0.01)
    returns = [segment.return_per_year for segment in market.segments.values()]
    assert returns == pytest.approx([1.15, 0.35, 0.16, 0.09], abs=0.005)
    for segment in market.segments.values():
        assert segment.opportunities_per_year * segment.win_share == pytest.approx(
            segment.wins_per_year, rel=0.02
        )


def test_segments_and_offers_come_by_name_in_a_fixed_order() -> None:
    market = load_market("baseline")
    assert tuple(market.segments) == SEGMENTS
    assert tuple(market.offers) == OFFERS
    assert market.segments["boutique"] is market.segments.boutique
    with pytest.raises(KeyError):
        market.segments["model_fields"]
    assert hash(market) == hash(load_market("baseline"))


def test_notation_is_converted_once() -> None:
    programme = load_programme("retro-volume")
    assert programme.rebate.lag_weeks == 75 / 7
    assert programme.rewards.funds_window_weeks == 9
    assert programme.registration.points_share == 0.044
    assert load_market("baseline").segments.reseller.exit_per_year == 0.06


def test_a_child_says_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "parent.yaml").write_text(
        "schema: 1\nname: parent\nintent: old\nrebate: {size: 2, lag_weeks: 14 d}\n"
    )
    child = tmp_path / "child.yaml"
    child.write_text("schema: 1\nextends: parent\nname: child\nrebate: {lag_weeks: 7 d}\n")
    programme = load_programme(child)
    assert (programme.rebate.size, programme.rebate.lag_weeks) == (2.0, 1.0)
    assert (programme.name, programme.intent) == ("child", "")


def test_own_files_may_extend_shipped_ones(tmp_path: Path) -> None:
    child = tmp_path / "mine.yaml"
    child.write_text("schema: 1\nextends: flat-margin\nname: mine\n")
    assert load_programme(str(child)).front == load_programme("flat-margin").front


def test_a_comparison_finds_programmes_beside_it(tmp_path: Path) -> None:
    for folder in ("programmes", "comparisons"):
        (tmp_path / folder).mkdir()
    (tmp_path / "programmes" / "mine.yaml").write_text("schema: 1\nname: mine\n")
    path = tmp_path / "comparisons" / "test.yaml"
    path.write_text(
        "schema: 1\nname: test\nquestion: Why?\ntoday: flat-margin\ndesigns: [{programme: mine}]\n"
    )
    assert load_case(path).designs[0].name == "mine"


def test_what_a_programme_does_not_say_is_not_offered() -> None:
    silent = read_programme(b"schema: 1\nname: silent\n", "silent.yaml")
    assert silent == Programme(name="silent")
    assert not silent.registration.offered
    assert silent.rebate.shape == "none"
    rewards = silent.rewards
    assert [rewards.solution_share, rewards.new_logo_share, rewards.growth_share, rewards.funds_share] == [
        0.0
    ] * 4


def test_changes_by_path_in_values_or_notation() -> None:
    retro = load_programme("retro-volume")
    other = changed(retro, {"rebate.lag_weeks": "14 d", "rebate.size": 2, "front.discount_share": (0.1,) * 4})
    assert (other.rebate.lag_weeks, other.rebate.size) == (2.0, 2.0)
    assert other.front.discount_share == (0.1,) * 4
    assert other.front.tier_threshold_list == retro.front.tier_threshold_list
    assert retro.rebate.size == 1.0
    assert changed(retro, {}) == retro


def test_a_change_meets_the_checks_of_a_file() -> None:
    with pytest.raises(SchemaError) as caught:
        changed(load_programme("retro-volume"), {"rebate.shape": "none", "rebate.sise": 1})
    assert str(caught.value) == (
        "retro-volume  rebate.sise: there is no such field; did you mean rebate.size?"
    )
    with pytest.raises(SchemaError, match="shape none pays no rebate"):
        changed(load_programme("retro-volume"), {"rebate.shape": "none"})


BOUNDED = [
    entry for entry in catalogue(Programme)
    if entry.meta and entry.meta.high and isinstance(entry.default, float) and "[]" not in entry.path
]  # fmt: skip


@given(st.data())
def test_any_programme_within_bounds_survives_a_file(data: st.DataObject) -> None:
    changes = {}
    for entry in BOUNDED:
        assert entry.meta is not None
        changes[entry.path] = data.draw(st.floats(entry.meta.low, entry.meta.high), label=entry.path)
    changes["rebate.cap_target"] = 0.0
    programme = changed(load_programme("incremental-growth"), changes)
    assert read_programme(to_yaml(programme).encode(), "again") == programme
    assert all(value_at(programme, path) == value for path, value in changes.items())


def test_every_comparison_names_files_that_exist(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(
        "schema: 1\nname: broken\nquestion: Why?\nmarket: baselin\ntoday: flat\n"
        "designs:\n  - {programme: ../flat}\n"
    )
    with pytest.raises(SchemaError) as caught:
        load_comparison(path)
    assert str(caught.value).splitlines() == [
        f"{path}:4  market: there is no market with the name baselin; did you mean baseline?",
        f"{path}:5  today: there is no programme with the name flat",
        f"{path}:7  designs[0].programme: there is no programme with the name ../flat",
    ]
