"""File notation becomes weeks, shares and plain numbers by one rule for each unit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.schema.units import UNITS, NotationError, read_amount, weekly_chance, weekly_decay, weekly_rate

whole = st.integers(0, 100_000)


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("6 %", "share", 0.06),
        ("4.4%", "share", 0.044),
        ("-20 %", "share", -0.2),
        (".5 %", "share", 0.005),
        ("91 d", "weeks", 13.0),
        ("90 d", "weeks", 90 / 7),
        ("13 w", "weeks", 13.0),
        ("3 months", "weeks", 13.0),
        ("1 month", "weeks", 52 / 12),
        ("1.5 y", "weeks", 78.0),
        ("90 d", "deadline weeks", 13),
        ("91 d", "deadline weeks", 13),
        ("92 d", "deadline weeks", 14),
        ("36 months", "deadline weeks", 156),
        ("50k", "¤ list", 50_000.0),
        ("1.5m", "¤", 1_500_000.0),
        ("2bn", "¤", 2e9),
        ("130k/yr", "¤ per year", 130_000.0),
        ("10k/month", "¤ per year", 120_000.0),
        ("6 %/yr", "chance per year", 0.06),
        ("10 %/month", "chance per year", 1 - 0.9**12),
        (".10/month", "chance per week", 1 - 0.9 ** (12 / 52)),
        ("6 %/yr", "per year", 0.06),
        ("1 %/month", "per year", 0.12),
        ("26/yr", "per quarter", 6.5),
        ("36 h", "hours", 36.0),
        ("2 d", "hours", 48.0),
        ("-1.5 pts", "points", -1.5),
    ],
)
def test_notation(text: str, unit: str, amount: float) -> None:
    found = read_amount(text, unit)
    assert found == pytest.approx(amount, rel=1e-15, abs=0)
    assert isinstance(found, int) == (unit == "deadline weeks")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("6 %", "weeks"),
        ("90 d", "share"),
        ("90 kg", "weeks"),
        ("50k", "share"),
        ("6 %/yr", "share"),
        ("6 %/moon", "chance per year"),
        ("120 %/month", "chance per year"),
        ("-1 %/month", "chance per year"),
        ("many", "weeks"),
        ("1e999999 d", "weeks"),
        ("", "weeks"),
        ("5 apples", "multiple of the target"),
    ],
)
def test_amounts_of_another_unit_are_refused(text: str, unit: str) -> None:
    with pytest.raises(NotationError):
        read_amount(text, unit)


@pytest.mark.parametrize("unit", [*UNITS, "multiple of the target"])
def test_a_number_as_text_is_called_quoted(unit: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_amount("0.3", unit)
    assert caught.value.quoted


@pytest.mark.parametrize("unit", UNITS)
def test_each_example_is_valid(unit: str) -> None:
    assert math.isfinite(read_amount(UNITS[unit].example, unit))


@given(whole)
def test_deadlines_are_the_first_whole_week_that_is_not_shorter(days: int) -> None:
    lag, deadline = read_amount(f"{days} d", "weeks"), read_amount(f"{days} d", "deadline weeks")
    assert 0 <= deadline * 7 - days < 7
    assert lag == days / 7


@given(st.decimals(0, 1000, places=3))
def test_percentages_are_the_nearest_number_to_the_decimal(number: object) -> None:
    assert read_amount(f"{number} %", "share") == float(f"{number}e-2")


@given(st.floats(0, 0.999))
def test_weekly_chance_compounds_back_to_the_year(chance: float) -> None:
    assert 1 - (1 - weekly_chance(chance)) ** 52 == pytest.approx(chance, abs=1e-12)


@given(st.floats(0, 0.999))
def test_weekly_decay_compounds_back_to_the_month(decay: float) -> None:
    assert 1 - (1 - weekly_decay(decay)) ** (52 / 12) == pytest.approx(decay, abs=1e-12)


@given(st.floats(0, 1e6))
def test_weekly_rate_adds_up_to_the_year(rate: float) -> None:
    assert weekly_rate(rate) * 52 == pytest.approx(rate)


def test_a_chance_is_not_a_rate() -> None:
    assert weekly_chance(0.5) == pytest.approx(0.0132413, abs=1e-7)
    assert weekly_rate(0.5) == pytest.approx(0.0096154, abs=1e-7)
