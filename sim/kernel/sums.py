"""Sums in a fixed order, so totals do not depend on the machine or the number of threads."""

from typing import Any

from sim.kernel.compile import inlined, phase


@phase()
def fold(lanes: Any, at: int) -> float:
    """Sum of the 16 numbers from position `at`, by halves: distance 8 first, then 4, 2, 1."""
    total: float = _eight(lanes, at) + _eight(lanes, at + 1)
    return total


@inlined
def _eight(lanes: Any, at: int) -> Any:
    return (_two(lanes, at) + _two(lanes, at + 4)) + (_two(lanes, at + 2) + _two(lanes, at + 6))


@inlined
def _two(lanes: Any, at: int) -> Any:
    return lanes[at] + lanes[at + 8]
