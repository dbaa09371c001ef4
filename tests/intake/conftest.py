"""Small generated tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import polars as pl
import pytest

from sim.intake.columns import guess_columns
from sim.intake.loading import build_table
from sim.intake.table import PartnerTable

MONDAY = dt.date(2023, 1, 2)
Weekly = Callable[..., PartnerTable]


@pytest.fixture
def weekly_frame() -> Callable[..., pl.DataFrame]:
    """Frame of sales[partner, week] with a row per sale; partners are named A, B, C."""

    def frame(sales: list[list[float]] | np.ndarray, **columns: list[object]) -> pl.DataFrame:
        sales = np.asarray(sales, dtype=float)
        partner, week = np.nonzero(sales)
        rows = {
            "partner": [chr(65 + p) for p in partner],
            "week": [MONDAY + dt.timedelta(weeks=int(w)) for w in week],
            "revenue": sales[partner, week],
        }
        return pl.DataFrame(rows | {name: [values[p] for p in partner] for name, values in columns.items()})

    return frame


@pytest.fixture
def weekly_table(weekly_frame: Callable[..., pl.DataFrame]) -> Weekly:
    """Table of sales[partner, week]; the partners stand in the order of ``order_of``."""

    def table(sales: list[list[float]] | np.ndarray, **columns: list[object]) -> PartnerTable:
        frame = weekly_frame(sales, **columns)
        return build_table(frame, guess_columns(frame))[0]

    return table
