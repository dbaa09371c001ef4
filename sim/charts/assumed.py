"""Policy against assumption: today, today as assumed, and the design as assumed, over time."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import polars as pl

from sim.charts.axes import round_ticks, time_axis, value_axis
from sim.charts.cumulative import after
from sim.charts.frame import (
    BETWEEN_THE_ENDS,
    across,
    end_texts,
    role_lines,
    room,
    rows,
    time_texts,
    upwards,
    value_grid,
)
from sim.charts.labels import LABEL_GAP, Span, spread
from sim.charts.lines import is_flow, mean_of_last_quarter
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, TODAY, letter
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.explain.assumed import Assumed
from sim.experiment.measured import Measured
from sim.experiment.outcomes import OUTCOMES, Outcome
from sim.experiment.weekly import Array
from sim.text.catalogue import say
from sim.text.numbers import amount

HEIGHT: Final = 190
ROOM_LEFT: Final = 52
ROOM_RIGHT: Final = 110
STEPS: Final = 4
BELOW: Final = 26
THIN: Final = 1.5


def assumed_lines(found: Assumed, outcome: Outcome, role: str, scale: float = 1.0) -> Picture:
    """An outcome week by week under three programmes and assumptions.

    Today dashed; today as assumed a thin line in the colour of the text; the design in its own colour. Sums
    are means of the last 13 weeks.

    Parameters
    ----------
    found : from ``assumed``
    outcome : with a path of its own
    role : of the design, B to H
    scale : of type, strokes and height; 1.35 on a projector
    """
    paths = [_path(one, outcome) for one in (found.today, found.today_assumed, found.design_assumed)]
    today, as_assumed, design = paths
    weeks = len(today)
    known = np.concatenate([path[np.isfinite(path)] for path in paths])
    ticks = round_ticks(float(known.min()), float(known.max()), STEPS)
    names = (say("charts.today"), say("charts.assumed.today"), letter(role))
    height = round(HEIGHT * scale)
    frame = pl.DataFrame(
        {
            "week": np.tile(np.arange(1.0, weeks + 1.0), 2),
            "value": np.concatenate([design, today]),
            "role": [role] * weeks + [TODAY] * weeks,
            "assumed": np.concatenate([as_assumed, np.full(weeks, np.nan)]),
        }
    ).fill_nan(None)
    span = Span(ticks[0], ticks[-1], HEIGHT - BELOW)
    data = side_by_side(
        frame,
        value_axis(ticks, outcome.unit),
        time_axis(weeks),
        _ends(paths, names, role, span),
    )
    return Picture(
        spec=_spec(scale, height),
        data=data,
        table=_table(paths, names, outcome),
        title=_title(found, outcome, letter(role)),
        alt=say("charts.assumed.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    thin = rows("assumed").mark_line(stroke=INK, strokeWidth=THIN * scale, aria=False)
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        role_lines("week", "value", scale),
        thin.encode(x=across(), y=upwards("assumed")),
        *end_texts(scale),
        time_texts(scale, BETWEEN_THE_ENDS),
        height=height,
    )


def _path(one: Measured, outcome: Outcome) -> Array:
    place = [known.name for known in OUTCOMES].index(outcome.name)
    mean: Array = one.series[:, :, place].mean(axis=0)
    return mean_of_last_quarter(mean) if is_flow(outcome) else mean


def _ends(paths: list[Array], names: Sequence[str], role: str, span: Span) -> pl.DataFrame:
    places = spread([float(path[-1]) for path in paths], span, LABEL_GAP)
    return pl.DataFrame({"end": places, "end_text": names, "end_role": [TODAY, TODAY, role]})


def _title(found: Assumed, outcome: Outcome, design: str) -> str:
    policy, assumption = (
        amount(value, outcome.unit, signed=True)
        for value in (found.by_policy(outcome.name), found.by_assumption(outcome.name))
    )
    named = say(f"outcomes.{outcome.name}")
    return say("charts.assumed.title", outcome=named, design=design, policy=policy, assumption=assumption)


def _table(paths: Sequence[Array], names: Sequence[str], outcome: Outcome) -> pl.DataFrame:
    weeks = len(paths[0])
    kept = [*range(WEEKS_PER_QUARTER, weeks, WEEKS_PER_QUARTER), weeks]
    columns = {
        name: [amount(float(path[week - 1]), outcome.unit) for week in kept]
        for name, path in zip(names, paths, strict=True)
    }
    return pl.DataFrame({say("charts.column.after"): [after(week) for week in kept], **columns})
