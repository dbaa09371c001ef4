"""What one step of every lever does, in the same futures: shared by the tests of levers."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import numpy as np

from sim.engine.layout import Weekly as Columns
from sim.engine.run import Engine, Week0
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.experiment.outcomes import BY_NAME
from sim.experiment.weekly import Weekly
from sim.population.building import from_market
from sim.schema.catalogue import Entry, as_data, catalogue, value_at
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme

WEEKS = 156
FEW, MANY = 24, 192
"""Futures tried first, and where they do not decide."""
COLUMNS = {name: place for place, name in enumerate(Columns._fields)}
NAMES = {"name", "intent"}
LEVERS = [entry for entry in catalogue(Programme) if entry.path not in NAMES and entry.path != "rebate.steps"]
"""All levers; the list of a rebate's steps is moved through its items."""


class Stage(NamedTuple):
    """Where a lever is tried: today's programme with changes, and facts of the market."""

    today: str = "retro-volume"
    changes: tuple[tuple[str, Any], ...] = ()
    vendor: tuple[tuple[str, float], ...] = ()
    house: tuple[tuple[str, float], ...] = ()
    roster: tuple[tuple[str, float], ...] = ()
    design: tuple[tuple[str, Any], ...] = ()
    """what the design changes besides, in both arms: levers of a transition need a change to act on"""


class Stand(NamedTuple):
    """A market at week 0."""

    engine: Engine
    today: Programme
    futures: Futures
    start: Week0


@cache
def stand(stage: Stage, count: int) -> Stand:
    """Week 0 of a stage; the design's own changes do not matter."""
    market = load_market("baseline")
    vendor = market.vendor.model_copy(update=dict(stage.vendor))
    house = market.house.model_copy(update=dict(stage.house))
    roster = market.roster.model_copy(update=dict(stage.roster))
    market = market.model_copy(update={"vendor": vendor, "house": house, "roster": roster})
    today = (
        changed(load_programme(stage.today), dict(stage.changes))
        if stage.changes
        else load_programme(stage.today)
    )
    today = changed(today, _listed(stage.changes)) if stage.changes else today
    engine = Engine(market, today, from_market(market))
    futures = draw_futures(behaviour_doubts(), count, seed=1)
    return Stand(engine, today, futures, engine.week0(futures))


def arm(stage: Stage) -> Programme:
    """The programme that is compared with and without a step."""
    today = stand(stage._replace(design=()), FEW).today
    return changed(today, _listed(stage.design)) if stage.design else today


def _listed(changes: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    return {path: list(value) if isinstance(value, tuple) else value for path, value in changes}


def measured(stage: Stage, programme: Programme, count: int = FEW) -> Weekly:
    """Weekly sums of a programme."""
    here = stand(stage._replace(design=()), count)
    return Weekly(here.engine.run(here.start, programme, here.futures, WEEKS).weekly, COLUMNS)


@cache
def base(stage: Stage, count: int = FEW) -> Weekly:
    """Weekly sums without the step."""
    return measured(stage, arm(stage), count)


class Move(NamedTuple):
    """Paired difference of an outcome: relative mean, and in paired standard errors."""

    share: float
    errors: float

    @property
    def is_clear(self) -> bool:
        """Larger than .2 % and than three paired standard errors."""
        return abs(self.share) > 0.002 and abs(self.errors) > 3.0


def moved(outcome: str, with_step: Weekly, without: Weekly) -> Move:
    """How far a step moves an outcome."""
    value = BY_NAME[outcome].value
    usual = value(without)
    gap = value(with_step) - usual
    gap, usual = gap[np.isfinite(gap)], usual[np.isfinite(usual)]
    if not len(gap) or not np.any(gap):
        return Move(0.0, 0.0)
    error = float(np.std(gap, ddof=1)) / np.sqrt(len(gap))
    mean, scale = float(np.mean(gap)), max(abs(float(np.mean(usual))), 1e-9)
    return Move(mean / scale, mean / max(error, 1e-12))


def stepped(entry: Entry, programme: Programme, sign: int) -> Programme | None:
    """The programme with the lever one typical step up or down; None where that is no change."""
    path, meta = entry.path, entry.meta
    assert meta is not None
    if "[]" in path:
        return _stepped_items(path, meta.typical or 0.0, programme, sign)
    now = as_data(value_at(programme, path))
    if meta.between:
        values = meta.between if sign > 0 else ()
        return changed(programme, {path: values[1]}) if values and values[1] != now else None
    if isinstance(now, bool):
        return changed(programme, {path: not now}) if now != (sign > 0) else None
    step = sign * (meta.typical or 0.0)
    assert meta.low is not None
    assert meta.high is not None
    low, high = meta.low, meta.high
    new = (
        [min(max(one + step, low), high) for one in now]
        if isinstance(now, list)
        else min(max(now + step, low), high)
    )
    new = int(new) if isinstance(now, int) and not isinstance(new, list) else new
    return changed(programme, {path: new}) if new != now else None


def _stepped_items(path: str, typical: float, programme: Programme, sign: int) -> Programme:
    group, _, item = path.partition("[].")
    items = [dict(one) for one in as_data(value_at(programme, group))]
    for one in items:
        one[item] = max(one[item] + sign * typical, 0.0)
    return changed(programme, {group: items})
