"""How sales concentrate: what the largest partners sell, today and under a design, against equal partners."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import value_axis
from sim.charts.frame import (
    BETWEEN_THE_ENDS,
    across,
    role_lines,
    room,
    rows,
    time_texts,
    upwards,
    value_grid,
    words,
)
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import (
    BAND_80,
    INK,
    MUTED,
    TODAY,
    coloured_text,
    letter,
    role_colour,
    role_of,
    today_on_top,
)
from sim.experiment.comparison import Comparison
from sim.experiment.measured import TWENTIETHS
from sim.experiment.paired import summarise
from sim.text.catalogue import say
from sim.text.numbers import amount_range, share

HEIGHT: Final = 220
ROOM_LEFT: Final = 46
ROOM_RIGHT: Final = 12
TICKS: Final = (0.0, 0.5, 1.0)
FIFTH: Final = TWENTIETHS // 5
"""Twentieths that the title speaks of, and where the lines are named."""
TOLD: Final = (1, 2, FIFTH, TWENTIETHS // 2)
"""Twentieths that the table shows."""


def lorenz(comparison: Comparison, design: str, scale: float = 1.0) -> Picture:
    """Part of all sales that the largest partners make, with the design's 80 % range over futures.

    Parameters
    ----------
    comparison : with the design
    design : its name
    scale : of type, strokes and height; 1.35 on a projector
    """
    found = {TODAY: _of(comparison, comparison.today), role_of(comparison, design): _of(comparison, design)}
    lines = pl.concat(
        table.select("partners", share="mean", role=pl.lit(role)) for role, table in found.items()
    )
    *_, (role, tried) = found.items()
    data = side_by_side(
        today_on_top(lines),
        tried.select(band_at="partners", low="low", high="high", band_role=pl.lit(role)),
        value_axis(TICKS, "share"),
        _ends(),
        _names(found),
        pl.DataFrame({"even": [0.0, 1.0]}),
        pl.DataFrame({"zero": [0.0]}),
    )
    height = round(HEIGHT * scale)
    about = say("charts.lorenz.alt", today=say("charts.today"))
    return Picture(_spec(scale, height), data, _table(found), _title(comparison, design), about, height)


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    even = rows("even").mark_line(
        stroke=INK, opacity=MUTED, strokeDash=[1.5, 3], strokeWidth=1.25 * scale, aria=False
    )
    area = rows("low").mark_area(opacity=BAND_80, aria=False)
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *value_grid(scale),
        even.encode(x=across("even"), y=upwards("even")),
        area.encode(x=across("band_at"), y=upwards("low"), y2="high:Q", color=role_colour("band_role")),
        role_lines("partners", "share", scale),
        *_named(scale),
        time_texts(scale, BETWEEN_THE_ENDS),
        height=height,
    )


def _named(scale: float) -> list[alt.Chart]:
    """Names beside the lines, the design's above its line and today's below."""
    is_today = f"datum.name_role == '{TODAY}'"
    mark: dict[str, Any] = {
        "align": alt.ExprRef(f"{is_today} ? 'left' : 'right'"),
        "dx": alt.ExprRef(f"{is_today} ? {6 * scale} : {-6 * scale}"),
        "dy": alt.ExprRef(f"{is_today} ? {12 * scale} : {-8 * scale}"),
        "fontWeight": alt.ExprRef(f"{is_today} ? 400 : 600"),
    }
    texts = words(rows("name_at"), "name", scale, **mark)
    return coloured_text(texts.encode(x=across("name_at"), y=upwards("name_share")), "name_role")


def _ends() -> pl.DataFrame:
    texts = [say(f"charts.lorenz.{place}") for place in ("none", "fifth", "all")]
    return pl.DataFrame({"time": [0.0, FIFTH / TWENTIETHS, 1.0], "time_text": texts})


def _names(found: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    places = [table.row(FIFTH, named=True) for table in found.values()]
    return pl.DataFrame(
        {
            "name_at": [place["partners"] for place in places],
            "name_share": [place["mean"] for place in places],
            "name_role": list(found),
            "name": [letter(role) for role in found],
        }
    )


def _of(comparison: Comparison, name: str) -> pl.DataFrame:
    found = comparison.concentration.filter(pl.col("design") == name)
    return found.select(
        partners="partners_share",
        mean="sales_share_mean",
        low="sales_share_p10",
        high="sales_share_p90",
    )


def _title(comparison: Comparison, design: str) -> str:
    tried, today = (comparison.measured[name].largest[:, FIFTH] for name in (design, comparison.today))
    change = summarise(tried - today)
    told = {"design": role_of(comparison, design), "today": say("charts.today")}
    levels = {"level": share(summarise(today).mean), "share": share(summarise(tried).mean)}
    if not change.futures:
        return say("charts.lorenz.nobody", **told)
    kind = "differs" if change.p10 > 0.0 or change.p90 < 0.0 else "same"
    return say(f"charts.lorenz.{kind}", **told, **levels)


def _table(found: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    columns: dict[str, list[str]] = {say("charts.column.largest"): [share(at / TWENTIETHS) for at in TOLD]}
    for role, table in found.items():
        places = [table.row(at, named=True) for at in TOLD]
        columns[say("charts.column.sells", programme=letter(role))] = [share(one["mean"]) for one in places]
        columns[say("charts.column.sells_range", programme=letter(role))] = [
            amount_range(one["low"], one["high"], "share", like=one["mean"]) for one in places
        ]
    return pl.DataFrame(columns)
