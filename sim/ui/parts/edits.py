"""What comes back from the panel, before anything believes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sim.text.catalogue import say
from sim.text.levers import START, lever_entries, lever_meta
from sim.ui.parts.entry import RefusedError, inside, typed

_STEP_PARTS: Final = ("from_target", "rate_share")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Edit:
    """One change asked for at the panel.

    Parameters
    ----------
    path : of a lever
    value : a number in the lever's unit, a list of them, the word of a choice, True or False, or a list of
        steps (`from_target`, `rate_share`); each number inside the lever's own bounds
    """

    path: str
    value: Any


def read_edit(sent: Any, rows: Sequence[Row]) -> Edit | None:
    """Check and convert what a browser sent.

    Parameters
    ----------
    sent : anything; from our own panel a mapping with path and value
    rows : the rows that the panel shows

    Returns
    -------
    the edit, or None for what is not from our panel

    Raises
    ------
    RefusedError : for a typed text that is no value of the lever
    """
    if not isinstance(sent, Mapping):
        return None
    row = next((row for row in rows if row["path"] == sent.get("path")), None)
    if row is None:
        return None
    try:
        return Edit(row["path"], _READERS[row["kind"]](row, sent.get("value")))
    except RefusedError:
        raise
    except (TypeError, LookupError, ValueError, OverflowError):
        return None


def fresh(sent: Any, seen: int) -> list[Any]:
    """The edits in what a browser sent that were not read before, oldest first.

    Parameters
    ----------
    sent : an edit with its number `n`, and under `before` the earlier ones that may have been lost
    seen : highest number read so far
    """
    if not isinstance(sent, Mapping):
        return []
    before = sent.get("before")
    items = [*before, sent] if isinstance(before, list) else [sent]
    return [item for item in items if counter(item) > seen]


def counter(sent: Any) -> int:
    """The number of an edit; 0 for what is none."""
    number = sent.get("n") if isinstance(sent, Mapping) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else 0


def _number(row: Row, value: Any) -> float:
    return _amount(row["path"], value)


def _many(row: Row, value: Any) -> list[float]:
    numbers = list(row["value"])
    if isinstance(value, Mapping):
        numbers[_place(value["at"], numbers)] = _amount(row["path"], value["text"])
        return numbers
    if not isinstance(value, list) or len(value) != len(numbers):
        raise TypeError
    return [_amount(row["path"], number) for number in value]


def _place(value: Any, numbers: Sequence[float]) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < len(numbers):
        raise IndexError
    return value


def _choice(row: Row, value: Any) -> str:
    if value not in lever_entries()[row["path"]].options:
        raise TypeError
    return str(value)


def _switch(_: Row, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _steps(row: Row, value: Any) -> list[dict[str, float]]:
    if not isinstance(value, list):
        raise TypeError
    meta = lever_meta(row["path"])
    if not meta.allows(len(value)):
        raise RefusedError(say("parts.refused.steps", most=int(meta.high or 0)))
    return [{part: _amount(f"{row['path']}[].{part}", step[part]) for part in _STEP_PARTS} for step in value]


def _amount(path: str, value: Any) -> float:
    """A number, or a text that stands for one."""
    if isinstance(value, str):
        return typed(path, value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    whole = isinstance(lever_entries()[path].default, int) or path == START
    return inside(path, int(value) if whole else float(value))


_READERS: Final = {"number": _number, "many": _many, "choice": _choice, "switch": _switch, "steps": _steps}
