"""From when on a difference is clear, in words that hold."""

import numpy as np
import pytest

from sim.experiment.compare import compare_in
from sim.experiment.explain.timing import at_quarters, cumulative_path, lasting_from, when_clear
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from tests.charts.toys import compared
from tests.experiment import toy


@pytest.mark.parametrize(
    ("holds", "place"),
    [
        ([True, True], 0),
        ([False, True, True], 1),
        ([True, False, True], 2),
        ([True, False], None),
        ([], None),
    ],
)
def test_something_lasts_from_where_it_never_fails_again(holds: list[bool], place: int | None) -> None:
    assert lasting_from(np.array(holds, dtype=bool)) == place


def test_a_difference_that_stays_open_is_never_said_to_be_clear() -> None:
    responses = np.linspace(0.2, 2.0, 200)  # for a cost of 1: on either side
    designs = [toy.design("one", 4.0)]
    open_one = compare_in(toy.setting(), toy.design("before", 0.0), designs, toy.futures(responses), 52)
    assert open_one.findings["one"][HEADLINE].verdict is Verdict.DEPENDS
    assert "still holds zero" in when_clear(open_one, "one")
    assert "Too few futures" in when_clear(compared(1.0), "one")
    assert "stays that of Today" in when_clear(compared(0.0), "one")
    clear = compared(1.0, response=4.0)
    assert "month 3 " in when_clear(clear, "one")
    short = compared(1.0, response=40.0, weeks=5)
    assert "month 1 " in when_clear(short, "one")


def test_a_sum_is_told_at_every_quarter_and_at_the_horizon_alone_where_that_is_shorter() -> None:
    ends = {
        weeks: at_quarters(cumulative_path(compared(1.0, weeks=weeks), "one"))["week"].to_list()
        for weeks in (5, 26, 30)
    }
    assert ends == {5: [5.0], 26: [13.0, 26.0], 30: [13.0, 26.0, 30.0]}
