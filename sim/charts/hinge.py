"""The one assumption that decides: every future at its value, and what it brings there."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, value_axis
from sim.charts.frame import pixels, room, rows, upwards, value_grid, words, zero_line
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, role_colour, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.headline import assumption_in_words, assumption_unit
from sim.experiment.outcomes import HEADLINE, OUTCOMES
from sim.experiment.verdict import Hinge
from sim.text.catalogue import say
from sim.text.numbers import figure, money

HEIGHT: Final = 190
ROOM_LEFT: Final = 64
DOT: Final = 26.0
DOT_OPACITY: Final = 0.6
MEAN: Final = 2.5
"""Width of the lines at the two means."""
SPLIT: Final = 0.5
TICKS: Final = 5


def hinge(comparison: Comparison, design: str, found: Hinge, scale: float = 1.0) -> Picture:
    """Difference of every future against the assumption that decides, and the means of both sides.

    Parameters
    ----------
    comparison : with the design
    design : its name
    found : the assumption, its split and the means of both sides
    scale : of type, strokes and height; 1.35 on a projector
    """
    unit, name = assumption_unit(found.name), assumption_in_words(found.name)
    points = _points(comparison, design, found)
    gains = points["gain"].to_list()
    ticks = round_ticks(min(*gains, 0.0), max(*gains, 0.0), TICKS)
    split = figure(found.split, unit)
    above, below = (money(side, signed=True) for side in (found.above, found.below))
    height = round(HEIGHT * scale)
    return Picture(
        spec=_spec(scale, height),
        data=side_by_side(
            points,
            _sides(points, found, unit),
            value_axis(ticks, "¤", signed=True),
            pl.DataFrame({"zero": [0.0]}),
        ),
        table=_table(split, below, above),
        title=say("charts.hinge.title", assumption=name, split=split, above=above, below=below),
        alt=say("charts.hinge.alt", today=say("charts.today")),
        height=height,
    )


def _points(comparison: Comparison, design: str, found: Hinge) -> pl.DataFrame:
    assumed = comparison.futures.rows[:, comparison.futures.names.index(found.name)]
    place = [outcome.name for outcome in OUTCOMES].index(HEADLINE)
    today, tried = (comparison.measured[name].values[:, place] for name in (comparison.today, design))
    role = pl.lit(role_of(comparison, design))
    return pl.DataFrame({"assumed": assumed, "gain": tried - today}).with_columns(role=role)


def _sides(points: pl.DataFrame, found: Hinge, unit: str) -> pl.DataFrame:
    values = points["assumed"].to_list()
    low, high = min(values), max(values)
    return pl.DataFrame(
        {
            "mean": [found.below, found.above, None],
            "mean_from": [low, found.split, None],
            "mean_to": [found.split, high, None],
            "split": [found.split, None, None],
            "end": [low, found.split, high],
            "end_text": [figure(value, unit) for value in (low, found.split, high)],
        }
    )


def _table(split: str, below: str, above: str) -> pl.DataFrame:
    sides = [say("charts.hinge.below", split=split), say("charts.hinge.above", split=split)]
    heads = (say("charts.column.assumption"), say("charts.column.mean_difference"))
    return pl.DataFrame(dict(zip(heads, (sides, [below, above]), strict=True)))


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    dots = rows("gain").mark_point(size=DOT * scale, filled=True, opacity=DOT_OPACITY, aria=False)
    means = rows("mean").mark_rule(stroke=INK, strokeWidth=MEAN * scale, aria=False)
    split = rows("split").mark_rule(stroke=INK, opacity=SPLIT, strokeDash=[4, 3], aria=False)
    texts = words(rows("end"), "end_text", scale, fill=INK, opacity=MUTED)
    return composed(
        *room(ROOM_LEFT * scale, 0),
        *value_grid(scale),
        zero_line(scale),
        dots.encode(x=_across("assumed"), y=upwards("gain"), color=role_colour()),
        split.encode(x=_across("split"), y=alt.value(0), y2=pixels("height")),
        means.encode(x=_across("mean_from"), x2="mean_to:Q", y=upwards("mean")),
        texts.encode(x=_across("end"), y=pixels(f"height + {10 * scale}")),
        height=height,
    )


def _across(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(nice=False, zero=False))
