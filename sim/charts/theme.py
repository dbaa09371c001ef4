"""Colours, dashes and sizes of all charts.

Colours of roles come from the page's theme, light or dark, by their place in ``ROLES``. Text, grid and rules
take the page's own text colour, more or less opaque.
"""

from typing import Final

import altair as alt
import polars as pl

from sim.experiment.comparison import Comparison
from sim.text.catalogue import say

TODAY: Final = "today"
DESIGN_ROLES: Final = ("B", "C", "D", "E", "F", "G", "H")
ROLES: Final = (TODAY, *DESIGN_ROLES, "good", "bad")
"""Order of the categorical colours of the page's theme."""

DASHES: Final = ((5, 4), (1, 0), (9, 3), (2, 2), (9, 3, 2, 3), (14, 4), (5, 2), (2, 4))
"""Of today and the designs, px drawn and px left out; B is solid."""

BAND_COLOURS: Final = ("#D9772B", "#F2C49B", "#D7DCE2", "#9CC7E4", "#3E8EC6")
"""From those who lose much to those who gain much; the same in light and dark."""

REACTION_COLOURS: Final = ("#D9772B", "#E8A468", "#F6D3B0", "#D7DCE2", "#3E8EC6")
"""From those who leave to those who sell more, the unmoved in grey; the same in light and dark."""

ON_BAND_COLOUR: Final = "#17202B"

PAPER_COLOURS: Final = (
    *("#6B7480", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#7A5195", "#8C6D1F", "#3B7A78"),
    *("#007A5A", "#B34A00"),
)
"""Colours of ``ROLES`` where there is no page: those of its light theme."""

PAPER_INK: Final = "#17202B"
"""Colour of text on paper: that of the light theme."""

INK: Final = "currentColor"
MUTED: Final = 0.68
GRID: Final = 0.13
ZERO: Final = 0.6
BAND_80: Final = 0.3
BAND_95: Final = 0.13

FONT: Final = 12.0
LINE: Final = 2.5
TODAY_LINE: Final = 1.75

_INTO_INK: Final = 0.62
"""Opacity of a role's colour over ink: text in that colour keeps its contrast on light and on dark."""


def role_of(comparison: Comparison, name: str) -> str:
    """Role of a programme of a comparison: ``today``, or the letter of the design."""
    return TODAY if name == comparison.today else DESIGN_ROLES[comparison.designs.index(name)]


def letter(role: str) -> str:
    """What a role is called: the letter of the design, or the word for today."""
    return say("charts.today") if role == TODAY else role


def today_on_top(lines: pl.DataFrame) -> pl.DataFrame:
    """Rows with those of today last: its dashes are drawn over a design that runs on the same line."""
    return lines.sort(pl.col("role") == TODAY, maintain_order=True)


def role_colour(field: str = "role") -> alt.Color:
    """Colour of the role in a column, from the page's theme."""
    return alt.Color(f"{field}:N", scale=alt.Scale(domain=list(ROLES)), legend=None)


def role_dash(field: str = "role") -> alt.StrokeDash:
    """Dash of the role in a column."""
    scale = alt.Scale(domain=[TODAY, *DESIGN_ROLES], range=[list(dash) for dash in DASHES])
    return alt.StrokeDash(f"{field}:N", scale=scale, legend=None)


def coloured_text(text: alt.Chart, field: str = "role") -> list[alt.Chart]:
    """Text in the colour of its role, mixed with ink so that it can be read in light and in dark.

    Parameters
    ----------
    text : a text mark without colour
    field : column of the role
    """
    over: alt.Chart = text.encode(color=role_colour(field), opacity=alt.value(_INTO_INK))
    under: alt.Chart = text.encode(color=alt.value(INK))
    return [under, over]
