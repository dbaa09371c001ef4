"""Sums are taken in one fixed order."""

from __future__ import annotations

import numba
import numpy as np
import pytest

from sim.kernel.block import LANES
from sim.kernel.sums import fold


def halved(lanes):
    """The same sum, written with arrays."""
    while len(lanes) > 1:
        half = len(lanes) // 2
        lanes = lanes[:half] + lanes[half:]
    return lanes[0]


@pytest.fixture
def lanes():
    """Numbers of very different size, so the order of adding shows."""
    rng = np.random.default_rng(5)
    return rng.normal(size=3 * LANES) * 10.0 ** rng.integers(-3, 4, 3 * LANES)


@numba.njit
def fold_in_compiled_code(lanes, at):
    return fold(lanes, at)


def test_the_order_is_by_halves(lanes):
    for at in (0, 1, 13, 2 * LANES):
        assert fold(lanes, at) == halved(lanes[at : at + LANES])


def test_another_order_would_give_another_sum(lanes):
    in_turn = np.add.accumulate(lanes[:LANES])[-1]
    by_neighbours = lanes[:LANES].reshape(2, -1).T.ravel()
    assert fold(lanes, 0) != in_turn
    assert fold(lanes, 0) != fold(np.roll(by_neighbours, 3), 0)


def test_python_callers_get_the_bits_of_compiled_code(lanes):
    assert fold_in_compiled_code(lanes, 9) == fold(lanes, 9)


def test_the_lanes_are_left_as_they_were(lanes):
    before = lanes.copy()
    fold(lanes, 3)
    assert lanes.tolist() == before.tolist()
