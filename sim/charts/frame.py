"""Layers that several charts share: grid, axis texts, zero line, room for labels.

Each layer reads its own columns and skips the rows in which they are empty.
"""

from typing import Any, Final, cast

import altair as alt

from sim.charts.theme import (
    FONT,
    GRID,
    INK,
    MUTED,
    TODAY,
    TODAY_LINE,
    ZERO,
    coloured_text,
    role_colour,
    role_dash,
)

TICK_GAP: Final = 8
TIME_GAP: Final = 10
END_GAP: Final = 6
DESIGN_LINE: Final = 2.25
ZERO_WIDTH: Final = 1.25
FROM_THE_LEFT: Final = "datum.time == 0 ? 'left' : 'center'"
BETWEEN_THE_ENDS: Final = "datum.time == 0 ? 'left' : 'right'"


def rows(field: str) -> alt.Chart:
    """The rows in which a column is filled."""
    return alt.Chart().transform_filter(f"isValid(datum.{field})")


def across(field: str = "week") -> alt.X:
    """Horizontal position by a column, from edge to edge, without an axis of Vega's own."""
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(nice=False, zero=False))


def upwards(field: str) -> alt.Y:
    """Vertical position by a column; the ticks give the bounds."""
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(nice=False, zero=False))


def pixels(expression: str) -> Any:
    """Position in px, by an expression of ``width`` and ``height``."""
    return alt.value(alt.ExprRef(expression))


def words(source: alt.Chart, field: str, scale: float, *, size: float = FONT, **mark: Any) -> alt.Chart:
    """Text marks of a column.

    Parameters
    ----------
    source : rows
    field : column of the texts
    scale : of the type
    size : of the type at scale 1, px
    mark : further properties of the mark
    """
    text = source.mark_text(fontSize=size * scale, aria=False, **({"baseline": "middle"} | mark))
    return _chart(text.encode(text=alt.Text(f"{field}:N")))


def value_grid(scale: float) -> list[alt.Chart]:
    """Horizontal lines at the ticks with their texts on the left."""
    ticks = rows("tick").encode(y=upwards("tick"))
    lines = ticks.mark_rule(stroke=INK, opacity=GRID, aria=False)
    texts = words(ticks, "tick_text", scale, align="right", fill=INK, opacity=MUTED)
    return [lines, texts.encode(x=alt.value(-TICK_GAP * scale))]


def time_texts(scale: float, align: str = FROM_THE_LEFT) -> alt.Chart:
    """Texts of the times under the picture.

    Parameters
    ----------
    scale : of the type
    align : expression for the alignment of a text with its time
    """
    texts = words(rows("time"), "time_text", scale, align=alt.ExprRef(align), fill=INK, opacity=MUTED)
    return _chart(texts.encode(x=across("time"), y=pixels(f"height + {TIME_GAP * scale}")))


def band(low: str, high: str, opacity: float) -> alt.Chart:
    """A band over the weeks between two columns, in the colour of its role."""
    area = rows(low).mark_area(opacity=opacity, aria=False)
    return _chart(area.encode(x=across(), y=upwards(low), y2=f"{high}:Q", color=role_colour()))


def line(field: str, width: float) -> alt.Chart:
    """A line over the weeks in the colour of its role.

    Parameters
    ----------
    field : column of its values
    width : px
    """
    stroke = rows(field).mark_line(strokeWidth=width, strokeJoin="round", aria=False)
    return _chart(stroke.encode(x=across(), y=upwards(field), color=role_colour()))


def role_lines(x: str, y: str, scale: float, role: str = "role", **mark: Any) -> alt.Chart:
    """Lines by role, today thinner and dashed.

    Parameters
    ----------
    x, y, role : columns
    scale : of the strokes
    mark : further properties of the mark
    """
    thin, thick = alt.value(TODAY_LINE * scale), alt.value(DESIGN_LINE * scale)
    paths = rows(y).mark_line(strokeJoin="round", aria=False, **mark)
    return _chart(
        paths.encode(
            x=across(x),
            y=upwards(y),
            color=role_colour(role),
            strokeDash=role_dash(role),
            strokeWidth=alt.condition(alt.datum[role] == TODAY, thin, thick),
        )
    )


def end_texts(scale: float) -> list[alt.Chart]:
    """Names beside the ends of lines; today in plain type."""
    weight = alt.ExprRef(f"datum.end_role == '{TODAY}' ? 400 : 600")
    texts = words(rows("end"), "end_text", scale, align="left", fontWeight=weight)
    placed = texts.encode(x=pixels(f"width + {END_GAP * scale}"), y=upwards("end"))
    return coloured_text(placed, "end_role")


def hover_layer() -> alt.Chart:
    """Strips that one does not see and that say their words under the pointer."""
    strips = rows("hover").mark_rect(opacity=0, aria=False)
    return _chart(strips.encode(x=across("hover_from"), x2="hover_to:Q", tooltip=alt.Tooltip("hover:N")))


def zero_line(scale: float) -> alt.Chart:
    """The line of no difference."""
    rule = rows("zero").mark_rule(stroke=INK, opacity=ZERO, strokeWidth=ZERO_WIDTH * scale, aria=False)
    return _chart(rule.encode(y=upwards("zero")))


def room(left: float, right: float) -> list[alt.Chart]:
    """Fixed room for texts left and right of the picture, so that it does not move when they change.

    Parameters
    ----------
    left, right : px
    """
    places = (f"-{left}", f"width + {right}")
    corner = rows("zero").mark_point(opacity=0, size=1, aria=False)
    return [corner.encode(x=pixels(place), y=alt.value(0)) for place in places]


def _chart(encoded: Any) -> alt.Chart:
    """Altair's ``encode`` promises nothing about what it returns."""
    return cast(alt.Chart, encoded)
