"""A difference as a waterfall: each part starts where the one before it ended, the sum below."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Final, NamedTuple

import altair as alt
import polars as pl

from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, ZERO, role_colour
from sim.text.catalogue import say
from sim.text.numbers import money, money_range

ROW: Final = 30
NAMES: Final = 216
FIGURE: Final = 64
GAP: Final = 10
BAR: Final = 15
NARROWEST: Final = 4
RULE: Final = 0.3


class Part(NamedTuple):
    """One part of a difference.

    Attributes
    ----------
    name : as the reader knows it
    cents : hundredths of ¤, mean over futures
    low, high : ¤, 80 % range over futures
    """

    name: str
    cents: int
    low: float
    high: float


def waterfall(parts: Sequence[Part], role: str, title: str, scale: float = 1.0) -> Picture:
    """Parts of a difference from top to bottom, and their sum in the design's colour.

    Parameters
    ----------
    parts : at least one; their cents add up to the difference
    role : of the design, B to H
    title : the finding
    scale : of type, strokes and height; 1.35 on a projector
    """
    height = round(ROW * (len(parts) + 1) * scale)
    return Picture(
        spec=_spec(scale, height, len(parts) + 1),
        data=side_by_side(_bars(parts, role), pl.DataFrame({"zero": [_zero(parts)]})),
        table=_table(parts),
        title=title,
        alt=say("charts.waterfall.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, count: int) -> Mapping[str, Any]:
    row = f"(height / {count})"
    middle = {"y": pixels(f"(datum.row + 0.5) * {row}")}
    weight = alt.ExprRef(f"datum.row == {count - 1} ? 600 : 400")
    faint = alt.ExprRef(f"datum.bar_to == datum.bar_from ? {MUTED} : 1")
    bar = rows("bar_to").mark_rule(strokeWidth=BAR * scale, aria=False)
    step = rows("step").mark_rule(stroke=INK, opacity=RULE, aria=False)
    figure = words(rows("bar_to"), "figure", scale, align="right", fill=INK, fontWeight=weight, opacity=faint)
    name = words(rows("bar_to"), "name", scale, align="left", fill=INK, fontWeight=weight)
    zero = rows("zero").mark_rule(stroke=INK, opacity=ZERO, strokeWidth=1.25 * scale, aria=False)
    at_step = {"x": _along("step", scale), "y": middle["y"], "y2": pixels(f"(datum.row + 1.5) * {row}")}
    return composed(
        *room(NAMES * scale, 0),
        step.encode(**at_step),
        bar.encode(
            x=_along("bar_from", scale), x2=_along("bar_to", scale), color=role_colour("role"), **middle
        ),
        zero.encode(x=_along("zero", scale), y=alt.value(0), y2=pixels("height")),
        figure.encode(x=pixels("width"), **middle),
        name.encode(x=alt.value(-NAMES * scale), **middle),
        height=height,
    )


def _along(share: str, scale: float) -> Any:
    """Horizontal place of a share of the bars' stretch, left of the figures."""
    return pixels(f"datum.{share} * max(width - {(FIGURE + GAP) * scale}, {NARROWEST})")


def _reach(parts: Sequence[Part]) -> tuple[float, float]:
    """Lowest and highest place that a bar touches, zero among them, ¤ cents."""
    places = list(accumulate((part.cents for part in parts), initial=0))
    return float(min(places)), float(max(places))


def _zero(parts: Sequence[Part]) -> float:
    low, high = _reach(parts)
    return -low / ((high - low) or 1.0)


def _bars(parts: Sequence[Part], role: str) -> pl.DataFrame:
    low, high = _reach(parts)
    width = (high - low) or 1.0
    places = [(place - low) / width for place in accumulate((part.cents for part in parts), initial=0)]
    found = [
        {
            "row": float(row),
            "name": part.name,
            "bar_from": places[row],
            "bar_to": places[row + 1],
            "step": places[row + 1],
            "role": "good" if part.cents > 0 else "bad",
            "figure": money(part.cents / 100, signed=True),
        }
        for row, part in enumerate(parts)
    ]
    total = sum(part.cents for part in parts)
    last = {
        "row": float(len(parts)),
        "name": say("charts.waterfall.sum"),
        "bar_from": places[0],
        "bar_to": places[-1],
        "step": None,
        "role": role,
        "figure": money(total / 100, signed=True),
    }
    return pl.DataFrame([*found, last])


def _table(parts: Sequence[Part]) -> pl.DataFrame:
    total = sum(part.cents for part in parts)
    names = [*(part.name for part in parts), say("charts.waterfall.sum")]
    amounts = [*(money(part.cents / 100, signed=True) for part in parts), money(total / 100, signed=True)]
    ends = [*(money_range(part.low, part.high) for part in parts), "–"]
    heads = (say("charts.column.part"), say("charts.column.mean_difference"), say("charts.column.range"))
    return pl.DataFrame(dict(zip(heads, (names, amounts, ends), strict=True)))
