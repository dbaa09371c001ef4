"""Bars of 100 % by group of partners, each cut into the same five kinds from bad to good."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import composed, side_by_side
from sim.charts.theme import FONT, INK, MUTED, ON_BAND_COLOUR
from sim.text.catalogue import say, say_count
from sim.text.numbers import count

ROW: Final = 44
KEY: Final = 40
BAR: Final = 20
NAME: Final = 13
TOLD: Final = 0.04
"""Smallest share whose percentage fits into its piece of a narrow bar."""


def stack_height(members: int, scale: float) -> int:
    """Height of so many bars and their key, px."""
    return round((ROW * members + KEY) * scale)


@cache
def stack_spec(
    kinds: tuple[str, ...], shades: tuple[str, ...], members: int, scale: float
) -> Mapping[str, Any]:
    """Specification of bars cut into five kinds.

    Parameters
    ----------
    kinds : from bad to good
    shades : colour of each
    members : bars
    scale : of type, strokes and height
    """
    key, height = KEY * scale, stack_height(members, scale)
    row = f"(height - {key}) / {members}"
    colours = alt.Scale(domain=list(kinds), range=list(shades))
    colour, key_colour = (alt.Color(f"{field}:N", scale=colours, legend=None) for field in ("kind", "key"))
    middle = pixels("(datum.start + datum.stop) / 2 * width")
    centre = f"(datum.place + 1) * {row} - {(BAR / 2 + 4) * scale}"
    name_at = {"y": pixels(f"(datum.name_place + 1) * {row} - {(BAR + NAME) * scale}")}
    inside = words(rows("percent"), "percent", scale, fill=ON_BAND_COLOUR)
    name = words(rows("name"), "name", scale, align="left", fill=INK)
    total = words(rows("name"), "total", scale, align="right", fill=INK, opacity=MUTED)
    key_text = words(rows("key"), "key_text", scale, size=FONT - 1, fill=INK, opacity=MUTED)
    piece = rows("stop").mark_rect(aria=False)
    swatch = rows("key").mark_rect(aria=False)
    across = {"x": pixels("datum.key_place * width / 5"), "x2": pixels("(datum.key_place + 1) * width / 5")}
    return composed(
        *room(0, 0),
        piece.encode(
            x=pixels("datum.start * width"),
            x2=pixels("datum.stop * width"),
            y=pixels(f"{centre} - {BAR / 2 * scale}"),
            y2=pixels(f"{centre} + {BAR / 2 * scale}"),
            color=colour,
        ),
        inside.encode(x=middle, y=pixels(centre)),
        name.encode(x=alt.value(0), **name_at),
        total.encode(x=pixels("width"), **name_at),
        swatch.encode(
            **across,
            y=pixels(f"height - {26 * scale}"),
            y2=pixels(f"height - {21 * scale}"),
            color=key_colour,
        ),
        key_text.encode(x=pixels("(datum.key_place + 0.5) * width / 5"), y=pixels(f"height - {10 * scale}")),
        height=height,
    )


def stack_data(found: pl.DataFrame, sizes: Mapping[str, int], keys: Mapping[str, str]) -> pl.DataFrame:
    """What the specification reads.

    Parameters
    ----------
    found : ``member``, ``kind`` and ``share``; of every member all kinds in their order, adding up to 1
    sizes : partners of each member, in the order of the bars
    keys : what each kind is called, in their order
    """
    places = [float(place) for place in range(len(keys))]
    key = pl.DataFrame({"key": list(keys), "key_place": places, "key_text": list(keys.values())})
    return side_by_side(_pieces(found, list(sizes)), _names(sizes), key, pl.DataFrame({"zero": [0.0]}))


def _pieces(found: pl.DataFrame, members: Sequence[str]) -> pl.DataFrame:
    places = {member: float(place) for place, member in enumerate(members)}
    stop = pl.col("share").cum_sum().over("member")
    return found.select(
        "kind",
        place=pl.col("member").replace_strict(places, return_dtype=pl.Float64),
        start=stop - pl.col("share"),
        stop=stop,
        percent=pl.Series([_percent(value) for value in found["share"]], dtype=pl.String),
    )


def _percent(value: float) -> str | None:
    return count(round(100.0 * value)) if value >= TOLD else None


def _names(sizes: Mapping[str, int]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "name": [member_name(member) for member in sizes],
            "name_place": [float(place) for place in range(len(sizes))],
            "total": [say_count("charts.partners", size) for size in sizes.values()],
        }
    )


def member_name(member: str) -> str:
    """What a segment, a tier, a quarter by size or the whole of the partners is called."""
    return say(f"charts.member.{member}")
