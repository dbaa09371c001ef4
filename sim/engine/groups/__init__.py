"""The week in seven groups of loops, each compiled by itself; ``weeks`` calls them block by block.

Arguments have the same names everywhere: ``x`` state, ``f`` facts, ``d`` facts of this future, ``z`` scratch,
``lev`` levers, ``par`` parameters, ``vend`` the vendor's figures, ``now`` the calendar of this week, ``all_``
what all partners share, ``row`` what is recorded or replayed of the week.
"""

import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any, Final

from sim.kernel.compile import INTERPRETED, Pointer, cache_directory

NAMES: Final = ("meeting", "planning", "selling", "closing", "paying", "relating", "joining")
"""The groups in the order of the week; each is a function in the module of its name."""
HELPED: Final = ("meeting", "planning", "relating")
"""Groups that a second process compiles at the same time: about half of the work."""
_ONE_AT_A_TIME: Final = Lock()


def groups() -> tuple[Any, ...]:
    """All groups, compiled or read from disk at the first call; threads that come meanwhile wait."""
    with _ONE_AT_A_TIME:
        return _groups()


@cache
def _groups() -> tuple[Any, ...]:
    marker = cache_directory() / "groups.ready"
    if not INTERPRETED and not marker.exists():
        _compile_in_two_processes()
        marker.touch()
    return tuple(compiled(name) if INTERPRETED else Pointer(compiled(name)) for name in NAMES)


def compiled(name: str) -> Any:
    """One group."""
    return getattr(import_module(f"{__name__}.{name}"), name)


def compile_all(names: Iterable[str]) -> None:
    """Compile some groups and keep them on disk."""
    for name in names:
        compiled(name)


def _compile_in_two_processes() -> None:
    """What the other process could not compile is compiled here, when it is asked for."""
    helper = subprocess.Popen([sys.executable, "-m", "sim.engine.groups", *HELPED])  # noqa: S603 - our own module
    compile_all(name for name in NAMES if name not in HELPED)
    import_module(f"{__name__}.weeks")
    helper.wait()
