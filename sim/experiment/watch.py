"""The watch-line: what a design does to partners that its net contribution does not show."""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Final

import numpy as np

from sim.experiment.calendar import WEEKS_PER_MONTH
from sim.experiment.findings import Findings
from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.paired import quantiles
from sim.experiment.verdict import Verdict
from sim.experiment.weekly import Array
from sim.text.catalogue import say, say_count
from sim.text.numbers import index, money, period

NOTABLE_SHARE: Final = 0.02
"""Smallest worsening worth a word, as a share of today's level."""

MOSTLY_SHARE: Final = 0.5
"""Share of a loss from which a segment is named for it."""

ARRIVED_SHARE: Final = 0.9
"""Share of the deepest loss at which it is said to have happened."""


def watch_line(
    today: Measured, design: Measured, findings: Findings, lost_by_segment: Mapping[str, float]
) -> str | None:
    """First thing to watch: partners lost, trust lost, partner profit, conflict; None if there is nothing.

    Parameters
    ----------
    today, design : measured in the same futures
    findings : of the design
    lost_by_segment : mean number of partners fewer at the end, by segment
    """
    weeks = today.series.shape[1]
    lines: tuple[Callable[[], str | None], ...] = (
        lambda: _active(_path(today, design, "active_partners"), lost_by_segment),
        lambda: _trust(_path(today, design, "trust")),
        lambda: _amount(findings, "partner_profit", weeks),
        lambda: _amount(findings, "conflict_loss", weeks),
    )
    return next((line for line in (make() for make in lines) if line), None)


def lasting_loss(today: Array, design: Array) -> tuple[float, int] | None:
    """Deepest fall of the mean path and the month by which it has happened.

    None unless it is notable against today's level and nine in ten futures see a fall in that week.

    Parameters
    ----------
    today, design : [futures, weeks]
    """
    paired = design - today
    path = paired.mean(axis=0)
    if not np.isfinite(path).any():
        return None
    deepest = int(np.nanargmin(path))
    is_clear = quantiles(paired[:, deepest], (0.9,))[0] < 0.0
    if not is_clear or -path[deepest] < NOTABLE_SHARE * abs(today[:, deepest].mean()):
        return None
    week = int(np.flatnonzero(path <= ARRIVED_SHARE * path[deepest])[0])
    return float(-path[deepest]), ceil((week + 1) / WEEKS_PER_MONTH)


def _path(today: Measured, design: Measured, name: str) -> tuple[float, int] | None:
    place = [outcome.name for outcome in OUTCOMES].index(name)
    return lasting_loss(today.series[:, :, place], design.series[:, :, place])


def _active(loss: tuple[float, int] | None, lost_by_segment: Mapping[str, float]) -> str | None:
    if loss is None or round(loss[0]) < 1:
        return None
    partners, month = round(loss[0]), loss[1]
    all_lost = sum(lost for lost in lost_by_segment.values() if lost > 0.0)
    mostly = [name for name, lost in lost_by_segment.items() if lost > MOSTLY_SHARE * all_lost]
    if not mostly:
        return say_count("watch.active", partners, month=month)
    return say_count("watch.active_mostly", partners, month=month, segment=say(f"watch.segment.{mostly[0]}"))


def _trust(loss: tuple[float, int] | None) -> str | None:
    return None if loss is None else say("watch.trust", amount=index(loss[0]), month=loss[1])


def _amount(findings: Findings, name: str, weeks: int) -> str | None:
    finding = findings[name]
    change = abs(finding.difference.mean)
    if finding.verdict is not Verdict.WORSE or change < NOTABLE_SHARE * abs(finding.baseline_mean):
        return None
    return say(f"watch.{name}", amount=money(change), period=period(weeks))
