"""Sums in a fixed order, so totals do not depend on the machine or the number of threads."""

from typing import Any

from sim.kernel.compile import inlined, phase


@phase()
def fold(lanes: Any, at: int) -> float:
    """Sum of the 128 numbers from position `at`, by halves: distance 64 first, then 32, 16, 8, 4, 2, 1."""
    total: float = _sixty_four(lanes, at) + _sixty_four(lanes, at + 1)
    return total


@inlined
def _sixty_four(lanes: Any, at: int) -> Any:
    even = _sixteen(lanes, at) + _sixteen(lanes, at + 4)
    return even + (_sixteen(lanes, at + 2) + _sixteen(lanes, at + 6))


@inlined
def _sixteen(lanes: Any, at: int) -> Any:
    return (_four(lanes, at) + _four(lanes, at + 16)) + (_four(lanes, at + 8) + _four(lanes, at + 24))


@inlined
def _four(lanes: Any, at: int) -> Any:
    return (lanes[at] + lanes[at + 64]) + (lanes[at + 32] + lanes[at + 96])
