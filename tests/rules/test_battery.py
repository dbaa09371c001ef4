"""Checks that every rule passes, whatever it decides."""

from __future__ import annotations

import ast
import inspect

import numpy as np
import pytest

from sim.kernel.compile import RULES
from tests.rules import battery

ROWS = 200
CALLS = {"exp", "log", "floor", "mills", "normal_cdf", "normal_pdf", "inverse_normal", "sqrt"}
IDENTITIES = {0.0, 1.0, 0.5}
FLOOR = 1e-6
"""Smaller numbers are floors that keep a division finite."""

# Numbers that a rule may hold, and why.
CALENDAR = "the calendar: 52 weeks a year, 13 a quarter"
CODES = "midway between two codes of a choice"
TIERS = "codes of the tiers"
EXCUSED: dict[tuple[str, float], str] = {
    ("of_seven", 1.5): CODES,
    ("of_seven", 2.5): CODES,
    ("of_seven", 3.5): CODES,
    ("of_seven", 4.5): CODES,
    ("of_seven", 5.5): CODES,
    ("of_four", 1.5): CODES,
    ("is_granted", 1.5): CODES,
    ("is_granted", 2.5): CODES,
    ("hours_to_answer", 1.5): CODES,
    ("hours_to_answer", 2.5): CODES,
    ("lead_weight", 1.5): CODES,
    ("lead_weight", 2.5): CODES,
    ("asking_chance", 52.0): CALENDAR,
    ("of_four", 2.5): CODES,
    ("of_pay", 1.5): CODES,
    ("of_pay", 2.5): CODES,
    ("tier_front", 1.5): CODES,
    ("tier_front", 2.5): CODES,
    ("tier_after", 2.0): TIERS,
    ("tier_after", 3.0): TIERS,
    ("per_week", 13.0): CALENDAR,
    ("reach", 52.0): CALENDAR,
    ("weekly", 52.0): CALENDAR,
    ("weekly_chance", 52.0): CALENDAR,
    ("usual_renewal", 52.0): CALENDAR,
    ("years", 52.0): CALENDAR,
    ("to_middle_of_next_year", 26.0): CALENDAR,
    ("holding", 1.5): "midway between one week left and two",
    ("managers", 100.0): "the lever counts managers per 100 partners",
    ("relational", 0.25): "mean of four",
    ("promised_interval", 1e6): "longer than any run: nothing was promised",
    ("stage_chance", 2.0): "a developing deal has two stages",
    ("still_protected", 2.0): "a developing deal has two stages",
    ("second_order", 2.0): "the second order is the second",
    ("at_least", 0.001): "floor of a denominator",
    ("effort_kappa", 0.01): "floor of a denominator",
    ("hurt_after", 0.01): "unit of the parameter healing",
    ("hurt_after", 2.0): "behaviour: good conduct heals at most twice as fast a week",
    ("good_conduct", 2.0): "behaviour: at most two wins a week add to trust",
    ("quality", 0.3): "behaviour: load below which quality no longer rises",
    ("quality", 3.0): "behaviour: load above which quality no longer falls",
    ("win_chance", 0.01): "behaviour: no deal is hopeless",
    ("win_chance", 0.97): "behaviour: no deal is certain",
}
NAMED: dict[str, str] = {
    "MONTHS_PER_QUARTER": CALENDAR,
    "LONGEST": "bound of an exponent",
    "SMALLEST_KAPPA": "floor of a denominator",
    "SMALLEST_GAP": "floor of a denominator",
}


def rules(name: str = "rule"):
    return pytest.mark.parametrize(name, RULES.values(), ids=list(RULES))


@rules()
def test_a_rule_says_what_it_decides_and_where_that_comes_from(rule) -> None:
    text = inspect.getdoc(rule) or ""
    assert "Source: " in text
    silent = [name for name in battery.names_of(rule) if name not in text and len(text.splitlines()) > 3]
    assert not [name for name in silent if "arguments as in" not in text]


@rules()
def test_a_rule_takes_and_gives_plain_numbers(rule) -> None:
    signature = inspect.signature(rule)
    assert {parameter.annotation for parameter in signature.parameters.values()} <= {float}
    assert signature.return_annotation is float


@rules()
def test_a_rule_has_at_most_eight_arguments(rule) -> None:
    assert 1 <= len(battery.names_of(rule)) <= 8


@rules()
def test_a_rule_is_finite_and_the_same_at_every_call(rule) -> None:
    rows = battery.draw(rule, ROWS)
    first = battery.interpreted(rule, rows)
    assert np.isfinite(first).all()
    assert first.tobytes() == battery.interpreted(rule, rows[::-1])[::-1].tobytes()


def test_a_rule_reads_nothing_but_its_arguments_and_calls_nothing_but_functions() -> None:
    named = set(battery.module_numbers())
    strange = {name: battery.names_used(node) - CALLS - named for name, node in battery.trees().items()}
    assert not {name: used for name, used in strange.items() if used - {"float"}}


def test_a_rule_sets_nothing_outside_itself() -> None:
    kinds = (ast.Global, ast.Nonlocal, ast.Attribute, ast.Subscript, ast.Import, ast.ImportFrom, ast.Yield)
    for name, node in battery.trees().items():
        assert not [part for part in ast.walk(node) if isinstance(part, kinds)], name


def test_every_rule_was_found_in_its_file() -> None:
    assert set(battery.trees()) == set(RULES)
    assert len(RULES) > 100


def test_a_rule_holds_no_number_of_behaviour() -> None:
    found = {
        (name, number)
        for name, node in battery.trees().items()
        for number in battery.numbers_in(node)
        if number not in IDENTITIES and number > FLOOR
    }
    assert found == set(EXCUSED), f"new: {sorted(found - set(EXCUSED))}; gone: {sorted(set(EXCUSED) - found)}"


def test_a_rule_file_names_no_number_of_behaviour() -> None:
    assert set(battery.module_numbers()) == set(NAMED)


@pytest.mark.compiled
@pytest.mark.parametrize("module", battery.modules())
def test_a_compiled_rule_gives_the_bits_of_the_interpreted_one(module: str) -> None:
    chosen = [rule for rule in RULES.values() if rule.__module__ == module]
    tables = [battery.draw(rule, ROWS, seed=11) for rule in chosen]
    outs = battery.compiled(chosen, tables).T
    for rule, table, out in zip(chosen, tables, outs, strict=True):
        differs = battery.interpreted(rule, table).view(np.int64) != out.copy().view(np.int64)
        assert not differs.any(), f"{rule.__name__}{tuple(table[differs][0])}"
