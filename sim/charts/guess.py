"""A line that a class drew, and where the futures lie: the difference to today, quarter by quarter."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import polars as pl

from sim.charts.axes import round_ticks, time_axis, value_axis
from sim.charts.frame import (
    BETWEEN_THE_ENDS,
    across,
    band,
    line,
    room,
    rows,
    time_texts,
    upwards,
    value_grid,
    zero_line,
)
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import BAND_80, DESIGN_ROLES, INK, LINE
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.lesson import Quarters, inside
from sim.experiment.outcomes import Outcome
from sim.text.catalogue import say
from sim.text.numbers import amount, count

HEIGHT: Final = 260
ROOM_LEFT: Final = 52
ROOM_RIGHT: Final = 24
STEPS: Final = 5
POINT: Final = 70.0
GUESS_DASH: Final = (2, 3)


def guess(
    drawn: Sequence[float], found: Quarters | None, outcome: Outcome, bounds: tuple[float, float],
    scale: float = 1.0,
) -> Picture:  # fmt: skip
    """The drawn line; with the mean and the 80 % range of the futures once they may be seen.

    Parameters
    ----------
    drawn : difference to today in each quarter, in the outcome's unit
    found : what the futures say; None before the reveal
    outcome : that is predicted
    bounds : lowest and highest value that could be drawn
    scale : of type, strokes and height; 1.35 on a projector
    """
    middles = [WEEKS_PER_QUARTER * (place + 0.5) for place in range(len(drawn))]
    columns: dict[str, Any] = {"week": middles, "guess": [float(one) for one in drawn]}
    if found is not None:
        columns |= {"low": found.low, "high": found.high, "value": found.mean}
    else:
        columns |= dict.fromkeys(("low", "high", "value"), [None] * len(drawn))
    shown = pl.DataFrame(columns, schema_overrides=dict.fromkeys(("low", "high", "value"), pl.Float64))
    reach = [] if found is None else [*found.low[np.isfinite(found.low)], *found.high]
    ticks = round_ticks(min(*bounds, *reach), max(*bounds, *reach), STEPS)
    data = side_by_side(
        shown.with_columns(role=pl.lit(DESIGN_ROLES[0])),
        value_axis(ticks, outcome.unit, signed=True),
        time_axis(len(drawn) * WEEKS_PER_QUARTER),
        pl.DataFrame({"zero": [0.0]}),
    )
    height = round(HEIGHT * scale)
    return Picture(
        _spec(scale, height), data, _table(drawn, found, outcome), _title(drawn, found, outcome),
        say("charts.guess.alt", today=say("charts.today")), height,
    )  # fmt: skip


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    own = rows("guess").encode(x=across(), y=upwards("guess"))
    dash = [part * scale for part in GUESS_DASH]
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        band("low", "high", BAND_80),
        zero_line(scale),
        line("value", LINE * scale),
        own.mark_line(stroke=INK, strokeWidth=LINE * scale, strokeDash=dash, aria=False),
        own.mark_point(filled=True, fill=INK, size=POINT * scale**2, opacity=1.0, aria=False),
        time_texts(scale, BETWEEN_THE_ENDS),
        height=height,
    )


def _title(drawn: Sequence[float], found: Quarters | None, outcome: Outcome) -> str:
    words = {"outcome": say(f"outcomes.{outcome.name}"), "today": say("charts.today")}
    if found is None:
        return say("charts.guess.title", **words)
    return say("charts.guess.found", **words, inside=count(inside(drawn, found)), all=count(len(drawn)))


def _table(drawn: Sequence[float], found: Quarters | None, outcome: Outcome) -> pl.DataFrame:
    def told(values: Sequence[float]) -> list[str]:
        return [amount(float(value), outcome.unit, signed=True) for value in values]

    columns = {
        say("charts.column.quarter"): [count(place + 1) for place in range(len(drawn))],
        say("charts.column.drawn"): told(drawn),
    }
    if found is not None:
        columns |= {
            say("charts.column.mean_difference"): told(list(found.mean)),
            say("charts.column.low"): told(list(found.low)),
            say("charts.column.high"): told(list(found.high)),
        }
    return pl.DataFrame(columns)
