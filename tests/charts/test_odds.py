"""The dots say what the figure says."""

from dataclasses import replace

import pytest

from sim.charts.odds import DOTS, dots, odds
from sim.experiment.outcomes import HEADLINE
from tests.charts.toys import compared


def filled(share: float) -> int:
    return int(dots(share)["dot_full"].sum())


@pytest.mark.parametrize(
    ("share", "number"), [(0.0, 0), (0.004, 1), (0.5, 10), (0.95, 19), (0.999, 19), (1.0, 20)]
)
def test_none_is_filled_only_for_no_future_and_all_only_for_every_future(share: float, number: int) -> None:
    assert filled(share) == number


@pytest.mark.parametrize(
    ("share", "told"), [(0.0, "0"), (0.005, "1"), (0.5, "50"), (0.995, "99"), (0.999, "99"), (1.0, "100")]
)
def test_no_future_and_every_future_are_said_only_when_it_is_so(share: float, told: str) -> None:
    comparison = compared(2.0)
    finding = comparison.findings["one"][HEADLINE]
    some = replace(finding, difference=replace(finding.difference, better_share=share, futures=1000))
    mixed = replace(comparison, findings={"one": {**comparison.findings["one"], HEADLINE: some}})
    assert odds(mixed, "one").data["figure"].drop_nulls().to_list() == [told]


def test_there_are_two_rows_of_ten() -> None:
    places = set(zip(dots(0.5)["dot"].to_list(), dots(0.5)["dot_row"].to_list(), strict=True))
    assert len(places) == DOTS
    assert {row for _, row in places} == {0.0, 1.0}


def test_no_more_futures_are_told_of_than_ran() -> None:
    comparison = compared(2.0)
    share = comparison.findings["one"][HEADLINE].difference.better_share
    picture = odds(comparison, "one")
    better = round(40 * share)
    assert picture.data["figure"].drop_nulls().to_list() == [str(better)]
    assert picture.data["of"].drop_nulls().to_list() == ["of 40 futures"]
    assert picture.title == f"Better than Today in {better} of 40 futures"
