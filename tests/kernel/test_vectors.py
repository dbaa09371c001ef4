"""Loops over partners run on whole vectors and call no library: the speed of the model rests on it."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import pytest

from sim.kernel import vmath
from sim.kernel.block import BLOCK
from sim.kernel.counts import draw_binomial, draw_poisson, new_draws
from sim.kernel.draws import deal_uniform, uniform

pytestmark = pytest.mark.compiled
NAMES = ["exp", "log", "mills", "normal_pdf", "normal_cdf", "inverse_normal"]
NUMBERS, KEYS = numba.float64[::1], numba.uint64[::1]


def block_loop(function: Any, arguments: int) -> Any:
    """One block as the engine works on it: fixed length, offsets into flat arrays."""
    f = function

    def one(x, at, out):
        for j in range(BLOCK):
            out[j] = f(x[at + j])

    def two(x, at, out):
        for j in range(BLOCK):
            out[j] = f(x[0], x[at + j])

    def three(x, at, out):
        for j in range(BLOCK):
            out[j] = f(x[0], x[at + j], x[j])

    return numba.njit(error_model="numpy", fastmath=False)((one, two, three)[arguments - 1])


@pytest.mark.parametrize("name", NAMES)
def test_mathematical_functions_vectorise(name, wide_operations, library_calls):
    loop = block_loop(getattr(vmath, name), 1)
    loop.compile((NUMBERS, numba.int64, NUMBERS))
    assert wide_operations(loop) >= 8
    assert library_calls(loop) == set()


@pytest.mark.parametrize(("function", "arguments"), [(uniform, 2), (deal_uniform, 3)])
def test_draws_vectorise(function, arguments, wide_operations, library_calls):
    loop = block_loop(function, arguments)
    loop.compile((KEYS, numba.int64, NUMBERS))
    assert wide_operations(loop) >= 1
    assert library_calls(loop) == set()


def test_lists_of_counts_vectorise(wide_operations, library_calls):
    @numba.njit(error_model="numpy")
    def poissons(draws, count):
        draw_poisson(draws, count)

    @numba.njit(error_model="numpy")
    def binomials(draws, count):
        draw_binomial(draws, count)

    for loop in (poissons, binomials):
        loop(new_draws(), 40)
        assert wide_operations(loop) >= 20
        assert library_calls(loop) == set()


def test_the_check_sees_a_loop_that_does_not_vectorise(wide_operations, library_calls):
    @numba.njit
    def running(x):
        for j in range(1, len(x)):
            x[j] = np.exp(x[j - 1])

    running.compile((NUMBERS,))
    assert wide_operations(running) == 0
    assert library_calls(running) == {"exp"}
