"""One future, week after week, in the compiled engine."""

from functools import cache
from importlib import import_module
from typing import Any

from sim.engine.groups import groups
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.kernel.compile import INTERPRETED


def run_future(
    world: World,
    designs: Designs,
    future: Future,
    weeks: Weeks,
    memory: Memory,
    room: Room,
    record: Record,
    mode: int,
) -> None:
    """All weeks of one future; ``memory`` and ``record`` are changed in place."""
    loops = groups()
    _run_weeks()(*loops, world, designs, future, weeks, memory, room, record, mode)


@cache
def _run_weeks() -> Any:
    """The compiled weeks, entered without looking up the kinds of their arguments at every call."""
    compiled = import_module("sim.engine.groups.weeks").run_weeks  # compiled when it is imported
    return compiled if INTERPRETED else next(iter(compiled.overloads.values())).entry_point
