"""Minutes to explain a programme by what must be explained, today and under a design."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, TODAY, ZERO, letter, role_colour
from sim.text.catalogue import say
from sim.text.numbers import count

ROW: Final = 46
BAR: Final = 11
APART: Final = 15
NAMES: Final = 150
FIGURE: Final = 84
NARROWEST: Final = 4


def minutes(today: pl.DataFrame, design: pl.DataFrame, role: str, scale: float = 1.0) -> Picture:
    """Two bars for everything that must be explained, and two for their sum.

    Parameters
    ----------
    today, design : as ``complexity_of`` gives them
    role : of the design, B to H
    scale : of type, strokes and height; 1.35 on a projector
    """
    both = {TODAY: today, role: design}
    parts = today["part"].to_list()
    height = round(ROW * (len(parts) + 1) * scale)
    totals = [count(float(one["minutes"].sum())) for one in both.values()]
    return Picture(
        spec=_spec(scale, height, len(parts) + 1),
        data=side_by_side(_bars(both), _names(parts), pl.DataFrame({"zero": [0.0]})),
        table=_table(both, parts),
        title=say(
            "charts.minutes.title",
            design=role,
            minutes=totals[1],
            today=say("charts.today"),
            before=totals[0],
        ),
        alt=say("charts.minutes.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, count: int) -> Mapping[str, Any]:
    row = f"(height / {count})"
    stretch = f"max(width - {FIGURE * scale}, {NARROWEST})"
    at = {"y": pixels(f"(datum.row + 0.5) * {row} + (datum.second - 0.5) * {APART * scale}")}
    weight = alt.ExprRef(f"datum.name_row == {count - 1} ? 600 : 400")
    bar = rows("bar").mark_rule(strokeWidth=BAR * scale, aria=False)
    told = words(rows("bar"), "told", scale, align="left", fill=INK, opacity=MUTED)
    name = words(rows("name"), "name", scale, align="left", fill=INK, fontWeight=weight)
    zero = rows("zero").mark_rule(stroke=INK, opacity=ZERO, strokeWidth=1.25 * scale, aria=False)
    end = pixels(f"datum.bar * {stretch}")
    return composed(
        *room(NAMES * scale, 0),
        bar.encode(x=alt.value(0), x2=end, color=role_colour("role"), **at),
        zero.encode(x=alt.value(0), y=alt.value(0), y2=pixels("height")),
        told.encode(x=pixels(f"datum.bar * {stretch} + {6 * scale}"), **at),
        name.encode(x=alt.value(-NAMES * scale), y=pixels(f"(datum.name_row + 0.5) * {row}")),
        height=height,
    )


def _bars(both: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    sums = {role: [*one["minutes"], one["minutes"].sum()] for role, one in both.items()}
    longest = max(max(values) for values in sums.values()) or 1.0
    return pl.DataFrame(
        [
            {
                "role": role,
                "second": float(place),
                "row": float(row),
                "bar": value / longest,
                "told": say("charts.minutes.told", programme=letter(role), minutes=count(value)),
            }
            for place, (role, values) in enumerate(sums.items())
            for row, value in enumerate(values)
        ]
    )


def _names(parts: list[str]) -> pl.DataFrame:
    texts = _rows(parts)
    return pl.DataFrame({"name": texts, "name_row": [float(row) for row in range(len(texts))]})


def _rows(parts: list[str]) -> list[str]:
    return [*(say(f"charts.minutes.{part}") for part in parts), say("charts.minutes.sum")]


def _table(both: Mapping[str, pl.DataFrame], parts: list[str]) -> pl.DataFrame:
    columns = {say("charts.column.part"): _rows(parts)}
    for role, one in both.items():
        told = [
            say("charts.minutes.cell", number=count(number), minutes=count(each))
            for number, each in one.select("count", "minutes").iter_rows()
        ]
        columns[say("charts.column.to_explain", programme=letter(role))] = [
            *told,
            count(float(one["minutes"].sum())),
        ]
    return pl.DataFrame(columns)
