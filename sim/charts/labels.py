"""Labels at the ends of lines, moved apart where they would overlap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from sim.charts.theme import letter

LABEL_GAP: Final = 14


@dataclass(frozen=True)
class Span:
    """The stretch of an axis that a picture shows.

    Attributes
    ----------
    low, high : values at its ends
    pixels : its length
    """

    low: float
    high: float
    pixels: float

    def values(self, pixels: float) -> float:
        """A distance in px as a difference of values."""
        return pixels * (self.high - self.low) / self.pixels


@dataclass
class _Block:
    """Neighbours that stand at the least distance from each other."""

    total: float
    count: int

    @property
    def start(self) -> float:
        return self.total / self.count


def spread(wanted: Sequence[float], span: Span, pixels: float) -> list[float]:
    """Places near the wanted ones, in the same order, at least a distance apart, inside the picture.

    The sum of squared moves is smallest (pool adjacent violators); where there are more labels than room, the
    distance shrinks.

    Parameters
    ----------
    wanted : values the labels belong to
    span : of the axis they stand at
    pixels : least distance
    """
    if not wanted:
        return []
    gap = min(span.values(pixels), (span.high - span.low) / max(len(wanted) - 1, 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    blocks: list[_Block] = []
    for rank, place in enumerate(order):
        blocks.append(_Block(wanted[place] - rank * gap, 1))
        while len(blocks) > 1 and blocks[-2].start > blocks[-1].start:
            last = blocks.pop()
            blocks[-1] = _Block(blocks[-1].total + last.total, blocks[-1].count + last.count)
    highest = span.high - (len(wanted) - 1) * gap
    starts = [min(max(block.start, span.low), highest) for block in blocks for _ in range(block.count)]
    found = [0.0] * len(wanted)
    for rank, place in enumerate(order):
        found[place] = starts[rank] + rank * gap
    return found


def end_labels(
    values: Mapping[str, float], span: Span, figures: Mapping[str, str] | None = None
) -> pl.DataFrame:
    """Columns ``end``, ``end_text``, ``end_role``: what a line is called, beside its end.

    Lines that end in the same point share a label.

    Parameters
    ----------
    values : at the end of the line, by role
    span : of the axis they stand at
    figures : text after the name, by role
    """
    together: dict[tuple[float, str], list[str]] = {}
    for role, value in values.items():
        together.setdefault((value, (figures or {}).get(role, "")), []).append(role)
    places = spread([value for value, _ in together], span, LABEL_GAP)
    texts = [f"{' '.join(map(letter, roles))} {figure}".rstrip() for (_, figure), roles in together.items()]
    first = [roles[0] for roles in together.values()]
    kinds = {"end": pl.Float64, "end_text": pl.String, "end_role": pl.String}
    return pl.DataFrame({"end": places, "end_text": texts, "end_role": first}, schema=kinds)
