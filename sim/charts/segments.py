"""What designs change for each kind of partner: mean and 80 % range by segment."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, tick_texts
from sim.charts.blocks import along, block_axis, block_lines
from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, coloured_text, role_colour, role_of
from sim.experiment.comparison import Comparison
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range

UNITS: Final = {
    "sales_list_per_year": "¤",
    "profit_per_year": "¤",
    "effort_share": "share",
    "active_share": "share",
}
HEADING: Final = 22
ROW: Final = 17
GAP: Final = 8
BELOW: Final = 26
ROOM_LEFT: Final = 22
ROOM_RIGHT: Final = 66
STEPS: Final = 4
BAR: Final = 4
DOT: Final = 70
RANGE: Final = 0.5


def segments(comparison: Comparison, measure: str, scale: float = 1.0) -> Picture:
    """Change of a measure by segment, a dot and an 80 % range for every design.

    Parameters
    ----------
    comparison : with at least one design
    measure : key of ``UNITS``
    scale : of type, strokes and height; 1.35 on a projector
    """
    roles = {name: role_of(comparison, name) for name in comparison.designs}
    found = comparison.segments.filter(pl.col("measure") == measure).select(
        "segment",
        "difference_mean",
        "difference_p10",
        "difference_p90",
        role=pl.col("design").replace_strict(roles, return_dtype=pl.String),
    )
    names = found["segment"].unique(maintain_order=True).to_list()
    height = round((len(names) * (HEADING + ROW * len(roles) + GAP) + BELOW) * scale)
    return Picture(
        spec=_spec(scale, height, len(names), len(roles)),
        data=_data(found, names, list(roles.values()), UNITS[measure]),
        table=_table(found, UNITS[measure]),
        title=_title(found, measure),
        alt=say("charts.segments.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, segments: int, designs: int) -> Mapping[str, Any]:
    block = f"(height / {segments})"
    share = ROW / (HEADING + ROW * designs + GAP)
    top = HEADING / (HEADING + ROW * designs + GAP)
    at_row = {"y": pixels(f"{block} * (datum.segment_place + {top} + {share} * (datum.design_place + 0.5))")}
    at_name = {"y": pixels(f"{block} * (datum.name_place + {top / 2})")}
    mean = rows("mean").encode(**at_row, color=role_colour())
    name = words(rows("name"), "name", scale, align="left", fill=INK, fontWeight=600)
    letter = words(rows("mean"), "role", scale, align="left", fontWeight=600)
    figure = words(rows("mean"), "figure", scale, align="right", fill=INK)
    return composed(
        *room(ROOM_LEFT * scale, ROOM_RIGHT * scale),
        *block_lines(segments, top, scale),
        mean.mark_rule(strokeWidth=BAR * scale, opacity=RANGE, aria=False).encode(
            x=along("low"), x2="high:Q"
        ),
        mean.mark_point(size=DOT * scale**2, filled=True, opacity=1.0, aria=False).encode(x=along("mean")),
        name.encode(x=alt.value(-ROOM_LEFT * scale), **at_name),
        *coloured_text(letter.encode(x=alt.value(-ROOM_LEFT * scale), **at_row)),
        figure.encode(x=pixels(f"width + {ROOM_RIGHT * scale}"), **at_row),
        height=height,
    )


def _data(found: pl.DataFrame, names: list[str], roles: list[str], unit: str) -> pl.DataFrame:
    dots = found.select(
        "role",
        mean="difference_mean",
        low="difference_p10",
        high="difference_p90",
        segment_place=_places("segment", names),
        design_place=_places("role", roles),
        figure=pl.Series([amount(value, unit, signed=True) for value in found["difference_mean"]]),
    )
    ends = [*dots["low"].drop_nulls(), *dots["high"].drop_nulls(), 0.0]
    ticks = round_ticks(min(ends), max(ends), STEPS)
    texts = tick_texts(ticks, "points" if unit == "share" else unit, signed=True)
    named = {"name": [say(f"charts.member.{name}") for name in names]}
    named_at = {"name_place": [float(place) for place in range(len(names))]}
    return side_by_side(
        dots,
        block_axis(ticks, texts, len(names)),
        pl.DataFrame(named | named_at),
        pl.DataFrame({"zero": [0.0]}),
    )


def _places(field: str, names: list[str]) -> pl.Expr:
    places = {name: float(place) for place, name in enumerate(names)}
    return pl.col(field).replace_strict(places, return_dtype=pl.Float64)


def _title(found: pl.DataFrame, measure: str) -> str:
    clear = found.filter((pl.col("difference_p10") > 0.0) | (pl.col("difference_p90") < 0.0))
    words = {"measure": say(f"charts.measure.{measure}"), "today": say("charts.today")}
    if clear.is_empty():
        return say("charts.segments.same", **words)
    furthest = clear.sort(pl.col("difference_mean").abs(), descending=True).row(0, named=True)
    return say(
        "charts.segments.largest",
        **words,
        segment=say(f"charts.member.{furthest['segment']}"),
        amount=amount(furthest["difference_mean"], UNITS[measure], signed=True),
        design=furthest["role"],
    )


def _table(found: pl.DataFrame, unit: str) -> pl.DataFrame:
    rows = list(found.rows(named=True))
    means = [amount(row["difference_mean"], unit, signed=True) for row in rows]
    ends = [
        amount_range(
            row["difference_p10"], row["difference_p90"], unit, like=row["difference_mean"], signed=True
        )
        for row in rows
    ]
    return pl.DataFrame(
        {
            say("charts.column.design"): [row["role"] for row in rows],
            say("charts.column.segment"): [say(f"charts.member.{row['segment']}") for row in rows],
            say("charts.column.change", today=say("charts.today")): means,
            say("charts.column.range"): ends,
        }
    )
