"""A toy market for experiments: few partners, transparent arithmetic, no engine."""

from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from sim.experiment.designs import Design
from sim.experiment.futures import Futures, explicit_futures
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.roster import Roster
from sim.experiment.setting import Setting
from sim.schema.programme import Programme


def columns_read() -> dict[str, int]:
    """Columns that the outcomes ask for, found by letting each of them ask."""
    asked: dict[str, int] = {}

    class Asking:
        values = np.zeros((1, 26, 0))

        def __getitem__(self, name: str) -> Any:
            asked.setdefault(name, len(asked))
            return np.zeros((1, 26))

    for outcome in OUTCOMES:
        outcome.value(Asking())
        outcome.series(Asking())
    return asked


COLUMNS = columns_read()
TOTALS = {
    "list_sales": 0, "profit": 1, "payout": 2, "end_trust": 3, "end_willing": 4, "effort": 5,
    "weeks_selling": 6, "end_tier": 7,
}  # fmt: skip


class ToyRun(NamedTuple):
    weekly: np.ndarray
    partner: np.ndarray


class Toy:
    """Every week, each unit of rebate size brings ``response`` ¤ (the first assumption) and costs one."""

    identity = "toy"
    columns = COLUMNS
    totals = TOTALS
    segment = np.array([1, 3, 3])
    partners, vendors = 3, 1

    def __init__(self) -> None:
        self.starts = self.runs = 0
        self._lock = Lock()

    def week0(self, futures: Futures) -> Futures:
        with self._lock:
            self.starts += len(futures)
        return futures

    def run(self, _state: Futures, design: Design, futures: Futures, weeks: int) -> ToyRun:
        with self._lock:
            self.runs += len(futures)
        size = design.programme.rebate.size
        response = futures.rows[:, :1]
        on = np.arange(weeks) >= design.start_week
        weekly = np.zeros((len(futures), weeks, len(COLUMNS)))
        weekly[:, :, COLUMNS["net_revenue"]] = 1000.0 + size * response * on + self.luck(futures, weeks)
        weekly[:, :, COLUMNS["goods_cost"]] = 200.0
        weekly[:, :, COLUMNS["rebate_cost"]] = size * on
        weekly[:, :, COLUMNS["list_product"]] = 1000.0
        weekly[:, :, COLUMNS["bought_list"]] = np.where(np.arange(weeks) % 13 == 12, 13.0, 1.0)
        weekly[:, :, COLUMNS["active"]] = 3.0
        weekly[:, :, COLUMNS["trust_sum"]] = 1.5
        return ToyRun(weekly, self.partner(futures, size, weeks))

    def luck(self, futures: Futures, weeks: int) -> np.ndarray:
        return np.stack([np.random.default_rng(int(luck)).normal(size=weeks) for luck in futures.luck_ids])

    def partner(self, futures: Futures, size: float, weeks: int) -> np.ndarray:
        totals = np.ones((len(futures), self.partners, len(TOTALS)))
        totals[:, :, TOTALS["end_tier"]] = (0.0, 2.0, 0.0)
        totals[:, :, TOTALS["weeks_selling"]] = weeks / 4
        totals[:, :, TOTALS["effort"]] = weeks / 4 * 0.1 * (1.0 + size / 2.0)
        totals[:, :, TOTALS["profit"]] = 100.0 + size * futures.rows[:, :1] * np.arange(self.partners)
        return totals


def setting(toy: Toy | None = None) -> Setting:
    roster = Roster(("P-0001", "P-0002", "P-0003"), ("reseller", "boutique", "boutique"), TOTALS)
    return Setting("toy", toy or Toy(), roster)


def futures(responses: list[float] | np.ndarray, **others: np.ndarray) -> Futures:
    rows = np.column_stack([np.asarray(responses, dtype=float), *others.values()])
    return explicit_futures(rows, ["response", *others], seed=1)


def programme(name: str, size: float = 1.0, **levers: Any) -> Programme:
    rebate = {"shape": "flat", "steps": ({"from_target": 0.0, "rate_share": 0.02},), "size": size}
    return Programme.model_validate({"name": name, "intent": "", "rebate": rebate, **levers})


def design(name: str, size: float = 1.0, start_week: int = 0) -> Design:
    return Design(programme(name, size), start_week)
