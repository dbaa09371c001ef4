import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.intake.errors import IntakeError
from sim.intake.values import parse_dates, parse_numbers, require, shape_of

days = st.dates(dt.date(1970, 1, 1), dt.date(2100, 12, 31))


@given(
    st.lists(days, min_size=1),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%Y-%m-%dT%H:%M:%S"]),
)
def test_days_survive_every_notation(dates: list[dt.date], notation: str) -> None:
    cells = pl.Series([date.strftime(notation) for date in dates])
    assert parse_dates(cells).to_list() == dates


@given(st.lists(days, min_size=1), st.sampled_from(["%Y-%m", "%Y%m", "%m.%Y", "%m/%Y"]))
def test_a_month_stands_as_its_first_day(dates: list[dt.date], notation: str) -> None:
    cells = pl.Series([date.strftime(notation) for date in dates])
    assert parse_dates(cells).to_list() == [date.replace(day=1) for date in dates]


@given(days)
def test_a_week_stands_as_its_monday(date: dt.date) -> None:
    year, week, _ = date.isocalendar()
    monday = date - dt.timedelta(days=date.weekday())
    expected = monday if monday >= dt.date(1970, 1, 1) else None
    assert parse_dates(pl.Series([f"{year}-W{week:02d}"])).to_list() == [expected]


def test_slashed_dates_are_day_first_unless_the_column_says_otherwise() -> None:
    assert parse_dates(pl.Series(["03/04/2024"])).to_list() == [dt.date(2024, 4, 3)]
    assert parse_dates(pl.Series(["03/04/2024", "03/25/2024"]))[0] == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    "cell", ["", "Amber Systems", "2024-02-30", "1969-12-31", "2101-01-01", "13.13.2024"]
)
def test_what_is_no_date_is_null(cell: str) -> None:
    assert parse_dates(pl.Series([cell])).to_list() == [None]


def english(cents: int) -> str:
    return f"{cents / 100:,.2f}"


def german(cents: int) -> str:
    return english(cents).translate(str.maketrans(",.", ".,"))


@given(st.lists(st.integers(-(10**11), 10**11), min_size=1), st.sampled_from([english, german]))
def test_money_survives_english_and_german_notation(cents: list[int], notation) -> None:
    numbers = parse_numbers(pl.Series([f"€ {notation(amount)}" for amount in cents]))
    assert numbers.to_list() == pytest.approx([amount / 100 for amount in cents])


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["12,5", "3"], [12.5, 3.0]),
        (["1,234", "56"], [1234.0, 56.0]),
        (["1.234", "56"], [1234.0, 56.0]),
        (["1.234", "1.250"], [1.234, 1.25]),
        (["0.125", "3"], [0.125, 3.0]),
        (["1.234.567"], [1234567.0]),
        (["(12.00)", "12.50-", "1 234 zł"], [-12.0, -12.5, 1234.0]),
        (["nan", "inf", "", "5k"], [None, None, None, None]),
    ],
)
def test_the_column_settles_the_decimal_mark(cells: list[str], numbers: list[float | None]) -> None:
    assert parse_numbers(pl.Series(cells)).to_list() == numbers


def test_a_refusal_names_the_row_and_gives_no_name_away() -> None:
    cells = pl.Series("month", ["2024-01", "", "Amber 7"])
    with pytest.raises(IntakeError, match="Row 4, column month") as refusal:
        require(parse_dates(cells), cells, "intake.not_a_date")
    assert "Amber" not in str(refusal.value)
    assert "aaaaa 9" in str(refusal.value)


@given(st.text())
def test_a_shape_has_no_letter_but_a(cell: str) -> None:
    assert all(not sign.isalpha() or sign == "a" for sign in shape_of(cell))
