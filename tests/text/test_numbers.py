"""Numbers read as people write them."""

from math import nan

import pytest

from sim.text.catalogue import speaking
from sim.text.numbers import (
    amount,
    amount_range,
    count,
    figure,
    index,
    money,
    money_range,
    period,
    points,
    share,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "¤0"),
        (-0.3, "¤0"),
        (999.0, "¤999"),
        (1500.0, "¤1.5k"),
        (123_456.0, "¤123k"),
        (999_960.0, "¤1.0m"),
        (2_100_000.0, "¤2.1m"),
        (-3_800_000.0, "−¤3.8m"),
        (4.2e9, "¤4.2bn"),
    ],
)
def test_money_has_a_scale_word(value: float, text: str) -> None:
    assert money(value) == text


def test_signed_money_shows_its_plus_and_zero_has_no_sign() -> None:
    assert [money(x, signed=True) for x in (2e6, -2e6, 0.0)] == ["+¤2.0m", "−¤2.0m", "¤0"]


def test_both_ends_of_a_range_have_the_scale_of_the_larger() -> None:
    assert money_range(400_000.0, 3_800_000.0) == "¤0.4m to ¤3.8m"
    assert money_range(0.0, 5e6) == "¤0 to ¤5.0m"


def test_an_end_too_small_for_the_scale_keeps_its_sign_in_its_own() -> None:
    assert money_range(30_000.0, 2_100_000.0) == "¤30.0k to ¤2.1m"
    assert money_range(-3e6, -40_000.0) == "−¤3.0m to −¤40.0k"
    assert money_range(51_000.0, 2_100_000.0) == "¤0.1m to ¤2.1m"
    assert money_range(-5.0, 5.0, like=2e6) == "−¤5 to ¤5"


def test_shares_are_per_cent_and_their_differences_points() -> None:
    assert (share(0.314), share(0.031), share(1.0)) == ("31 %", "3.1 %", "100 %")
    assert (points(0.0131), points(-0.2), points(0.0)) == ("+1.3 points", "−20.0 points", "0.0 points")


def test_counts_group_their_thousands() -> None:
    assert (count(1204), count(3.44), count(7.0), count(-12, signed=True)) == ("1,204", "3.4", "7", "−12")


def test_an_index_has_two_decimals_and_its_difference_three() -> None:
    assert (index(0.6213), index(0.0123, signed=True)) == ("0.62", "+0.012")


def test_whole_years_are_years_and_all_else_is_weeks() -> None:
    assert [period(weeks) for weeks in (156, 52, 1, 30)] == ["3 years", "1 year", "1 week", "30 weeks"]


def test_a_value_reads_in_its_unit_and_a_dash_where_undefined() -> None:
    assert [amount(0.5, unit) for unit in ("¤", "share", "index", "partners")] == [
        "¤0",
        "50 %",
        "0.50",
        "0.5",
    ]
    assert amount(0.5, "share", signed=True) == "+50.0 points"
    assert amount(nan, "¤") == "–"


def test_a_range_says_its_unit_once() -> None:
    assert amount_range(-0.007, 0.006, "share", like=0.0, signed=True) == "−0.7 to +0.6 points"
    assert amount_range(0.3, 0.4, "share", like=0.35) == "30 % to 40 %"
    assert amount_range(4e5, 3.8e6, "¤", like=2e6) == "¤0.4m to ¤3.8m"
    assert amount_range(nan, nan, "¤", like=nan) == "–"


def test_numbers_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.text.numbers.say", lambda _key, number: number)
    with speaking("de"):
        assert money(2_100_000.0) == "2,1"


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (-0.0169, "", "\u22120.0169"),
        (0.585, "", "0.58"),
        (12.34, "", "12.3"),
        (1234.0, "", "1,234"),
        (0.4, "share", "40 %"),
    ],
)
def test_a_figure_keeps_what_matters_and_its_sign(value: float, unit: str, told: str) -> None:
    assert figure(value, unit) == told


def test_what_is_undefined_is_a_dash_in_every_unit() -> None:
    for unit in ("¤", "share", "index", "partners"):
        assert {amount(value, unit, signed=True) for value in (None, nan)} == {"–"}
        assert {amount_range(*ends, unit, like=None) for ends in ((None, None), (nan, nan))} == {"–"}
    assert share(None) == share(nan) == "–"
