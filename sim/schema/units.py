"""File notation into weeks, shares and plain numbers: one rule for each unit."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

PERIODS_PER_YEAR: Final = {"yr": 1, "year": 1, "quarter": 4, "month": 12, "week": 52}
_PERCENT: Final = {"": Fraction(1), "%": Fraction(1, 100)}
_MONEY: Final = {"": Fraction(1), "k": Fraction(10**3), "m": Fraction(10**6), "bn": Fraction(10**9)}
_TIME: Final = {
    "d": Fraction(1, 7),
    "w": Fraction(1),
    "month": Fraction(52, 12),
    "months": Fraction(52, 12),
    "y": Fraction(52),
}
_NOTATION: Final = re.compile(
    r"(?P<number>[+-]?(?:[0-9]{1,15}\.?[0-9]{0,15}|\.[0-9]{1,15}))"
    r"\s*(?P<suffix>%|[a-z]*)\s*(?:/\s*(?P<period>[a-z]+))?",
    re.IGNORECASE,
)


class NotationError(ValueError):
    """A text that is no amount of the field's unit; `example` shows one that is."""

    def __init__(self, example: str, quoted: bool = False) -> None:
        super().__init__(example)
        self.example = example
        self.quoted = quoted


@dataclass(frozen=True)
class Unit:
    """How one unit may be written in a file.

    Parameters
    ----------
    example : a text in this notation
    suffixes : what may follow the number, with its size in the unit
    per : the unit's own period, if it has one
    compound : True for chances and decays, which do not add up over time
    whole : True for deadlines, which end with the week
    """

    example: str
    suffixes: Mapping[str, Fraction] = field(default_factory=dict)
    per: str | None = None
    compound: bool = False
    whole: bool = False


UNITS: Final[dict[str, Unit]] = {
    "share": Unit("6 %", _PERCENT),
    "points": Unit("1.5 pts", {"pts": Fraction(1)}),
    "chance per year": Unit("6 %/yr", _PERCENT, "year", compound=True),
    "chance per month": Unit("2 %/month", _PERCENT, "month", compound=True),
    "chance per week": Unit(".10/month", _PERCENT, "week", compound=True),
    "per year": Unit("6 %/yr", _PERCENT, "year"),
    "per quarter": Unit("5/quarter", _PERCENT, "quarter"),
    "per month": Unit("2/month", _PERCENT, "month"),
    "per week": Unit("1/week", _PERCENT, "week"),
    "weeks": Unit("90 d", _TIME),
    "deadline weeks": Unit("90 d", _TIME, whole=True),
    "hours": Unit("24 h", {"h": Fraction(1), "d": Fraction(24)}),
    "¤": Unit("50k", _MONEY),
    "¤ list": Unit("50k", _MONEY),
    "¤ per year": Unit("130k", _MONEY, "year"),
    "¤ list per year": Unit("300k", _MONEY, "year"),
}


def read_amount(text: str, unit: str) -> float | int:
    """Turn a text in file notation into a number of `unit`.

    Parameters
    ----------
    text : such as `90 d`, `6 %/yr`, `1.5m`
    unit : the field's unit; a unit outside `UNITS` is written as a plain number only

    Returns
    -------
    the amount; whole weeks for deadlines

    Raises
    ------
    NotationError : when the text is no amount of that unit
    """
    rule = UNITS.get(unit, Unit("1"))
    match = _NOTATION.fullmatch(text.strip())
    if match is None:
        raise NotationError(rule.example)
    suffix, period = match["suffix"].lower(), (match["period"] or "").lower()
    if not suffix and not period:
        raise NotationError(rule.example, quoted=True)
    if suffix not in rule.suffixes or (period and not (rule.per and period in PERIODS_PER_YEAR)):
        raise NotationError(rule.example)
    return _converted(Fraction(match["number"]) * rule.suffixes[suffix], rule, period)


def _converted(amount: Fraction, rule: Unit, period: str) -> float | int:
    if rule.whole:
        return math.ceil(amount)
    if rule.per is None or not period:
        return float(amount)
    ratio = Fraction(PERIODS_PER_YEAR[period], PERIODS_PER_YEAR[rule.per])
    if not rule.compound or ratio == 1:
        return float(amount * ratio)
    if not 0 <= amount <= 1:
        raise NotationError(rule.example)
    return 1.0 - math.pow(1.0 - float(amount), float(ratio))


def weekly_chance(chance_per_year: float) -> float:
    """Chance within one week of what happens with `chance_per_year` (share, 0 to 1) within a year."""
    return 1.0 - math.pow(1.0 - chance_per_year, 1.0 / 52.0)


def weekly_rate(rate_per_year: float) -> float:
    """Events or growth per week at `rate_per_year`."""
    return rate_per_year / 52.0


def weekly_decay(decay_per_month: float) -> float:
    """Share lost within one week at `decay_per_month` (share, 0 to 1) lost within a month."""
    return 1.0 - math.pow(1.0 - decay_per_month, 12.0 / 52.0)
