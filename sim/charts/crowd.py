"""The crowd: one point for every partner, by effort and trust; a part of it can be marked."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.picture import Picture, stripped
from sim.charts.theme import FONT, GRID, INK, MUTED, ROLES
from sim.experiment.explain.crowd import DOUBTED, KNOWN, SELLS, STATES, UNSEEN
from sim.text.catalogue import say
from sim.text.numbers import count

HEIGHT: Final = 380
BRUSH: Final = "brush"
SHAPES: Final = {SELLS: "circle", DOUBTED: "square", KNOWN: "cross", UNSEEN: "triangle-up"}
STATE_ROLES: Final = {SELLS: "B", DOUBTED: "E", KNOWN: "today", UNSEEN: "bad"}
"""Colour of each state: that of a role in the page's theme."""
ACROSS: Final = ("effort", "alive", "profit_per_year")
SMALLEST, LARGEST = 24.0, 500.0


def crowd(partners: pl.DataFrame, across: str, scale: float = 1.0) -> Picture:
    """Every partner by trust and another measure, as large as its sales, in the colour of its state.

    Parameters
    ----------
    partners : see ``sim.experiment.explain.crowd.COLUMNS``
    across : one of ``ACROSS``
    scale : of type, points and height; 1.35 on a projector
    """
    roles = pl.col("state").replace_strict(STATE_ROLES, return_dtype=pl.String)
    data = partners.with_columns(role=roles, state_text=_states(partners["state"]))
    found = partners.filter(pl.col("state") == UNSEEN).height
    words = {"unseen": count(found), "all": count(partners.height)}
    title = say("charts.crowd.title" if found else "charts.crowd.none_unseen", **words)
    counts = [partners.filter(pl.col("state") == state).height for state in STATES]
    table = pl.DataFrame(
        {
            say("charts.column.state"): [say(f"charts.crowd.state.{state}") for state in STATES],
            say("charts.column.partners"): [count(one) for one in counts],
        }
    )
    height = round(HEIGHT * scale)
    return Picture(_spec(across, scale, height), data, table, title, say("charts.crowd.alt"), height)


def _states(states: pl.Series) -> pl.Series:
    return pl.Series([say(f"charts.crowd.state.{state}") for state in states], dtype=pl.String)


@cache
def _spec(across: str, scale: float, height: int) -> Mapping[str, Any]:
    look: dict[str, Any] = {
        "labelColor": INK, "titleColor": INK, "labelFontSize": FONT * scale, "titleFontSize": FONT * scale,
        "gridOpacity": GRID, "gridColor": INK, "domain": False, "ticks": False, "labelOpacity": MUTED,
    }  # fmt: skip
    brush = alt.selection_interval(name=BRUSH, encodings=["x", "y"])
    words = {name: say(f"charts.crowd.{name}") for name in ("trust", across)}
    size = alt.Scale(type="sqrt", range=[SMALLEST * scale**2, LARGEST * scale**2])
    shape = alt.Scale(domain=[STATE_ROLES[one] for one in STATES], range=[SHAPES[one] for one in STATES])
    points = alt.Chart().mark_point(filled=True, strokeWidth=0)
    chart = points.encode(
        x=alt.X(
            f"{across}:Q", title=words[across], axis=alt.Axis(**look, format=_format(across), tickCount=8)
        ),
        y=alt.Y("trust:Q", title=words["trust"], axis=alt.Axis(**look), scale=alt.Scale(zero=False)),
        size=alt.Size("sales_per_year:Q", scale=size, legend=None),
        color=alt.Color("role:N", scale=alt.Scale(domain=list(ROLES)), legend=None),
        shape=alt.Shape("role:N", scale=shape, legend=None),
        opacity=alt.condition(brush, alt.value(0.75), alt.value(0.15)),
        tooltip=[alt.Tooltip("partner:N"), alt.Tooltip("segment:N"), alt.Tooltip("state_text:N")],
    ).add_params(brush)
    spec: dict[str, Any] = stripped(chart.properties(width="container", height=height).to_dict())
    renderer = {"embedOptions": {"renderer": "svg"}}
    return spec | {
        "usermeta": renderer,
        "background": "transparent",
        "autosize": {"type": "fit", "contains": "padding"},
    }


def _format(across: str) -> str:
    return "~s" if across == "profit_per_year" else ".0%"
