"""Ticks of axes: round figures, and times counted from now; they are data, so that a specification stays."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Final

import polars as pl
from babel.numbers import format_decimal

from sim.experiment.calendar import WEEKS_PER_MONTH, WEEKS_PER_YEAR
from sim.text.catalogue import language, say, say_count
from sim.text.numbers import MINUS, MONEY

MOST_STEPS_OF_TIME: Final = 3
MONTHS_BELOW_YEARS: Final = 2
_STEPS: Final = (1.0, 2.0, 5.0, 10.0)
_MONTHS: Final = (1, 2, 3, 6, 12)
_SCALES: Final = ((1e9, "numbers.billions"), (1e6, "numbers.millions"), (1e3, "numbers.thousands"))
STICKS_OUT: Final = 0.15
"""Steps by which a value may lie beyond the last tick."""

_SHARES: Final = {"share": "numbers.share", "points": "charts.points"}
_NEARLY: Final = 1e-9


def round_ticks(low: float, high: float, most: int) -> list[float]:
    """Round, evenly spaced figures around the values; a value may stick out by a fraction of a step.

    Parameters
    ----------
    low, high : what has to fit in
    most : largest number of steps between the figures, at least 2

    Returns
    -------
    two figures or more; zero is one of them if it lies between
    """
    if high <= low:
        low, high = (min(low, 0.0), max(high, 0.0)) if low else (-1.0, 1.0)
    power = 10.0 ** floor(log10((high - low) / most))
    sizes = (step * power * ten for ten in (1.0, 10.0) for step in _STEPS)
    size = next(size for size in sizes if _steps(low, high, size) <= most)
    first, last = _first(low, size), _last(high, size)
    return [place * size for place in range(first, max(last, first + 1) + 1)]


def tick_texts(ticks: Sequence[float], unit: str, *, signed: bool = False) -> list[str]:
    """Texts of round figures, all in one scale and with as few decimals as they need.

    Parameters
    ----------
    ticks : evenly spaced, in the unit
    unit : ``¤``, ``share``, ``points`` for differences of shares, or anything else for bare numbers
    signed : show a plus
    """
    key, scale = _written(max(map(abs, ticks)), unit)
    step = (ticks[1] - ticks[0]) / scale
    digits = max(0, ceil(-log10(step) - _NEARLY))
    return [_tick_text(tick / scale, key, digits, signed) for tick in ticks]


def bare(value: float) -> str:
    """A number with the decimals it has, two at most: 1.25."""
    return format_decimal(value, format="#,##0.##", locale=language())


def value_axis(ticks: Sequence[float], unit: str, *, signed: bool = False) -> pl.DataFrame:
    """Columns ``tick`` and ``tick_text`` of an axis of values."""
    return pl.DataFrame({"tick": list(ticks), "tick_text": tick_texts(ticks, unit, signed=signed)})


def time_axis(weeks: int, most: int = MOST_STEPS_OF_TIME) -> pl.DataFrame:
    """Columns ``time`` (weeks from now) and ``time_text`` (now, 1 year, 2 years; months below 2 years).

    Parameters
    ----------
    weeks : horizon
    most : largest number of steps
    """
    if weeks < MONTHS_BELOW_YEARS * WEEKS_PER_YEAR:
        months = max(1, round(weeks / WEEKS_PER_MONTH))
        step = next((size for size in _MONTHS if months // size <= min(most, 2)), months)
        counts = range(step, months + 1, step)
        texts = [say_count("charts.months", count) for count in counts]
        times = [count * WEEKS_PER_MONTH for count in counts]
    else:
        years = weeks // WEEKS_PER_YEAR
        counts = range(ceil(years / most), years + 1, ceil(years / most))
        texts = [say_count("numbers.years", count) for count in counts]
        times = [float(count * WEEKS_PER_YEAR) for count in counts]
    return pl.DataFrame({"time": [0.0, *times], "time_text": [say("charts.now"), *texts]})


def _steps(low: float, high: float, size: float) -> int:
    return _last(high, size) - _first(low, size)


def _first(low: float, size: float) -> int:
    return floor(low / size + STICKS_OUT)


def _last(high: float, size: float) -> int:
    return ceil(high / size - STICKS_OUT)


def _written(largest: float, unit: str) -> tuple[str, float]:
    if unit in _SHARES:
        return _SHARES[unit], 0.01
    if unit not in MONEY:
        return "charts.bare", 1.0
    return next(((key, scale) for scale, key in _SCALES if largest >= scale), ("numbers.money", 1.0))


def _tick_text(value: float, key: str, digits: int, signed: bool) -> str:
    if abs(value) < _NEARLY:
        return say("charts.zero") if signed or key != "numbers.share" else _filled(key, 0.0, 0)
    sign = MINUS if value < 0.0 else "+" if signed else ""
    return sign + _filled(key, abs(value), digits)


def _filled(key: str, value: float, digits: int) -> str:
    shape = "#,##0." + "0" * digits if digits else "#,##0"
    return say(key, number=format_decimal(value, format=shape, locale=language()))
