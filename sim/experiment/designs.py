"""Designs: programmes to be tried, by name, file or value, and when they start."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sim.schema.catalogue import LABELS, catalogue, differences, value_at
from sim.schema.errors import Problem, SchemaError
from sim.schema.loading import load_programme
from sim.schema.programme import Programme
from sim.text.catalogue import say, say_count
from sim.text.levers import lever_name


@dataclass(frozen=True)
class Design:
    """A programme to be tried.

    Attributes
    ----------
    programme : its levers
    start_week : week in which it is announced, >= 0; without notice it replaces today's programme then
    """

    programme: Programme
    start_week: int = 0

    @property
    def launch_week(self) -> int:
        """Week in which it replaces today's programme."""
        return self.start_week + self.programme.transition.notice_weeks


AnyDesign = Design | Programme | str | Path
"""A design, or a programme that starts in week 0: as a value, a shipped name or a file."""


def as_design(given: AnyDesign) -> Design:
    """The design that is meant.

    Raises
    ------
    SchemaError : no such programme, or a file that cannot be used
    """
    if isinstance(given, Design):
        return given
    return Design(given if isinstance(given, Programme) else load_programme(given))


def as_designs(given: Iterable[AnyDesign]) -> tuple[Design, ...]:
    """The designs that are meant.

    Raises
    ------
    SchemaError : everything that is wrong with any of them
    """
    found: list[Design] = []
    problems: list[Problem] = []
    for one in given:
        try:
            found.append(as_design(one))
        except SchemaError as error:
            problems += error.problems
    if problems:
        raise SchemaError(problems)
    return tuple(found)


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names, with a number behind those that came before."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)


def levers_of(programme: Programme) -> dict[str, Any]:
    """All levers of a programme as plain values, without what it is called."""
    return programme.model_dump(mode="json", exclude=set(LABELS))


@dataclass(frozen=True)
class LeverChange:
    """One lever in which programmes differ.

    Attributes
    ----------
    path : of the lever
    values : its value by name of the programme
    """

    path: str
    values: Mapping[str, Any]


@cache
def lever_paths() -> tuple[str, ...]:
    """Paths of all levers, in the order of the schema; the steps of a rebate are one lever."""
    return tuple(entry.path for entry in catalogue(Programme) if entry.meta and "[]" not in entry.path)


def lever_changes(programmes: Mapping[str, Programme]) -> tuple[LeverChange, ...]:
    """Levers in which programmes differ from the first, in the order of the schema.

    Parameters
    ----------
    programmes : by name, today's first
    """
    today, *tried = programmes.values()
    moved = {path for programme in tried for path in differences(today, programme)}
    return tuple(
        LeverChange(path, {name: value_at(programme, path) for name, programme in programmes.items()})
        for path in lever_paths()
        if path in moved
    )


def changed_levers(today: Programme, design: Programme) -> tuple[str, ...]:
    """Paths of the levers in which two programmes differ."""
    return tuple(path for path in differences(today, design) if path not in LABELS)


def why_still(today: Design, design: Design, weeks: int) -> str:
    """Reason why a design moved nothing."""
    levers = changed_levers(today.programme, design.programme)
    if not levers:
        return say("headline.same_levers")
    if design.start_week >= weeks:
        return say_count("headline.starts_late", weeks, start=design.start_week)
    return say("headline.reaches_nobody", levers=", ".join(map(lever_name, levers)))
