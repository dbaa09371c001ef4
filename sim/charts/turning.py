"""Titles of lines: what a path does, found by rules, in one sentence that names the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sim.experiment.calendar import WEEKS_PER_MONTH
from sim.experiment.outcomes import Outcome, Period, Unit
from sim.experiment.paired import Difference
from sim.experiment.weekly import Array
from sim.text.catalogue import say, say_count
from sim.text.numbers import amount, money, money_range, period

TURNED_SHARE: Final = 0.02
"""A cumulative path was on the other side if it went there by this share of its size at the end."""

RECOVERED_SHARE: Final = 0.25
"""A dip has recovered when no more than this share of its depth is left."""


@dataclass(frozen=True)
class Path:
    """Difference of a design to today over the weeks.

    Attributes
    ----------
    mean, low, high : mean and 80 % range over futures, [weeks], in the outcome's unit; NaN where undefined
    """

    mean: Array
    low: Array
    high: Array

    @property
    def is_clear(self) -> NDArray[np.bool_]:
        """Weeks in which the 80 % range leaves zero out."""
        return (self.low > 0.0) | (self.high < 0.0)


def cumulative_title(path: pl.DataFrame, total: Difference, weeks: int) -> str:
    """What the cumulative difference of net contribution comes to, and when it turned.

    Parameters
    ----------
    path : columns ``week`` and ``mean``, from week 0 on
    total : difference at the end
    weeks : horizon
    """
    words = {"today": say("charts.today"), "period": period(weeks), "amount": money(abs(total.mean))}
    if total.p10 == total.p90 == 0.0:
        return say("charts.hero.same", **words)
    if total.p10 <= 0.0 <= total.p90:
        return say("charts.hero.open", **words, range=money_range(total.p10, total.p90, like=total.mean))
    side = "above" if total.mean > 0.0 else "below"
    month = turning_month(path["mean"].to_numpy())
    if month is None:
        return say(f"charts.hero.{side}", **words)
    return say_count(f"charts.hero.{side}_after", month, **words)


def turning_month(mean: Array) -> int | None:
    """Month in which a path comes for good to the side where it ends; None if it was never on the other.

    Parameters
    ----------
    mean : from week 0 on
    """
    toward = np.sign(mean[-1]) * mean
    if toward.min() > -TURNED_SHARE * abs(mean[-1]):
        return None
    return ceil((int(np.flatnonzero(toward <= 0.0)[-1]) + 1) / WEEKS_PER_MONTH)


def level_title(measure: Outcome, path: Path, end: Difference, weeks: int) -> str:
    """What an outcome does against today: where it ends, whether it dipped or rose in between.

    Parameters
    ----------
    measure : the outcome
    path : difference over the weeks
    end : the difference that the outcome itself reports
    weeks : horizon
    """
    turn = None if measure.unit is Unit.MONEY else passing_turn(path)
    if turn is not None:
        kind = "dip" if path.mean[turn] < 0.0 else "rise"
        month = ceil((turn + 1) / WEEKS_PER_MONTH)
        return _told(f"charts.lines.{kind}", measure, path.mean[turn], month=month)
    if not is_clear(end):
        return unmoved_title(measure)
    side = "higher" if end.mean > 0.0 else "lower"
    if measure.period is not Period.HORIZON:
        return _told(f"charts.lines.{side}", measure, end.mean)
    return _told(f"charts.lines.{side}_over", measure, end.mean, period=period(weeks))


def unmoved_title(measure: Outcome) -> str:
    """What is said of an outcome that no design moves."""
    return _told("charts.lines.same", measure, 0.0)


def strongest(paths: Mapping[str, Path], ends: Mapping[str, Difference]) -> str | None:
    """The design to speak of: furthest away at the end, else away in between; None where none moved."""
    clear = [name for name, end in ends.items() if is_clear(end)]
    passing = [name for name, path in paths.items() if passing_turn(path) is not None]
    return max(clear, key=lambda name: abs(ends[name].mean), default=next(iter(passing), None))


def is_clear(end: Difference) -> bool:
    """Whether the 80 % range leaves zero out."""
    return end.p10 > 0.0 or end.p90 < 0.0


def passing_turn(path: Path) -> int | None:
    """Week in which a path was furthest from today, if it was clearly away and came back; else None."""
    size = np.nan_to_num(np.abs(path.mean))
    furthest = int(size.argmax())
    if not path.is_clear[furthest]:
        return None
    side = np.sign(path.mean[furthest])
    left = np.nan_to_num(path.mean[-1]) * side
    return furthest if left <= RECOVERED_SHARE * size[furthest] else None


def _told(key: str, measure: Outcome, value: float, **more: object) -> str:
    """The sentence in the number of its subject: partners and deals are many, all else is one."""
    subjects = 2 if measure.unit in (Unit.PARTNERS, Unit.DEALS) else 1
    size = amount(abs(value), measure.unit, signed=measure.unit in (Unit.SHARE, Unit.INDEX)).lstrip("+")
    name = say(f"outcomes.{measure.name}")
    return say_count(key, subjects, outcome=name, amount=size, today=say("charts.today"), **more)
