"""A small market that most tests of the engines share."""

import pytest

from sim.engine.run import Engine, Week0
from tests.engine.small import engine, futures, small_market

COUNTS = 3, 10, 14, 11


@pytest.fixture(scope="session")
def few() -> Engine:
    """38 partners of all segments under retro-volume."""
    return engine(small_market(*COUNTS))


@pytest.fixture(scope="session")
def two_futures():
    return futures(2)


@pytest.fixture(scope="session")
def start(few: Engine, two_futures) -> Week0:
    """Week 0 of the small market in two futures."""
    return few.week0(two_futures)
