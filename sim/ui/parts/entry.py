"""What a hand writes into the panel, and what of it is a value of the lever."""

from __future__ import annotations

import re
from typing import Final

from babel.numbers import get_decimal_symbol, get_group_symbol

from sim.schema.fields import plain
from sim.schema.units import NotationError, read_amount
from sim.text.catalogue import language, say
from sim.text.levers import lever_form, lever_meta
from sim.text.numbers import MINUS

_SUFFIX: Final = {
    "share": " %",
    "weeks": " d",
    "deadline weeks": " w",
    "hours": " h",
    "per month": "/month",
    "per quarter": "/quarter",
}
_MONEY: Final = ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
_BARE: Final = re.compile(r"[+-]?(?:[0-9]{1,15}\.?[0-9]{0,15}|\.[0-9]{1,15})")
_LONGEST: Final = 40  # characters of what was typed that are said back
_EXACT: Final = 12  # decimals that tell a bound from a typing


class RefusedError(ValueError):
    """A typed text that is no value of the lever; its text says what would be."""


def written(path: str, number: float) -> str:
    """A number of a lever as a file, or a hand, would write it: 2.8 %, 60 d, 50k.

    Parameters
    ----------
    path : of the lever
    number : in its unit
    """
    unit = lever_meta(path).unit
    if unit.startswith("¤"):
        size, suffix = next(((s, t) for s, t in _MONEY if abs(number) >= s), (1.0, ""))
        return plain(number / size) + suffix
    divisor = lever_form(path).scales[0][1]
    return plain(number / divisor) + ("×" if unit.startswith("multiple") else _SUFFIX.get(unit, ""))


def typed(path: str, text: str) -> float:
    """Read a typed number; a bare number is in the unit shown, so 28 means 28 %.

    Parameters
    ----------
    path : of the lever
    text : file notation (`2.8 %`, `90 d`, `50k`), or what the panel shows

    Returns
    -------
    the number in the lever's unit, inside its bounds

    Raises
    ------
    RefusedError : for anything else
    """
    meta, bare = lever_meta(path), _without_words(path, text)
    try:
        if _BARE.fullmatch(bare):
            number = float(bare) * lever_form(path).scales[-1][1]
            return inside(path, int(-(-number // 1)) if meta.unit == "deadline weeks" else number)
        return inside(path, read_amount(bare, meta.unit))
    except NotationError as error:
        sentence = say("parts.refused.notation", text=text.strip()[:_LONGEST], example=error.example)
        raise RefusedError(sentence) from None


def inside(path: str, number: float) -> float:
    """The number itself, if it lies inside the bounds of the lever.

    Raises
    ------
    RefusedError : outside, or not a number
    """
    meta = lever_meta(path)
    if not meta.allows(round(number, _EXACT)):
        raise RefusedError(
            say("parts.refused.bounds", found=written(path, number)[:_LONGEST], bounds=bounds_text(path))
        )
    return number


def bounds_text(path: str) -> str:
    """The bounds of a lever that holds numbers, in words."""
    meta = lever_meta(path)
    low, high = (written(path, bound or 0.0) for bound in (meta.low, meta.high))
    return say("numbers.range", low=low, high=high)


def _without_words(path: str, text: str) -> str:
    """The text without the words and signs that the panel itself puts around a number."""
    text = text.strip().replace(MINUS, "-").replace("¤", "")
    text = text.replace(get_group_symbol(language()), "").replace(get_decimal_symbol(language()), ".")
    for around in lever_form(path).texts.values():
        before, _, after = (part.strip() for part in around.partition("{number}"))
        if after and text.endswith(after):
            text = text.removesuffix(after).strip()
        text = text.removeprefix(before).strip()
    return text
