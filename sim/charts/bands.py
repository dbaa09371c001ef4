"""Who wins and who loses: partners in five bands of their yearly profit, by segment, tier or size."""

from typing import Final

import polars as pl

from sim.charts.picture import Picture
from sim.charts.stacks import member_name, stack_data, stack_height, stack_spec
from sim.charts.theme import BAND_COLOURS, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.tables.partners import BANDS
from sim.text.catalogue import say
from sim.text.numbers import count, share

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
    sizes = dict(found.group_by("member", maintain_order=True).agg(pl.col("partners").sum()).iter_rows())
    keys = {band: say(f"charts.band.{key}") for band, key in zip(BANDS, KEYS, strict=True)}
    return Picture(
        spec=stack_spec(BANDS, BAND_COLOURS, len(sizes), scale),
        data=stack_data(found.rename({"band": "kind"}), sizes, keys),
        table=_table(found, list(sizes)),
        title=_hardest(found, role_of(comparison, design)) or _title(found, role_of(comparison, design)),
        alt=say("charts.bands.alt", today=say("charts.today")),
        height=stack_height(len(sizes), scale),
    )


def _hardest(found: pl.DataFrame, design: str) -> str:
    """The tier or quarter by size of which most lose; empty for other groupings, and where nobody loses."""
    losing = found.filter(pl.col("grouping").is_in(["tier", "size"]) & pl.col("band").is_in(BANDS[:2]))
    parts = losing.group_by("member", maintain_order=True).agg(pl.col("share").sum())
    part = parts.sort("share", descending=True, maintain_order=True)[:1]
    if part.is_empty() or part["share"].item() == 0.0:
        return ""
    member, most = part.row(0)
    words = {"design": design, "today": say("charts.today")}
    return say("charts.bands.hardest", member=member_name(member), share=share(most), **words)


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
