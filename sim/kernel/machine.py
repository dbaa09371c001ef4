"""Three machine operations that Python lacks: fused multiply-add, and a number as bits and back.

For compiled code. With NUMBA_DISABLE_JIT=1 they are plain Python, and ``fma`` rounds twice.
"""

from collections.abc import Callable
from typing import Any, Final

import llvmlite.ir
import numba
import numpy as np
from numba.extending import intrinsic

from sim.kernel.compile import INTERPRETED


def _fma_code(typing: Any, a: Any, b: Any, c: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.fma(*args)

    return numba.float64(numba.float64, numba.float64, numba.float64), generate


def _bits_code(typing: Any, x: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.bitcast(args[0], llvmlite.ir.IntType(64))

    return numba.uint64(numba.float64), generate


def _number_code(typing: Any, bits: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.bitcast(args[0], llvmlite.ir.DoubleType())

    return numba.float64(numba.uint64), generate


def _plain_fma(a: float, b: float, c: float) -> float:
    return a * b + c


def _plain_bits(x: float) -> np.uint64:
    return np.float64(x).view(np.uint64)


def _plain_number(bits: np.uint64) -> float:
    return float(np.uint64(bits).view(np.float64))


_intrinsic: Any = intrinsic

fma: Final[Callable[[float, float, float], float]] = _plain_fma if INTERPRETED else _intrinsic(_fma_code)
"""``a * b + c``, rounded once."""

bits_of: Final[Callable[[float], np.uint64]] = _plain_bits if INTERPRETED else _intrinsic(_bits_code)
"""The 64 bits of a float64 as an unsigned integer."""

number_of: Final[Callable[[np.uint64], float]] = _plain_number if INTERPRETED else _intrinsic(_number_code)
"""The float64 with these 64 bits."""
