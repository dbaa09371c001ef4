"""YAML text into plain data with line numbers, refusing everything that is more than data."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any, Final, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from sim.schema.errors import Problem, SchemaError

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 20
Place = tuple[str | int, ...]


@dataclass
class Document:
    """The data of one file and where each value stands.

    Parameters
    ----------
    label : the file as the user knows it
    data : mappings, lists, texts, numbers, switches and nothing else
    lines : path of keys and indices → (label, line from 1)
    problems : what is wrong with single values
    reported : the places they are at
    """

    label: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, tuple[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reported: set[Place] = field(default_factory=set)

    def where(self, place: Place) -> tuple[str, int]:
        """Label and line of a value, or of the nearest value around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, (self.label, 0))

    def report(self, kind: str, place: Place, at: Place | None = None, **details: str) -> None:
        """Note a problem with the value at a place; told at `at` if the value comes from another file."""
        label, line = self.where(place)
        if at is not None and label != self.label:
            label, line = self.where(at)
        self.problems.append(Problem(kind, label, line, dotted(place), **details))
        self.reported.add(place)

    def raw(self, place: Place) -> Any:
        """The value at a place as the file has it, or None."""
        value: Any = self.data
        for part in place:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def dotted(place: Place) -> str:
    """`("rebate", "steps", 0, "rate_share")` as `rebate.steps[0].rate_share`."""
    text = ""
    for part in place:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_bytes(path: Path, label: str) -> bytes:
    """The content of a file of tolerable size.

    Raises
    ------
    SchemaError : for a folder, a file that is not there or not readable, or one that is too large
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        _refuse(Problem("folder", label))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        _refuse(Problem("unreadable", label, found=reason or type(error).__name__))


def parse(content: bytes, label: str) -> Document:
    """Turn the bytes of a YAML file into a document.

    Parameters
    ----------
    content : the file
    label : the file as the user knows it

    Raises
    ------
    SchemaError : when the file as a whole cannot be used
    """
    text = _text(content, label)
    try:
        return _Reader(text, label).document()
    except MarkedYAMLError as error:
        _refuse(Problem("yaml", label, _line(error.problem_mark), found=str(error.problem)))
    except YAMLError as error:
        _refuse(Problem("yaml", label, found=str(error).splitlines()[0]))


def _text(content: bytes, label: str) -> str:
    if len(content) > MAX_BYTES:
        size = MAX_BYTES // 1024
        _refuse(Problem("large", label, found=f"more than {size}", allowed=str(size)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(Problem("encoding", label))


class _Reader:
    """Follows the events of a YAML text; the depth of its recursion is bounded by `MAX_DEPTH`."""

    def __init__(self, text: str, label: str) -> None:
        yaml = YAML(typ="safe", pure=True)
        self.events: Iterator[Any] = iter(yaml.parse(text))
        self.resolver = yaml.resolver
        self.result = Document(label)

    def document(self) -> Document:
        label = self.result.label
        start = self._next_but(StreamStartEvent, DocumentStartEvent)
        if isinstance(start, StreamEndEvent) or (isinstance(start, ScalarEvent) and not start.value):
            _refuse(Problem("empty", label))
        if not isinstance(start, MappingStartEvent):
            found = "a list" if isinstance(start, SequenceStartEvent) else "a single value"
            _refuse(
                Problem(
                    "type", label, _line(start.start_mark), found=found, allowed="field names with values"
                )
            )
        self.result.data = self._value(start, ())
        after = self._next_but(DocumentEndEvent)
        if not isinstance(after, StreamEndEvent):
            _refuse(Problem("several", label, _line(after.start_mark)))
        return self.result

    def _next_but(self, *skipped: type[Event]) -> Any:
        return next(event for event in self.events if not isinstance(event, skipped))

    def _value(self, event: Event, place: Place) -> Any:
        self._refuse_machinery(event, place)
        self.result.lines.setdefault(place, (self.result.label, _line(event.start_mark)))
        if isinstance(event, MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, SequenceStartEvent):
            items = iter(self.events.__next__, None)
            inside = takewhile(lambda item: not isinstance(item, SequenceEndEvent), items)
            return [self._value(item, (*place, index)) for index, item in enumerate(inside)]
        return self._scalar(event, place)

    def _mapping(self, place: Place) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(key := next(self.events), MappingEndEvent):
            self._refuse_machinery(key, place)
            name = key.value if isinstance(key, ScalarEvent) else ""
            if not isinstance(key, ScalarEvent):
                self._refuse_at(key, "type", found="a list or mapping as a name", allowed="plain names")
            if name in data:
                self._note_duplicate(key, (*place, name))
                self._value(next(self.events), (*place, name))
                continue
            self.result.lines[*place, name] = (self.result.label, _line(key.start_mark))
            data[name] = self._value(next(self.events), (*place, name))
        return data

    def _scalar(self, event: Any, place: Place) -> Any:
        text = str(event.value)
        kind = str(self.resolver.resolve(ScalarNode, text, event.implicit)).rpartition(":")[2]
        if kind == "bool":
            return text.lower() in {"true", "yes", "on"}
        if kind == "null":
            return None
        if kind not in {"int", "float"}:
            return text
        number = _number(text.replace("_", ""), whole=kind == "int")
        if number is None:
            self.result.report("nan", place, found=text[:40])
        return number

    def _note_duplicate(self, event: Event, place: Place) -> None:
        problem = Problem("duplicate", self.result.label, _line(event.start_mark), dotted(place))
        self.result.problems.append(problem)

    def _refuse_machinery(self, event: Event, place: Place) -> None:
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            self._refuse_at(event, "alias")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag:
            self._refuse_at(event, "tag", found=str(event.tag).replace("tag:yaml.org,2002:", "!!"))
        if len(place) > MAX_DEPTH:
            self._refuse_at(event, "deep", allowed=str(MAX_DEPTH))

    def _refuse_at(self, event: Event, kind: str, **details: str) -> NoReturn:
        _refuse(Problem(kind, self.result.label, _line(event.start_mark), **details))


def _number(text: str, whole: bool) -> int | float | None:
    """A finite number, or None."""
    try:
        number = (
            int(text, 0 if text.lstrip("+-")[:2].lower() in {"0x", "0o", "0b"} else 10)
            if whole
            else float(text)
        )
        return number if math.isfinite(number) else None
    except (ValueError, OverflowError):
        return None


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark is not None else 0


def _refuse(problem: Problem) -> NoReturn:
    raise SchemaError([problem])
