"""The tables ``payout`` and ``cliffs``: what a rebate pays for a period's sales, by the rules that pay it."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import polars as pl

from sim.engine.flatten import steps_of
from sim.engine.layout import T
from sim.experiment.tables.tidy import stacked
from sim.experiment.weekly import Array
from sim.rules.closing import short_of, step_pay
from sim.schema.programme import Programme

COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "attainment": "sales of a period as a multiple of the target; a jump has two rows, before and after it",
    "pay_share": "rebate of the period as a share of the target's sales, both at the partner's net price",
    "marginal_share": "what the next ¤ of net purchases adds, share; undefined before a jump",
}

CLIFF_COLUMNS: Final = {
    "design": "name of the design; the first is today's programme",
    "attainment": "sales of a period as a multiple of the target at which the rebate jumps",
    "jump_share": "what reaching it adds at once, as a share of the target's sales",
}

FARTHEST: Final = 1.6
"""Attainment at which the curve ends."""
POINTS: Final = 81


def payout_table(programmes: Mapping[str, Programme]) -> pl.DataFrame:
    """Curve of every programme.

    Parameters
    ----------
    programmes : by name, today's first
    """
    return stacked([_curve(name, _plan(programme)) for name, programme in programmes.items()])


def cliffs_table(programmes: Mapping[str, Programme]) -> pl.DataFrame:
    """One row per programme and jump of its rebate.

    Parameters
    ----------
    programmes : by name, today's first
    """
    plans = {name: _plan(programme) for name, programme in programmes.items()}
    jumps = [(name, step) for name, plan in plans.items() for step in plan if step[T.jump] != 0.0]
    return pl.DataFrame(
        {
            "design": pl.Series([name for name, _ in jumps], dtype=pl.String),
            "attainment": pl.Series([step[T.threshold] for _, step in jumps], dtype=pl.Float64),
            "jump_share": pl.Series([step[T.jump] for _, step in jumps], dtype=pl.Float64),
        }
    )


def pay_at(plan: Array, attainment: float) -> float:
    """Rebate of a period, targets.

    Parameters
    ----------
    plan : [steps, step fields]
    attainment : sales of the period, targets
    """
    steps = ((s[T.jump], s[T.slope], short_of(s[T.threshold], attainment)) for s in plan)
    return float(sum(step_pay(*step) for step in steps))


def _plan(programme: Programme) -> Array:
    """Steps that change what is paid."""
    steps = steps_of(programme)
    return steps[np.any(steps[:, [T.jump, T.slope]] != 0.0, axis=1)]


def _curve(name: str, plan: Array) -> pl.DataFrame:
    rows: list[dict[str, Any]] = []
    for attainment in _places(plan):
        is_jump = (plan[:, T.threshold] == attainment) & (plan[:, T.jump] != 0.0)
        if is_jump.any():
            before = pay_at(plan[plan[:, T.threshold] < attainment], attainment)
            rows.append(_point(attainment, before, np.nan))
        rate = float(plan[plan[:, T.threshold] <= attainment, T.slope].sum())
        rows.append(_point(attainment, pay_at(plan, attainment), rate))
    return pl.DataFrame(rows).insert_column(0, pl.Series("design", [name] * len(rows)))


def _places(plan: Array) -> list[float]:
    grid = np.round(np.linspace(0.0, FARTHEST, POINTS), 6)
    thresholds = plan[:, T.threshold]
    return sorted({*grid.tolist(), *thresholds[thresholds <= FARTHEST].tolist()})


def _point(attainment: float, pay: float, rate: float) -> dict[str, float]:
    return {"attainment": attainment, "pay_share": pay, "marginal_share": rate}
