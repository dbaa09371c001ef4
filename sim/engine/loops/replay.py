"""Replay: run with today's recorded behaviour or beliefs under new rules."""

from typing import Any, Final

from sim.engine.layout import S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop

NONE: Final = 0
RECORD: Final = 1
BEHAVIOUR: Final = 2
BELIEFS: Final = 3

FIELDS: Final = (
    "share_p", "share_s", "willing", "hold", "register", "retiming", "ahead",
    "trust", "bond", "understanding", "belief",
)  # fmt: skip
"""What a tape holds of every partner and week: behaviour first, then beliefs."""
FIRST_BELIEF: Final = 7


@loop
def beliefs(row: Any, x: Any, mode: int) -> None:
    """What partners believe at this point of the week, and whether they sell for us."""
    if mode != NONE:
        _field(row, 2, x, S.willing, mode)
        _field(row, 7, x, S.trust, mode)
        _field(row, 8, x, S.bond, mode)
        _field(row, 9, x, S.understanding, mode)
        _field(row, 10, x, S.belief, mode)


@loop
def behaviour(row: Any, x: Any, z: Any, mode: int) -> None:
    """How partners split their effort, hold deals and register them."""
    if mode != NONE:
        _field(row, 0, x, S.share_p, mode)
        _field(row, 1, x, S.share_s, mode)
        _field(row, 3, x, S.hold, mode)
        _field(row, 4, z, Z.register, mode)


@loop
def dates(row: Any, z: Any, mode: int) -> None:
    """How partners move deals between periods."""
    if mode != NONE:
        _field(row, 5, z, Z.retiming, mode)


@loop
def orders(row: Any, z: Any, mode: int) -> None:
    """What partners order ahead."""
    if mode != NONE:
        _field(row, 6, z, Z.ahead, mode)


@loop
def _field(row: Any, field: int, source: Any, place: int, mode: int) -> None:
    plays = BELIEFS if field >= FIRST_BELIEF else BEHAVIOUR
    at = field * BLOCK
    if mode == RECORD:
        for j in range(BLOCK):
            row[at + j] = source[place + j]
    elif mode == plays:
        for j in range(BLOCK):
            source[place + j] = row[at + j]
