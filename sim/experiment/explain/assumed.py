"""Policy against assumption: today, today as assumed, and the design as assumed."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.futures import Futures
from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.running import measure
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import catalogue
from sim.schema.fields import ASSUMPTION

REGISTER_COLUMNS = {
    "name": "key of the parameter",
    "says": "what it means",
    "value": "where futures are most likely to have it, in its unit",
    "low": "lowest value in any future",
    "high": "highest value in any future",
    "unit": "its unit",
    "source": "key of the bibliography, or assumption",
    "owner": "who can settle it: literature, or judgement",
}


@dataclass(frozen=True)
class Assumed:
    """What an assumption moves by itself, and what the design moves under it.

    Attributes
    ----------
    name : of the parameter
    value : it has in every future, in its unit
    today : today's programme in the futures as they are
    today_assumed, design_assumed : both programmes in the same futures with that value
    """

    name: str
    value: float
    today: Measured
    today_assumed: Measured
    design_assumed: Measured

    def by_assumption(self, outcome: str) -> float:
        """What the assumption alone moves of an outcome, mean over futures."""
        return _mean(self.today_assumed, self.today, outcome)

    def by_policy(self, outcome: str) -> float:
        """What the design moves of an outcome under the assumption, mean over futures."""
        return _mean(self.design_assumed, self.today_assumed, outcome)


def assumed(bench: Bench, design: Design, name: str, value: float, futures: Futures) -> Assumed:
    """Run today's programme and a design with one assumption held at a value in every future.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : to be tried
    name : of a parameter of behaviour
    value : in its unit, inside its bounds
    futures : some of the bench's

    Raises
    ------
    KeyError : no such parameter
    ValueError : a value outside its bounds
    """
    low, high = bounds_of(name)
    if not low <= value <= high:
        raise ValueError(f"{name} {value} lies outside {low} to {high}")
    changed = futures.assuming(name, value)
    return Assumed(
        name, value,
        _measured(bench, bench.today, futures),
        _measured(bench, bench.today, changed),
        _measured(bench, design, changed),
    )  # fmt: skip


def bounds_of(name: str) -> tuple[float, float]:
    """Lowest and highest value of a parameter of behaviour.

    Raises
    ------
    KeyError : no such parameter
    """
    meta = next((entry.meta for entry in catalogue(Behaviour) if entry.path == name), None)
    if meta is None or meta.low is None or meta.high is None:
        raise KeyError(name)
    return meta.low, meta.high


def register() -> pl.DataFrame:
    """Every assumption about behaviour, with value, range, source and owner; see ``REGISTER_COLUMNS``."""
    rows: list[tuple[Any, ...]] = [
        (
            entry.path, entry.meta.says, float(entry.default), entry.meta.low, entry.meta.high,
            entry.meta.unit, entry.meta.source, _owner(entry.meta.grade),
        )
        for entry in catalogue(Behaviour)
        if entry.meta is not None and entry.meta.low is not None
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=list(REGISTER_COLUMNS), orient="row")


def _owner(grade: str) -> str:
    return "judgement" if grade == ASSUMPTION else "literature"


def _measured(bench: Bench, design: Design, futures: Futures) -> Measured:
    (found,) = measure(bench.setting.simulation, [design], futures, bench.weeks)
    return found


def _mean(one: Measured, other: Measured, outcome: str) -> float:
    place = [known.name for known in OUTCOMES].index(outcome)
    return float(np.nanmean(one.values[:, place] - other.values[:, place]))
