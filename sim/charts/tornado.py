"""Which assumptions move an answer most: a bar each, from zero to what it brings from low to high."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, tick_texts
from sim.charts.blocks import along, block_axis, block_lines
from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, TODAY, role_colour
from sim.experiment.decides import effect_range
from sim.experiment.headline import assumption_in_words
from sim.experiment.outcomes import BY_NAME, Direction
from sim.experiment.sensitivity import Effect, Sensitivity
from sim.text.catalogue import say
from sim.text.numbers import amount

SHOWN: Final = 10
ROW: Final = 46
BELOW: Final = 30
ROOM_RIGHT: Final = 66
HEAD: Final = 0.5
"""Share of a row that its name takes."""

NAME_LIFT: Final = 9
BAR_DROP: Final = 8
BAR: Final = 12
WHISKER: Final = 1.5
PALE: Final = 0.35
STEPS: Final = 4


def tornado(found: Sensitivity, title: str, scale: float = 1.0) -> Picture:
    """The strongest assumptions from top to bottom, and chance below them.

    Parameters
    ----------
    found : from ``sensitivity``
    title : the finding
    scale : of type, strokes and height; 1.35 on a projector
    """
    unit = BY_NAME[found.outcome].unit
    bars = _bars(found)
    ends = [*bars["low"], *bars["high"], 0.0]
    ticks = round_ticks(min(ends), max(ends), STEPS)
    axis = block_axis(ticks, tick_texts(ticks, unit, signed=True), bars.height)
    height = round((ROW * bars.height + BELOW) * scale)
    return Picture(
        spec=_spec(scale, height, bars.height),
        data=side_by_side(bars, axis, pl.DataFrame({"zero": [0.0]})),
        table=_table(found),
        title=title,
        alt=say("sensitivity.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, count: int) -> Mapping[str, Any]:
    middle = f"(datum.place + 0.5) * (height / {count})"
    below = pixels(f"{middle} + {BAR_DROP * scale}")
    row = rows("place")
    bar = row.mark_rule(strokeWidth=BAR * scale, aria=False)
    whisker = row.mark_rule(stroke=INK, strokeWidth=WHISKER * scale, opacity=MUTED, aria=False)
    names = words(row, "name", scale, align="left", fill=INK, opacity=alt.ExprRef("datum.ink"))
    figures = words(row, "figure", scale, align="right", fill=INK, opacity=alt.ExprRef("datum.ink"))
    return composed(
        *room(0, ROOM_RIGHT * scale),
        *block_lines(count, HEAD, scale),
        bar.encode(
            x=along("bar_from"),
            x2="bar_to:Q",
            y=below,
            color=role_colour(),
            opacity=alt.Opacity("solid:Q", scale=None, legend=None),
        ),
        whisker.encode(x=along("low"), x2="high:Q", y=below),
        names.encode(x=alt.value(0), y=pixels(f"{middle} - {NAME_LIFT * scale}")),
        figures.encode(x=pixels(f"width + {ROOM_RIGHT * scale}"), y=below),
        height=height,
    )


def _bars(found: Sensitivity) -> pl.DataFrame:
    unit = BY_NAME[found.outcome].unit
    shown = [_bar(effect, found) for effect in found.effects[:SHOWN]]
    luck = {
        "role": TODAY,
        "name": say("sensitivity.luck"),
        "figure": say("sensitivity.either", size=amount(found.chance, unit)),
        "bar_from": -found.chance,
        "bar_to": found.chance,
        "low": -found.chance,
        "high": found.chance,
        "solid": PALE,
        "ink": MUTED,
    }
    return pl.DataFrame([*shown, luck]).with_columns(place=pl.int_range(pl.len()).cast(pl.Float64))


def _bar(effect: Effect, found: Sensitivity) -> dict[str, Any]:
    outcome = BY_NAME[found.outcome]
    is_good = (effect.mean > 0.0) != (outcome.direction is Direction.LOWER)
    return {
        "role": "good" if is_good else "bad",
        "name": assumption_in_words(effect.name),
        "figure": amount(effect.mean, outcome.unit, signed=True),
        "bar_from": 0.0,
        "bar_to": effect.mean,
        "low": effect.mean - effect.error,
        "high": effect.mean + effect.error,
        "solid": 1.0 if effect.stands_out else PALE,
        "ink": 1.0 if effect.stands_out else MUTED,
    }


def _table(found: Sensitivity) -> pl.DataFrame:
    unit = BY_NAME[found.outcome].unit
    heads = [
        say(f"sensitivity.column.{name}")
        for name in ("assumption", "mean", "range", "size", "spread", "stands_out")
    ]
    lines = [
        (
            assumption_in_words(effect.name),
            amount(effect.mean, unit, signed=True),
            effect_range(effect, found.outcome),
            amount(effect.size, unit),
            amount(effect.spread, unit),
            say("sensitivity.yes" if effect.stands_out else "sensitivity.no"),
        )
        for effect in found.effects
    ]
    luck = (say("sensitivity.luck"), "", "", amount(found.chance, unit), "", "")
    return pl.DataFrame([*lines, luck], schema=heads, orient="row")
