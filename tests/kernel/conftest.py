"""Shared by the tests of the kernel: scalar functions in compiled loops, and how their code looks."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import llvmlite.binding
import numba
import numpy as np
import pytest


@functools.cache
def compiled_loop(function: Callable[..., Any], inputs: int) -> Callable[..., Any]:
    """A loop over partners as the engine writes it, compiled afresh so that its machine code can be read."""
    f = function

    def one(a, out):
        for j in range(len(out)):
            out[j] = f(a[j])

    def two(a, b, out):
        for j in range(len(out)):
            out[j] = f(a[j], b[j])

    def three(a, b, c, out):
        for j in range(len(out)):
            out[j] = f(a[j], b[j], c[j])

    return numba.njit(error_model="numpy", fastmath=False)((one, two, three)[inputs - 1])


@pytest.fixture(scope="session")
def in_loop() -> Callable[..., np.ndarray]:
    """Values of a function for arrays of arguments, from a compiled loop."""

    def run(function: Callable[..., Any], *arrays: np.ndarray) -> np.ndarray:
        out = np.empty(len(arrays[0]))
        with np.errstate(over="ignore", invalid="ignore"):
            compiled_loop(function, len(arrays))(*arrays, out)
        return out

    return run


@pytest.fixture(scope="session")
def wide_operations() -> Callable[[Any], int]:
    """How many arithmetic instructions on whole vectors a compiled loop has."""
    features = llvmlite.binding.get_host_cpu_features()
    register = "[yz]mm" if features.get("avx") else r"(xmm|v\d+\.2d)"
    pattern = re.compile(rf"\s(v?(mul|add|sub)pd|vfn?m(add|sub)\d+pd|f(mul|add|mla))\s.*{register}")

    def count(loop: Any) -> int:
        return sum(len(pattern.findall(text)) for text in loop.inspect_asm().values())

    return count


@pytest.fixture(scope="session")
def library_calls() -> Callable[[Any], set[str]]:
    """Which functions of the mathematical library a compiled loop calls."""
    names = r"\b(exp|log|pow|erfc?|fma|round|floor|ldexp|frexp|log1p|expm1)\b"

    def found(loop: Any) -> set[str]:
        lines = "\n".join(loop.inspect_asm().values()).splitlines()
        calls = [line for line in lines if re.search(r"\b(call|movabs|bl|jmp)", line)]
        return {match for line in calls for match in re.findall(names, line)}

    return found
