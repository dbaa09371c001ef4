"""Levers in words: their names, their choices, their values in the units people use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from babel import Locale
from babel.numbers import format_decimal

from sim.schema.catalogue import Entry, as_data, catalogue
from sim.schema.comparison import Design
from sim.schema.fields import Meta
from sim.schema.programme import Programme
from sim.text.catalogue import language, say, say_count
from sim.text.numbers import MINUS

START: Final = "start_week"
"""Path of the one lever that belongs to a design and not to its programme."""
TOGETHER: Final = " / "
_SPOKEN: Final = {
    "share": "percent",
    "weeks": "days",
    "deadline weeks": "weeks",
    "hours": "hours",
    "per month": "month",
    "per quarter": "quarter",
    "per year": "yearly",
    "per 100 enrolled partners": "partners",
    "chance": "percent",
    "exponent of size": "exponent",
    "hours per week": "workload",
    "¤": "money",
    "¤ list": "money",
    "¤ list per year": "yearly",
    "¤ per year": "yearly",
}
# A unit does not say of what a share is taken.
_OF: Final = {
    "registration.points_share": "points",
    "rebate.target_growth_share": "growth",
    "rewards.solution_share": "net",
    "rewards.new_logo_share": "net",
    "rewards.growth_share": "more",
    "rewards.funds_share": "net",
}
_NOTHING: Final = {
    "rebate.cap_target": "levers.uncapped",
    "occasions.conference_fee": "levers.no_fee",
    "transition.reversed_after_weeks": "levers.never",
    START: "levers.at_once",
}
_SIGNED: Final = ("points", "growth")
_COUNTED: Final = ("days", "weeks", "hours", "workload")
_SCALES: Final = ((1e9, "billions"), (1e6, "millions"), (1e3, "thousands"), (1.0, "money"))
_PLURALS: Final = (0, 1, 2, 5)  # one number for each plural form of the languages we speak
_DIGITS: Final = 2
_KEPT: Final = 2048  # formatted numbers kept in memory: a panel shows about a hundred


@dataclass(frozen=True)
class Form:
    """How the numbers of one lever read, in plain data, so that a page can read them while a handle moves.

    Parameters
    ----------
    scales : (from which size, divided by what, text around the number), largest first
    texts : plural form → text around the whole; gettext's `{number}` stands for the number
    signed : a plus is shown as well
    nothing : text for zero; empty where zero reads like any number
    digits : decimals at most
    """

    scales: tuple[tuple[float, float, str], ...]
    texts: Mapping[str, str]
    signed: bool
    nothing: str
    digits: int = _DIGITS


@cache
def lever_entries() -> Mapping[str, Entry]:
    """Every lever by its path, in the order of the schema; the start of a design last.

    The parts of a rebate step stand under `rebate.steps[].…`.
    """
    entries = {entry.path: entry for entry in catalogue(Programme) if entry.meta}
    start = next(entry for entry in catalogue(Design) if entry.path == START)
    return {**entries, START: start}


def lever_meta(path: str) -> Meta:
    """Unit, bounds, sentence and source of a lever.

    Raises
    ------
    KeyError : for a path that is no lever
    """
    meta = lever_entries()[path].meta
    if meta is None:
        raise KeyError(path)
    return meta


def lever_name(path: str) -> str:
    """Plain name of a lever.

    Raises
    ------
    KeyError : for a path that is no lever
    """
    return say(f"levers.name.{_slug(path)}")


def group_name(part: str) -> str:
    """Plain name of a part of a programme, such as `rebate`."""
    return say(f"levers.group.{part}")


def choice_name(word: str) -> str:
    """Plain name of a choice, such as `named-accounts`."""
    return say(f"levers.choice.{_slug(word)}")


def choice_meaning(word: str) -> str:
    """What a choice does, in a few words."""
    return say(f"levers.meaning.{_slug(word)}")


def lever_value(path: str, value: Any) -> str:
    """A lever's value as people write it: 22 / 25 / 28 / 31 %, named accounts, 60 days, +8 points.

    Parameters
    ----------
    path : dotted path; `rebate.steps[].rate_share` for a part of a step
    value : as the programme or a file holds it, in the lever's unit

    Raises
    ------
    KeyError : for a path that is no lever
    """
    entry, value = lever_entries()[path], as_data(value)
    if isinstance(value, bool):
        return say("levers.on") if value else say("levers.off")
    if entry.options:
        return choice_name(value)
    if path == "rebate.steps":
        return ", ".join(map(_step, value)) or say("levers.no_steps")
    return numbers_text(lever_form(path), value if isinstance(value, list) else [value])


def lever_band(path: str, value: float) -> str:
    """The word band of a number, such as `medium`; empty where the lever has none."""
    word = lever_meta(path).word(value)
    return say(f"levers.band.{_slug(word)}") if word else ""


def numbers_text(form: Form, numbers: Sequence[float]) -> str:
    """One number or several of a kind in one text, the unit once.

    Parameters
    ----------
    form : how they read
    numbers : in the unit of the lever
    """
    if form.nothing and not any(numbers):
        return form.nothing
    pieces, last = [], 0.0
    for number in numbers:
        _, divisor, text = next((s for s in form.scales if abs(number) >= s[0]), form.scales[-1])
        last = round(abs(number) / divisor, form.digits)
        sign = MINUS if number < 0 and last else "+" if form.signed and last else ""
        pieces.append(sign + text.format(number=_decimal(last, form.digits, language())))
    return form.texts.get(_plural(last, language()), form.texts["other"]).format(number=TOGETHER.join(pieces))


def lever_form(path: str) -> Form:
    """How the numbers of a lever read, in the language spoken now.

    Parameters
    ----------
    path : of a lever that holds numbers
    """
    return _form(path, language())


@cache
def _form(path: str, spoken: str) -> Form:
    unit = lever_meta(path).unit
    kind = _OF.get(path, _SPOKEN.get(unit, "times"))
    nothing = say(_NOTHING[path]) if path in _NOTHING else ""
    digits = 0 if kind == "days" else _DIGITS
    return Form(_scales(unit), _texts(kind, spoken), kind in _SIGNED, nothing, digits)


def _texts(kind: str, spoken: str) -> Mapping[str, str]:
    if kind not in _COUNTED:
        return {"other": say(f"levers.unit.{kind}", number="{number}")}
    form = Locale.parse(spoken).plural_form
    return {form(count): say_count(f"levers.counted.{kind}", count, number="{number}") for count in _PLURALS}


def _scales(unit: str) -> tuple[tuple[float, float, str], ...]:
    if unit.startswith("¤"):
        return tuple((size, size, say(f"numbers.{word}", number="{number}")) for size, word in _SCALES)
    divisor = {"share": 0.01, "chance": 0.01, "weeks": 1 / 7}.get(unit, 1.0)
    return ((0.0, divisor, "{number}"),)


def _step(step: Mapping[str, float]) -> str:
    rate, start = (
        lever_value(f"rebate.steps[].{name}", step[name]) for name in ("rate_share", "from_target")
    )
    return say("levers.step", rate=rate, start=start)


@lru_cache(_KEPT)
def _decimal(number: float, digits: int, spoken: str) -> str:
    return format_decimal(number, format="#,##0." + "#" * digits if digits else "#,##0", locale=spoken)


@lru_cache(_KEPT)
def _plural(number: float, spoken: str) -> str:
    """Plural form of a number; a broken number takes that of several."""
    return str(Locale.parse(spoken).plural_form(int(number) if number == int(number) else 2))


def _slug(path: str) -> str:
    for sign, written in (("[].", "_"), (".", "_"), ("-", "_"), (" ", "_"), ("100", "hundred")):
        path = path.replace(sign, written)
    return path
