"""Exported tables bring figures and words into a spreadsheet, and nothing it would carry out."""

import csv
from io import StringIO

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.experiment.export import FORMULA_STARTS, csv_of, tamed


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("x")'])
def test_a_text_that_starts_like_a_formula_is_disarmed(text: str) -> None:
    assert tamed(text) == "'" + text


def test_negative_numbers_stay_numbers() -> None:
    assert csv_of(pl.DataFrame({"difference": [-2.5, 3.0]})) == "difference\n-2.5\n3.0\n"


def test_headings_are_texts_as_well() -> None:
    assert csv_of(pl.DataFrame({"=name": ["a"]})).startswith("'=name")


@given(
    some.lists(
        some.text(alphabet=some.characters(codec="utf-8", exclude_characters="\0"), min_size=1), min_size=1
    )
)
def test_every_text_comes_back_whole_and_none_as_a_formula(texts: list[str]) -> None:
    rows = list(csv.reader(StringIO(csv_of(pl.DataFrame({"name": texts})), newline="")))[1:]
    found = [cell for row in rows for cell in row]
    assert [cell.removeprefix("'") for cell in found] == [text.removeprefix("'") for text in texts]
    assert not any(cell.startswith(FORMULA_STARTS) for cell in found)
