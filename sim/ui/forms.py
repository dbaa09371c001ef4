"""The rows of the lever panel, made from the schema: no lever is described here a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import Any, Final

from sim.schema.catalogue import as_data, value_at
from sim.schema.programme import TIERS, Programme
from sim.text.catalogue import language, say, speaking
from sim.text.levers import (
    START,
    choice_meaning,
    choice_name,
    lever_band,
    lever_entries,
    lever_form,
    lever_meta,
    lever_name,
    lever_value,
)
from sim.ui.parts.entry import written
from sim.ui.parts.helping import help_of
from sim.ui.parts.scale import Scale, scale_of

MAIN: Final = (
    "front.discount_share",
    "rebate.shape",
    "rebate.size",
    "registration.points_share",
    "direct.rule",
    "direct.coverage",
    "rewards.solution_share",
    "contact.calls_per_quarter",
    "rewards.funds_share",
    "transition.notice_weeks",
)
"""The ten main levers, in the order in which they are shown."""
STEPS: Final = "rebate.steps"
_STEP_PARTS: Final = ("from_target", "rate_share")
Row = dict[str, Any]


@dataclass(frozen=True)
class Notes:
    """What is to be said at single levers, as path → sentence.

    Parameters
    ----------
    idle : why a lever does nothing at present
    problems : why a value just entered was refused
    """

    idle: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


def lever_rows(
    today: Programme, design: Programme, start_week: int, *, weeks: int = 156, notes: Notes | None = None
) -> list[Row]:
    """All that the panel shows, as plain data: the main levers first, then the others in the schema's order.

    Parameters
    ----------
    today : the programme the design is measured against
    design : the programme on the panel
    start_week : week in which the design is announced
    weeks : horizon; a design must start before its end
    notes : sentences at single levers

    Returns
    -------
    one row per lever: path, name, kind (number, many, choice, switch, steps), group (empty for a main lever),
    value, text, word, today, today_text, differs, idle, problem, help, and what its kind needs besides
    """
    notes = notes or Notes()
    return [
        _row(path, _value(design, start_week, path), _value(today, 0, path), weeks)
        | {"idle": notes.idle.get(path, ""), "problem": notes.problems.get(path, "")}
        for path in panel_paths()
    ]


@cache
def panel_paths() -> tuple[str, ...]:
    """Paths of all levers that have a row, in the order of the panel."""
    others = [path for path in lever_entries() if path not in MAIN and "[]" not in path]
    return (*MAIN, *others)


def _value(programme: Programme, start_week: int, path: str) -> Any:
    return start_week if path == START else as_data(value_at(programme, path))


def _row(path: str, value: Any, today: Any, weeks: int) -> Row:
    kind, entry = kind_of(path), lever_entries()[path]
    common = {
        "path": path,
        "name": lever_name(path),
        "kind": kind,
        "group": "" if path in MAIN else group_of(path),
        "value": value,
        "text": lever_value(path, value),
        "today": today,
        "today_text": lever_value(path, today),
        "differs": value != today,
        "help": help_of(path),
    }
    if kind in ("choice", "switch"):
        return common | _choice(kind, value, entry.options)
    if kind == "steps":
        return common | _steps(value)
    return common | _number(path, _as_list(value), _as_list(today), weeks)


def group_of(path: str) -> str:
    """Part of a programme that a lever belongs to; the start of a design belongs to the transition."""
    return "transition" if path == START else path.partition(".")[0]


def kind_of(path: str) -> str:
    """How a lever is set: number, many (numbers that move together), choice, switch or steps."""
    entry = lever_entries()[path]
    if path == STEPS:
        return "steps"
    if entry.options:
        return "choice"
    if isinstance(entry.default, bool):
        return "switch"
    return "many" if isinstance(entry.default, tuple) else "number"


def _choice(kind: str, value: Any, options: Sequence[str]) -> Row:
    if kind == "switch":
        return {"word": "", "options": []}
    shown = [{"value": word, "text": choice_name(word)} for word in options]
    return {"word": choice_meaning(value), "options": shown}


def _number(path: str, numbers: list[float], today: list[float], weeks: int) -> Row:
    scale = row_scale(path, weeks)
    middle = scale.middle(numbers)
    return {
        "word": _start_word(numbers[0]) if path == START else lever_band(path, middle),
        "at": round(scale.at(middle), 4),
        "today_at": round(scale.at(scale.middle(today)), 4),
        "entry": written(path, numbers[0]),
        "members": _members(path, numbers) if len(numbers) > 1 else [],
        "fixed": _fixed(path, weeks, language()),
    }


def _start_word(week: float) -> str:
    return say("parts.from_week", number=int(week)) if week else say("parts.from_today")


def _members(path: str, numbers: Sequence[float]) -> list[Row]:
    """The single numbers of a lever, named by tier; thresholds begin above the lowest tier."""
    tiers = TIERS[len(TIERS) - len(numbers) :]
    return [
        {"name": say(f"parts.tier.{tier}"), "entry": written(path, number)}
        for tier, number in zip(tiers, numbers, strict=True)
    ]


@cache
def row_scale(path: str, weeks: int) -> Scale:
    """Scale of a lever's slider; the start of a design ends with the horizon, in weeks."""
    meta = lever_meta(path)
    return scale_of(replace(meta, high=min(meta.high or 0.0, max(weeks - 1, 1))) if path == START else meta)


@cache
def _fixed(path: str, weeks: int, spoken: str) -> Row:
    """What a slider needs that does not change with the value."""
    scale, meta = row_scale(path, weeks), lever_meta(path)
    even = {"low": scale.stops[0], "high": scale.stops[-1], "count": len(scale.stops) - 1}
    with speaking(spoken):
        phrase = {"zero": say("parts.from_today"), "other": say("parts.from_week", number="{number}")}
        form = asdict(lever_form(path))
    return {
        "stops": even if scale.even else {"values": list(scale.stops)},
        "page": scale.page,
        "bands": list(meta.words),
        "phrase": phrase if path == START else None,
        "form": form,
        "whole": meta.unit == "deadline weeks",
    }


def _steps(steps: Sequence[Mapping[str, float]]) -> Row:
    limit = int(lever_meta(STEPS).high or 0)
    shown = [{part: written(_part(part), step[part]) for part in _STEP_PARTS} for step in steps]
    names = {part: lever_name(_part(part)) for part in _STEP_PARTS}
    return {"word": "", "steps": shown, "names": names, "next": _next(steps) if len(steps) < limit else None}


def _next(steps: Sequence[Mapping[str, float]]) -> Row:
    """The step that is offered after the last: one typical step further on, one typical step higher."""
    metas = {part: lever_meta(_part(part)) for part in _STEP_PARTS}
    raised = {
        part: min(steps[-1][part] + (meta.typical or 0.0), meta.high or 0.0) if steps else meta.low or 0.0
        for part, meta in metas.items()
    }
    if not steps:
        raised["rate_share"] = metas["rate_share"].typical or 0.0
    return {part: written(_part(part), raised[part]) for part in _STEP_PARTS}


def _part(name: str) -> str:
    return f"{STEPS}[].{name}"


def _as_list(value: Any) -> list[float]:
    return list(value) if isinstance(value, list) else [value]
