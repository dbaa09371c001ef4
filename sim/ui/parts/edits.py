"""What comes back from the panel, before anything believes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sim.schema.catalogue import as_data, value_at
from sim.schema.programme import Programme
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
    place : of the number that the value stands for, where the lever has several and only one was set
    """

    path: str
    value: Any
    place: int | None = None

    def onto(self, programme: Programme) -> Any:
        """The lever's new value: of several numbers, those not set stay as the programme has them by now."""
        if self.place is None:
            return self.value
        numbers = list(as_data(value_at(programme, self.path)))
        numbers[self.place] = self.value
        return numbers


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
        return _READERS[row["kind"]](row, sent.get("value"))
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


def _number(row: Row, value: Any) -> Edit:
    return Edit(row["path"], _amount(row["path"], value))


def _many(row: Row, value: Any) -> Edit:
    path, numbers = row["path"], row["value"]
    if isinstance(value, Mapping):
        return Edit(path, _amount(path, value["text"]), _place(value["at"], numbers))
    if not isinstance(value, list) or len(value) != len(numbers):
        raise TypeError
    return Edit(path, [_amount(path, number) for number in value])


def _place(value: Any, numbers: Sequence[float]) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < len(numbers):
        raise IndexError
    return value


def _choice(row: Row, value: Any) -> Edit:
    if value not in lever_entries()[row["path"]].options:
        raise TypeError
    return Edit(row["path"], str(value))


def _switch(row: Row, value: Any) -> Edit:
    if not isinstance(value, bool):
        raise TypeError
    return Edit(row["path"], value)


def _steps(row: Row, value: Any) -> Edit:
    if not isinstance(value, list):
        raise TypeError
    path = row["path"]
    meta = lever_meta(path)
    if not meta.allows(len(value)):
        raise RefusedError(say("parts.refused.steps", most=int(meta.high or 0)))
    steps = [{part: _amount(f"{path}[].{part}", step[part]) for part in _STEP_PARTS} for step in value]
    return Edit(path, steps)


def _amount(path: str, value: Any) -> float:
    """A number, or a text that stands for one."""
    if isinstance(value, str):
        return typed(path, value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    whole = isinstance(lever_entries()[path].default, int) or path == START
    return inside(path, int(value) if whole else float(value))


_READERS: Final = {"number": _number, "many": _many, "choice": _choice, "switch": _switch, "steps": _steps}
