"""How much of all sales the largest partners make."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from sim.experiment.measured import TWENTIETHS, of_the_largest


def test_lognormal_partners_concentrate_as_the_normal_law_says() -> None:
    sd, count = 1.1, 200_000
    sizes = np.exp(sd * norm.ppf((np.arange(count) + 0.5) / count))
    found = of_the_largest(sizes[None, :])[0]
    left = np.linspace(0.0, 1.0, TWENTIETHS + 1)
    assert found == pytest.approx(norm.cdf(sd + norm.ppf(left)), abs=1e-3)


def test_equal_partners_sell_their_own_part() -> None:
    assert of_the_largest(np.full((2, 7), 3.0)) == pytest.approx(np.tile(np.linspace(0.0, 1.0, 21), (2, 1)))


def test_one_partner_that_sells_everything() -> None:
    found = of_the_largest(np.array([[0.0, 0.0, 8.0, 0.0]]))[0]
    assert found[5:] == pytest.approx(np.ones(16))
    assert found[1] == pytest.approx(0.2)


def test_without_sales_nobody_has_a_part() -> None:
    assert np.isnan(of_the_largest(np.zeros((1, 3)))).all()


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=60))
def test_parts_grow_ever_more_slowly_up_to_everything(sales: list[float]) -> None:
    steps = np.diff(of_the_largest(np.array([sales]))[0])
    assert steps.sum() == pytest.approx(1.0)
    assert (steps >= -1e-12).all()
    assert (np.diff(steps) <= 1e-9).all()
