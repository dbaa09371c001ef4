"""The dots say what the figure says."""

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


def test_there_are_two_rows_of_ten() -> None:
    places = set(zip(dots(0.5)["dot"].to_list(), dots(0.5)["dot_row"].to_list(), strict=True))
    assert len(places) == DOTS
    assert {row for _, row in places} == {0.0, 1.0}


def test_the_figure_is_the_share_of_futures_that_are_better() -> None:
    comparison = compared(2.0)
    share = comparison.findings["one"][HEADLINE].difference.better_share
    picture = odds(comparison, "one")
    assert picture.data["figure"].drop_nulls().to_list() == [str(round(100 * share))]
    assert picture.title == f"Better than Today in {round(100 * share)} of 100 futures"
