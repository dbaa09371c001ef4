"""Every lever has a name and a value that people can read."""

from __future__ import annotations

from typing import Any

import pytest

from sim.schema.catalogue import Entry
from sim.text.catalogue import say
from sim.text.levers import (
    START,
    choice_meaning,
    choice_name,
    lever_band,
    lever_entries,
    lever_form,
    lever_meta,
    lever_name,
    lever_value,
    numbers_text,
)

ENTRIES = lever_entries()
CHOICES = sorted({word for entry in ENTRIES.values() for word in entry.options})


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())
def test_every_lever_has_a_name_and_a_readable_default(entry: Entry) -> None:
    assert lever_name(entry.path)
    shown = lever_value(entry.path, entry.default)
    assert shown
    assert "{" not in shown
    if isinstance(entry.default, float) and entry.default:
        assert any(digit in shown for digit in "123456789")


def test_no_two_levers_share_a_name() -> None:
    names = [lever_name(path) for path in ENTRIES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("word", CHOICES)
def test_every_choice_has_a_name_and_a_meaning(word: str) -> None:
    assert choice_name(word)
    assert choice_meaning(word)


def test_every_unit_of_the_schema_is_spoken_in_its_own_words() -> None:
    """A unit nobody gave words to would read as a bare multiple."""
    times = lever_form("rebate.size").texts
    wrong = [
        path
        for path, entry in ENTRIES.items()
        if lever_meta(path).low is not None
        and not lever_meta(path).unit.startswith("multiple")
        and path != "rebate.steps"
        and lever_form(path).texts == times
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("front.discount_share", (0.22, 0.25, 0.28, 0.31), "22 / 25 / 28 / 31 %"),
        ("front.discount_share", [0.222, 0.25, 0.28, 0.31], "22.2 / 25 / 28 / 31 %"),
        ("front.tier_threshold_list", [50e3, 300e3, 1.5e6], "¤50k / ¤300k / ¤1.5m a year"),
        ("registration.points_share", 0.08, "+8 points"),
        ("registration.points_share", 0.0, "0 points"),
        ("registration.offered", True, "on"),
        ("registration.approval_hours", 1.0, "1 hour"),
        ("rebate.shape", "incremental", "incremental"),
        ("rebate.size", 1.25, "1.25×"),
        ("rebate.target_growth_share", -0.05, "−5 % on last year"),
        ("rebate.target_growth_share", 0.1, "+10 % on last year"),
        ("rebate.lag_weeks", 90 / 7, "90 days"),
        ("rebate.lag_weeks", 1 / 7, "1 day"),
        ("rebate.cap_target", 0.0, "no cap"),
        ("rebate.cap_target", 1.5, "1.5×"),
        ("rebate.steps", [], "none"),
        (
            "rebate.steps",
            [{"from_target": 0.5, "rate_share": 0.01}, {"from_target": 0.8, "rate_share": 0.025}],
            "1 % from 0.5×, 2.5 % from 0.8×",
        ),
        ("rewards.funds_share", 0.028, "2.8 % of net"),
        ("rewards.funds_window_weeks", 9, "9 weeks"),
        ("direct.rule", "named-accounts", "named accounts"),
        ("direct.threshold_list", 60e3, "¤60k"),
        ("contact.calls_per_quarter", 5.2, "5.2 a quarter"),
        ("contact.managers_per_100_partners", 2.1, "2.1 per 100 partners"),
        (START, 0, "at once"),
        (START, 1, "1 week"),
        (START, 13, "13 weeks"),
    ],
)
def test_values_read_as_in_a_programme(path: str, value: Any, shown: str) -> None:
    assert lever_value(path, value) == shown


def test_a_number_just_below_a_scale_keeps_its_scale() -> None:
    assert numbers_text(lever_form("direct.threshold_list"), [999e3]) == "¤999k"


def test_a_band_is_the_schemas_word() -> None:
    assert lever_band("rewards.funds_share", 0.015) == say("levers.band.medium")
    assert lever_band("rewards.funds_share", 0.05) == say("levers.band.very_high")
    assert lever_band("rebate.cap_target", 1.0) == ""


def test_what_is_no_lever_has_no_name() -> None:
    with pytest.raises(KeyError):
        lever_name("name")
    with pytest.raises(KeyError):
        lever_value("front.nothing", 1.0)
