"""Help for a lever in three depths: the sentence, the facts, the rule that reads it."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from sim.kernel.compile import RULES
from sim.schema.fields import ASSUMPTION, Meta
from sim.text.catalogue import language, say, speaking
from sim.text.levers import choice_meaning, choice_name, lever_band, lever_entries, lever_meta, lever_value
from sim.ui.parts.entry import bounds_text, written

_ORDINALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def help_of(path: str) -> Mapping[str, Any]:
    """What can be said about a lever, apart from its rule.

    Parameters
    ----------
    path : of the lever

    Returns
    -------
    sentence; facts as pairs of a label and a text; rule, the name for `rule_help`, empty where none reads it
    """
    return _help(path, language())


@cache
def _help(path: str, spoken: str) -> Mapping[str, Any]:
    meta = lever_meta(path)
    with speaking(spoken):
        if meta.kind != "lever":
            return {"sentence": say("parts.start_help"), "facts": [], "rule": ""}
        return {"sentence": meta.says, "facts": _facts(path, meta), "rule": meta.rule or ""}


def _facts(path: str, meta: Meta) -> list[tuple[str, str]]:
    facts = [*_range_facts(path, meta), *_choice_facts(lever_entries()[path].options)]
    if meta.principle:
        facts.append((say("parts.about"), say(f"parts.principle.{_ORDINALS[meta.principle - 1]}")))
    return [*facts, (say("parts.source"), _source(meta))]


@cache
def rule_help(name: str) -> Mapping[str, Any]:
    """What a file of rules is about.

    Parameters
    ----------
    name : of a module below sim.rules

    Returns
    -------
    about, its first paragraph; functions, pairs of a name and one line
    """
    module = import_module(f"sim.rules.{name}")
    functions = [rule for rule in RULES.values() if rule.__module__ == module.__name__]
    return {
        "name": name,
        "about": _paragraph(module),
        "functions": [(rule.__name__, _line(rule)) for rule in functions],
    }


def _range_facts(path: str, meta: Meta) -> list[tuple[str, str]]:
    if meta.low is None:
        return []
    facts = [(say("parts.bounds"), bounds_text(path))] if path != "rebate.steps" else []
    default = lever_entries()[path].default
    if default not in ((), None):
        facts.append((say("parts.default"), lever_value(path, default)))
    if meta.typical and path != "rebate.steps":
        facts.append((say("parts.typical"), written(path, meta.typical)))
    if meta.words:
        facts.append((say("parts.words"), _words(path, meta)))
    return facts


def _words(path: str, meta: Meta) -> str:
    above = [lever_band(path, edge) for edge in (*meta.words, (meta.words[-1] + 1) * 2)]
    upper = [
        say("parts.band_to", word=word, edge=written(path, edge))
        for word, edge in zip(above, meta.words, strict=False)
    ]
    return ", ".join([*upper, say("parts.band_above", word=above[-1])])


def _choice_facts(options: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(choice_name(word), choice_meaning(word)) for word in options]


def _source(meta: Meta) -> str:
    if meta.source == ASSUMPTION:
        return say("parts.grade.assumption")
    return say("parts.sourced", source=meta.source, grade=say(f"parts.grade.{meta.grade.lower()}"))


def _paragraph(documented: object) -> str:
    return " ".join((inspect.getdoc(documented) or "").partition("\n\n")[0].split())


def _line(documented: object) -> str:
    return _paragraph(documented).partition("; arguments as in")[0].partition(" Source:")[0].replace("``", "")
