"""Every field of every model says what it is; nothing lives anywhere else."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import Entry, as_data, catalogue, differences, rows, value_at
from sim.schema.comparison import Comparison
from sim.schema.fields import WORDS, Meta
from sim.schema.loading import load_market, load_programme
from sim.schema.market import Market
from sim.schema.programme import Programme

ROOT = Path(__file__).parents[2]
MODELS = (Programme, Market, Comparison, Behaviour)
NAMES = {
    "name", "intent", "question", "market", "today", "designs", "designs[].programme", "rivals",
    "rivals[].name", "rivals[].programme", "rivals[].answer.programme",
}  # fmt: skip
FIELDS = [entry for model in MODELS for entry in catalogue(model) if entry.path not in NAMES]
LEVERS = [entry for entry in catalogue(Programme) if entry.path not in NAMES]
RULES = {path.stem for path in (ROOT / "sim" / "rules").glob("[a-z]*.py")}
MAIN = {
    "front.discount_share", "rebate.shape", "rebate.size", "registration.points_share", "direct.rule",
    "direct.coverage", "rewards.solution_share", "contact.calls_per_quarter", "rewards.funds_share",
    "transition.notice_weeks",
}  # fmt: skip


def meta(entry: Entry) -> Meta:
    assert entry.meta is not None, entry.path
    return entry.meta


def numbers(value: object) -> list[float]:
    data = as_data(value)
    return [
        number
        for number in (data if isinstance(data, list) else [data])
        if not isinstance(number, str | bool)
    ]


@pytest.mark.parametrize("entry", FIELDS, ids=lambda entry: entry.path)
def test_every_field_says_what_it_is(entry: Entry) -> None:
    facts = meta(entry)
    assert facts.unit
    assert facts.says.endswith(".")
    assert facts.says[0].isupper()
    assert facts.grade in {"A", "B", "C", "assumption"}
    assert (facts.low is None) == (facts.unit in {"choice", "on or off"})
    assert (facts.unit == "choice") == bool(entry.options)


@pytest.mark.parametrize("entry", FIELDS, ids=lambda entry: entry.path)
def test_defaults_lie_inside_the_bounds(entry: Entry) -> None:
    facts = meta(entry)
    if facts.low is None or facts.high is None:
        return
    assert facts.low < facts.high
    found = [float(len(entry.default))] if facts.unit == "steps" else numbers(entry.default)
    assert all(facts.low <= number <= facts.high for number in found)


@pytest.mark.parametrize("entry", LEVERS, ids=lambda entry: entry.path)
def test_every_lever_is_read_by_a_rule_that_runs(entry: Entry) -> None:
    facts = meta(entry)
    assert facts.kind == "lever"
    assert facts.rule in RULES
    assert facts.principle in range(1, 11)


def test_facts_and_parameters_name_real_readers_or_none() -> None:
    readers = {meta(entry).rule for entry in FIELDS}
    assert readers <= RULES | {"population", None}


def test_every_source_is_in_the_bibliography() -> None:
    listed = set(
        re.findall(r"^- `([a-z0-9-]+)`", (ROOT / "docs" / "bibliography.md").read_text("utf-8"), re.MULTILINE)
    )
    used = {key for entry in FIELDS for key in meta(entry).source.split(", ")}
    assert used <= listed


def test_the_main_levers_are_the_ones_shown_first() -> None:
    assert {entry.path for entry in LEVERS if meta(entry).main} == MAIN


@pytest.mark.parametrize("entry", [e for e in LEVERS if meta(e).words], ids=lambda entry: entry.path)
def test_word_bands_rise_inside_the_bounds(entry: Entry) -> None:
    facts = meta(entry)
    assert facts.low is not None
    assert facts.high is not None
    edges = [facts.low, *facts.words, facts.high]
    assert len(facts.words) == len(WORDS) - 1
    assert edges == sorted(set(edges)) or (edges[0] == edges[1] and edges[1:] == sorted(set(edges[1:])))


def test_a_number_finds_its_word() -> None:
    size = next(meta(entry) for entry in LEVERS if entry.path == "rebate.size")
    assert [size.word(number) for number in (0, 0.25, 0.5, 1, 2, 4)] == [
        "very low", "very low", "low", "medium", "high", "very high",
    ]  # fmt: skip


def test_paths_lead_to_the_values() -> None:
    for model in (load_programme("retro-volume"), load_market("baseline")):
        paths = [entry.path for entry in catalogue(type(model)) if "[]" not in entry.path]
        assert len(paths) == len(set(paths))
        for path in paths:
            assert not isinstance(value_at(model, path), BaseModel)


def test_an_unknown_path_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        value_at(load_programme("retro-volume"), "rebate.colour")


def test_defaults_of_a_part_come_from_the_whole() -> None:
    defaults = {entry.path: entry.default for entry in catalogue(Market)}
    assert defaults["offers.product.size_factor"] == 0.7
    assert defaults["offers.solution.size_factor"] == 2.2


def test_differences_name_exactly_what_differs() -> None:
    retro, slices = load_programme("retro-volume"), load_programme("slices-same-money")
    found = differences(retro, slices)
    assert {path for path in found if path not in {"name", "intent"}} == {"rebate.shape", "rebate.size"}
    assert found["rebate.size"] == (1.0, 3.0)
    assert differences(retro, retro) == {}


def test_rows_are_plain_data() -> None:
    row = next(row for row in rows(Programme) if row["path"] == "registration.minimum_list")
    assert row["default"] == 10_000.0
    assert row["unit"] == "¤ list"
    assert len(rows(Programme)) == len(LEVERS)
