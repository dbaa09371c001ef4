"""A scene as the parameters of a link, and back. Sales of real partners never enter a link."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel

from sim.experiment.outcomes import BY_NAME
from sim.experiment.request import LIMITS
from sim.schema.catalogue import as_data, differences
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.loading import list_scenarios
from sim.schema.programme import Programme
from sim.text.levers import START
from sim.ui import shipped
from sim.ui.scene import LETTERS, PARTS, Draft, Scene, opening

DEFAULT_TODAY: Final = "weak-rules"
MOST_CHARACTERS: Final = 20_000
"""Longest parameter that is read; a whole programme written out has a tenth of it."""

PSEUDONYM: Final = re.compile(r"P-[0-9]{1,7}")

_BASE: Final = "from"
Query = Mapping[str, str]


def to_query(scene: Scene) -> dict[str, str]:
    """Parameters of a link that brings the scene back: only what differs from the opening scene."""
    plain = opening(shipped.programme(DEFAULT_TODAY))
    query = {"today": _written(scene.today)} if scene.today != plain.today else {}
    if not _is_today(scene):
        query["design"] = _written_draft(scene.draft, scene.today)
    for letter, draft in zip(LETTERS, scene.tried, strict=False):
        query[letter.lower()] = _written_draft(draft, scene.today)
    for name in ("market", "weeks", "seed", "chosen", "letter", "part", "lesson", "partner"):
        if getattr(scene, name) != getattr(plain, name):
            query[name] = str(getattr(scene, name))
    return query


def from_query(query: Query) -> tuple[Scene, tuple[str, ...]]:
    """The scene of a link.

    Returns
    -------
    scene, and the names of parameters that could not be used; they are left out
    """
    reading = _Reading(query)
    today = reading.get("today", _read_today) or shipped.programme(DEFAULT_TODAY)
    scene = opening(today)
    draft = reading.get("design", lambda text: _read_draft(text, today))
    tried = [reading.get(letter.lower(), lambda text: _read_draft(text, today)) for letter in LETTERS]
    scene = replace(scene, draft=draft or scene.draft, tried=tuple(one for one in tried if one))
    market = reading.get("market", lambda text: _one_of(text, list_scenarios()["markets"]))
    chosen = reading.get("chosen", lambda text: _one_of(text, tuple(BY_NAME)))
    letter = reading.get("letter", lambda text: _one_of(text, tuple(LETTERS[: len(scene.tried)])))
    part = reading.get("part", lambda text: _one_of(text, PARTS))
    lesson = reading.get("lesson", lambda text: _one_of(text, list_scenarios()["lessons"]))
    scene = replace(scene, letter=letter or "", part=part or "", lesson=lesson or "")
    partner = reading.get("partner", _read_partner)
    scene = replace(scene, partner=partner or "")
    weeks = reading.get("weeks", lambda text: _number(text, *LIMITS["weeks"]))
    seed = reading.get("seed", lambda text: _number(text, *LIMITS["seed"]))
    scene = replace(scene, market=market or scene.market, chosen=chosen or scene.chosen)
    scene = replace(scene, weeks=weeks or scene.weeks, seed=scene.seed if seed is None else seed)
    return scene, tuple(reading.refused)


class _Reading:
    """Reads parameters one by one and remembers those that were no good."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self.refused: list[str] = []

    def get(self, name: str, read: Any) -> Any:
        text = self._query.get(name)
        if text is None:
            return None
        try:
            if len(text) > MOST_CHARACTERS:
                raise ValueError(name)
            return read(text)
        except (ValueError, KeyError, TypeError, RecursionError, SchemaError):
            self.refused.append(name)
            return None


def _is_today(scene: Scene) -> bool:
    return scene.draft.start_week == 0 and not differences(scene.today, scene.draft.programme)


def _written(programme: Programme) -> str:
    """The shipped programme it comes from, and what differs."""
    base = _base(programme)
    return _text({_BASE: base.name} | _changes(base, programme))


def _base(programme: Programme) -> Programme:
    """The shipped programme of that name, or the one the page opens with."""
    return shipped.programme(programme.name if programme.name in shipped.names() else DEFAULT_TODAY)


def _written_draft(draft: Draft, today: Programme) -> str:
    changes = _changes(today, draft.programme)
    return _text(changes | ({START: draft.start_week} if draft.start_week else {}))


def _changes(base: Programme, programme: Programme) -> dict[str, Any]:
    return {path: _as_json(value) for path, (_, value) in differences(base, programme).items()}


def _as_json(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return [one.model_dump(mode="json") for one in value]
    return as_data(value)


def _text(changes: Mapping[str, Any]) -> str:
    return json.dumps(changes, separators=(",", ":"), ensure_ascii=False)


def _read_today(text: str) -> Programme:
    changes = _read(text)
    base = str(changes.pop(_BASE))
    return changed(shipped.programme(base), changes)


def _read_draft(text: str, today: Programme) -> Draft:
    changes = _read(text)
    start = changes.pop(START, 0)
    if type(start) is not int or not 0 <= start < LIMITS["weeks"][1]:
        raise ValueError(START)
    return Draft(changed(today, changes), start)


def _read(text: str) -> dict[str, Any]:
    changes = json.loads(text)
    if not isinstance(changes, dict):
        raise ValueError(text)
    return changes


def _read_partner(text: str) -> str:
    """A pseudonym; no other name of a partner is read from a link or written into one."""
    if not PSEUDONYM.fullmatch(text):
        raise ValueError(text)
    return text


def _one_of(text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise ValueError(text)
    return text


def _number(text: str, low: int, high: int) -> int:
    number = int(text)
    if not low <= number <= high:
        raise ValueError(text)
    return number
