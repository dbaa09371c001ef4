"""What a chart function hands back: a fixed specification, the figures it draws, and the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import polars as pl

SENT_APART: Final = ("data", "datasets", "$schema", "config")
"""Keys that the page adds itself: the figures, and the colours and type of its theme."""

PADDING: Final = {"left": 0, "right": 0, "top": 8, "bottom": 4}

_RENDERER: Final = {"embedOptions": {"renderer": "svg"}}
"""Text takes the page's own colour (``currentColor``), which only vector graphics know."""


@dataclass(frozen=True)
class Picture:
    """One chart.

    Attributes
    ----------
    spec : Vega-Lite without data; the same object for every call with the same options
    data : what the specification reads, one group of columns per layer, padded with nulls
    table : the same figures as a reader wants them, formatted, headings with unit and period
    title : a sentence that is a finding and names the baseline
    alt : what the picture is; the same for every call with the same options
    height : px
    """

    spec: Mapping[str, Any]
    data: pl.DataFrame
    table: pl.DataFrame
    title: str
    alt: str
    height: int


def composed(*layers: alt.Chart | alt.LayerChart, height: int) -> dict[str, Any]:
    """Layers on top of each other as one specification without data, as wide as its place.

    Parameters
    ----------
    layers : from back to front
    height : px
    """
    chart = alt.layer(*layers).properties(width="container", height=height, padding=PADDING)
    spec: dict[str, Any] = stripped(chart.to_dict())
    fit = {"type": "fit", "contains": "padding"}
    return spec | {"usermeta": _RENDERER, "autosize": fit, "background": "transparent"}


def stripped(spec: Any) -> Any:
    """A specification without data, schema and configuration, on every level."""
    if isinstance(spec, dict):
        return {key: stripped(value) for key, value in spec.items() if key not in SENT_APART}
    return [stripped(value) for value in spec] if isinstance(spec, list) else spec


def side_by_side(*frames: pl.DataFrame) -> pl.DataFrame:
    """Columns of several small frames in one, figures in single precision; short columns end in nulls."""
    rows = max(frame.height for frame in frames)
    return pl.DataFrame([_column(column, rows) for frame in frames for column in frame])


def _column(column: pl.Series, rows: int) -> pl.Series:
    """The column at its full length; written out, because that is much faster than to concatenate frames."""
    kind = pl.Float32 if column.dtype == pl.Float64 else column.dtype
    if len(column) == rows:
        return column.cast(kind)
    return pl.Series(column.name, [*column, *[None] * (rows - len(column))], dtype=kind)
