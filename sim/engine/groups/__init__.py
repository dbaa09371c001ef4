"""The week in six groups of loops, each compiled by itself; ``driver`` calls them block by block.

Arguments have the same names everywhere: ``x`` state, ``f`` facts, ``d`` facts of this future, ``z`` scratch,
``lev`` levers, ``par`` parameters, ``vend`` the vendor's figures, ``now`` the calendar of this week, ``all_`` what
all partners share, ``row`` what is recorded or replayed of the week.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final

NAMES: Final = ("meeting", "planning", "selling", "closing", "paying", "relating")
"""The groups in the order of the week; each is a function in the module of its name."""


@cache
def groups() -> tuple[Callable[..., None], ...]:
    """All groups, compiled or read from disk at the first call."""
    return tuple(compiled(name) for name in NAMES)


def compiled(name: str) -> Any:
    """One group."""
    return getattr(import_module(f"{__name__}.{name}"), name)
