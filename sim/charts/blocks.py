"""Rows of a picture that share a horizontal axis, whose lines leave the names of the rows out."""

from collections.abc import Sequence

import altair as alt
import polars as pl

from sim.charts.frame import TIME_GAP, pixels, rows, words
from sim.charts.theme import GRID, INK, MUTED, ZERO


def along(field: str) -> alt.X:
    """Horizontal position by a column; the ticks give the bounds."""
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(nice=False, zero=False))


def block_axis(ticks: Sequence[float], texts: Sequence[str], blocks: int) -> pl.DataFrame:
    """Columns ``tick``, ``tick_block`` for the lines and ``tick_text`` (once per tick) for the axis.

    Parameters
    ----------
    ticks, texts : values and their texts
    blocks : rows of the picture
    """
    every = range(blocks)
    return pl.DataFrame(
        {
            "tick": [tick for _ in every for tick in ticks],
            "tick_block": [float(block) for block in every for _ in ticks],
            "tick_text": [text if block == 0 else None for block in every for text in texts],
        }
    )


def block_lines(blocks: int, head: float, scale: float) -> list[alt.Chart]:
    """Lines of the ticks beside every block, that of zero stronger, and their texts below the last.

    Parameters
    ----------
    blocks : rows of the picture
    head : share of a block that its name takes
    scale : of type and strokes
    """
    start = pixels(f"height / {blocks} * (datum.tick_block + {head})")
    end = pixels(f"height / {blocks} * (datum.tick_block + 1)")
    strength = alt.condition(alt.datum.tick == 0, alt.value(ZERO), alt.value(GRID))
    lines = rows("tick_block").mark_rule(stroke=INK, strokeWidth=scale, aria=False)
    texts = words(rows("tick_text"), "tick_text", scale, fill=INK, opacity=MUTED)
    return [
        lines.encode(x=along("tick"), y=start, y2=end, opacity=strength),
        texts.encode(x=along("tick"), y=pixels(f"height + {TIME_GAP * scale}")),
    ]
