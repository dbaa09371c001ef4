"""Who wins and who loses: partners in five bands of their yearly profit, by segment, tier or size."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import BAND_COLOURS, FONT, INK, MUTED, ON_BAND_COLOUR, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.tables.partners import BANDS
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, share

ROW: Final = 44
KEY: Final = 40
BAR: Final = 20
NAME: Final = 13
TOLD: Final = 0.04
"""Smallest share whose percentage fits into its piece of a narrow bar."""

KEYS: Final = ("loses_much", "loses", "same", "gains", "gains_much")
"""Names of the bands in the catalogue, in the order of ``BANDS``."""


def bands(comparison: Comparison, design: str, grouping: str, scale: float = 1.0) -> Picture:
    """Share of the partners of each group in each band of gain or loss.

    Parameters
    ----------
    comparison : with the design
    design : its name
    grouping : ``all``, ``segment``, ``tier`` or ``size`` (both under today's programme)
    scale : of type, strokes and height; 1.35 on a projector
    """
    found = comparison.bands.filter((pl.col("design") == design) & (pl.col("grouping") == grouping))
    members = found["member"].unique(maintain_order=True).to_list()
    height = round((ROW * len(members) + KEY) * scale)
    return Picture(
        spec=_spec(scale, height, len(members)),
        data=side_by_side(
            _pieces(found, members), _names(found, members), _key(), pl.DataFrame({"zero": [0.0]})
        ),
        table=_table(found, members),
        title=_title(found, role_of(comparison, design)),
        alt=say("charts.bands.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, members: int) -> Mapping[str, Any]:
    key = KEY * scale
    row = f"(height - {key}) / {members}"
    colours = alt.Scale(domain=list(BANDS), range=list(BAND_COLOURS))
    colour, key_colour = (alt.Color(f"{field}:N", scale=colours, legend=None) for field in ("band", "key"))
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


def _pieces(found: pl.DataFrame, members: list[str]) -> pl.DataFrame:
    places = {member: float(place) for place, member in enumerate(members)}
    stop = pl.col("share").cum_sum().over("member")
    return found.select(
        "band",
        place=pl.col("member").replace_strict(places, return_dtype=pl.Float64),
        start=stop - pl.col("share"),
        stop=stop,
        percent=pl.Series([_percent(value) for value in found["share"]], dtype=pl.String),
    )


def _percent(value: float) -> str | None:
    return count(round(100.0 * value)) if value >= TOLD else None


def _names(found: pl.DataFrame, members: list[str]) -> pl.DataFrame:
    totals = [int(found.filter(pl.col("member") == member)["partners"].sum()) for member in members]
    return pl.DataFrame(
        {
            "name": [member_name(member) for member in members],
            "name_place": [float(place) for place in range(len(members))],
            "total": [say_count("charts.partners", total) for total in totals],
        }
    )


def member_name(member: str) -> str:
    """What a segment, a tier or the whole of the partners is called."""
    return say(f"charts.member.{member}")


def _key() -> pl.DataFrame:
    texts = [say(f"charts.band.{key}") for key in KEYS]
    return pl.DataFrame({"key": list(BANDS), "key_place": [0.0, 1.0, 2.0, 3.0, 4.0], "key_text": texts})


def _title(found: pl.DataFrame, design: str) -> str:
    counts = dict(found.group_by("band").agg(pl.col("partners").sum()).iter_rows())
    loses, gains = counts[BANDS[0]] + counts[BANDS[1]], counts[BANDS[3]] + counts[BANDS[4]]
    return say(
        "charts.bands.title",
        design=design,
        loses=count(loses),
        gains=count(gains),
        partners=count(sum(counts.values())),
        today=say("charts.today"),
    )


def _table(found: pl.DataFrame, members: list[str]) -> pl.DataFrame:
    columns = {}
    for band, key in zip(BANDS, KEYS, strict=True):
        here = found.filter(pl.col("band") == band)
        columns[say(f"charts.band.{key}")] = [
            say("charts.bands.cell", partners=count(partners), share=share(part))
            for partners, part in here.select("partners", "share").iter_rows()
        ]
    return pl.DataFrame({say("charts.column.partners"): [member_name(name) for name in members], **columns})
