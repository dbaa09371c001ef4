"""What may be asked."""

import numpy as np
import pytest

from sim.experiment.errors import RequestError
from sim.experiment.request import Request, check_designs
from tests.experiment.toy import design


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"futures": 0}, "futures: found 0, allowed are whole numbers from 1 to 100,000"),
        ({"weeks": 1041}, "weeks: found 1041, allowed are whole numbers from 1 to 1,040"),
        ({"seed": -1}, "seed: found -1"),
        ({"weeks": 5.5}, "weeks: found 5.5"),
        ({"futures": True}, "futures: found True"),
        ({"luck_only": True, "doubt_only": True}, "allowed is one of the two"),
    ],
)
def test_what_is_outside_the_limits_is_refused_in_one_sentence(asked: dict, message: str) -> None:
    with pytest.raises(RequestError) as error:
        Request(**asked)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_seven_designs_and_no_more() -> None:
    check_designs([design("d")] * 7)
    with pytest.raises(RequestError, match="found 8, allowed are up to 7"):
        check_designs([design("d")] * 8)


def test_a_request_draws_its_kind_of_futures() -> None:
    assert not np.ptp(Request(futures=5, luck_only=True).draw().rows, axis=0).any()
    assert not Request(futures=5, doubt_only=True).draw().luck_ids.any()
    usual = Request(futures=5, seed=3).draw()
    assert (len(usual), usual.seed, len(set(usual.luck_ids))) == (5, 3, 5)


def test_limits_of_a_result_are_told() -> None:
    assert Request().warnings() == ()
    assert len(Request(weeks=10, futures=5, luck_only=True).warnings()) == 3
    assert len(Request(doubt_only=True).warnings()) == 1
