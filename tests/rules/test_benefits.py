"""Benefits that are not money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import benefits

amounts = st.floats(0.0, 10_000.0)


def test_half_of_the_most_at_half() -> None:
    assert benefits.enjoyed(0.0, 1000.0, 0.003) == 0.0
    assert benefits.enjoyed(1000.0, 1000.0, 0.003) == pytest.approx(0.0015)


@given(less=amounts, more=amounts)
def test_more_pleases_more_with_falling_returns(less: float, more: float) -> None:
    low, high = sorted((less, more))
    middle = benefits.enjoyed((low + high) / 2.0, 1000.0, 0.003)
    ends = benefits.enjoyed(low, 1000.0, 0.003), benefits.enjoyed(high, 1000.0, 0.003)
    assert 0.0 <= ends[0] <= ends[1] < 0.003
    assert middle >= (ends[0] + ends[1]) / 2.0 - 1e-15


def test_silent_partners_cost_as_much_as_others() -> None:
    assert benefits.cost(500.0, 40.0, 60.0) == 50_000.0
