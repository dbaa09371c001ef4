"""Each partner's segment: from its type where the words say it, else from how much and how it sells."""

from collections.abc import Mapping
from difflib import get_close_matches

import numpy as np

from sim.intake.columns import normal
from sim.intake.errors import IntakeError
from sim.intake.table import Counts, Floats
from sim.schema.market import SEGMENTS, Market
from sim.text import numbers
from sim.text.catalogue import say

# Parts of words, English, German, Polish; the first segment with a hit wins.
# fmt: off
WORDS: dict[str, tuple[str, ...]] = {
    "managed_service_provider": (
        "msp", "mssp", "managed", "service provider", "host", "cloud",
        "dienstleist",
    ),
    "large_integrator": ("integrator", "lsi", "gsi", "systemhaus", "enterprise", "konzern", "large account"),
    "boutique": ("boutique", "butik", "special", "spezial", "specjal", "consult", "berat", "doradc", "isv"),
    "reseller": ("resell", "var", "value added", "dealer", "handl", "retail", "sprzedaw", "odsprzed"),
}
# fmt: on
_SHORTEST_PART = 4
_UNKNOWN = -1


def assign_segments(
    types: tuple[str, ...],
    sales_list: Floats,
    deal_log_mean: Floats,
    market: Market,
    given: Mapping[str, str] | None = None,
) -> tuple[Counts, tuple[str, ...]]:
    """Segment of every partner.

    Parameters
    ----------
    types : partner type as the table has it, empty where unknown
    sales_list : yearly sales at list, ¤, shape (partners,)
    deal_log_mean : log of the median deal at list, shape (partners,)
    market : its segments are the yardstick
    given : type to segment name, from the user; wins over the words

    Returns
    -------
    position in SEGMENTS, shape (partners,), and sentences on what was mapped and inferred

    Raises
    ------
    IntakeError : a given segment that does not exist
    """
    named = {kind: _given_segment(kind, given) or segment_of(kind) for kind in sorted(set(types) - {""})}
    by_type = np.array([_position(named.get(kind)) for kind in types], dtype=np.int64)
    inferred = nearest_segment(sales_list, deal_log_mean, market)
    return np.where(by_type == _UNKNOWN, inferred, by_type), _sentences(named, types)


def segment_of(kind: str) -> str | None:
    """Segment that the words of a partner type name, if any: ``Value Added Reseller`` is a reseller."""
    words = normal(kind)
    if words.replace(" ", "_") in SEGMENTS:
        return words.replace(" ", "_")
    for segment, parts in WORDS.items():
        if any(_names(part, words) for part in parts):
            return segment
    return None


def nearest_segment(sales_list: Floats, deal_log_mean: Floats, market: Market) -> Counts:
    """Segment whose yearly sales and deal size are nearest, in standard deviations of the segment.

    Partners without sales go to the segment with the most inactive partners.

    Returns
    -------
    position in SEGMENTS, shape (partners,)
    """
    distance = np.stack([_distance(sales_list, deal_log_mean, market, name) for name in SEGMENTS])
    inactive = [
        market.segments[name].partners * (1.0 - market.segments[name].active_share) for name in SEGMENTS
    ]
    return np.where(sales_list > 0.0, distance.argmin(axis=0), int(np.argmax(inactive)))


def _distance(sales_list: Floats, deal_log_mean: Floats, market: Market, name: str) -> Floats:
    segment = market.segments[name]
    usual_sales = float(segment.revenue_per_active_list)
    spread = max(segment.wins_log_sd, 0.1), max(segment.deal_log_sd, 0.1)
    sales = np.log(np.maximum(sales_list, 1.0) / usual_sales) / spread[0]
    size = (deal_log_mean - np.log(float(segment.deal_median_list))) / spread[1]
    return np.asarray(sales**2 + size**2)


def _names(part: str, words: str) -> bool:
    return part in words if len(part) >= _SHORTEST_PART else part in words.split()


def _position(segment: str | None) -> int:
    return SEGMENTS.index(segment) if segment in SEGMENTS else _UNKNOWN


def _given_segment(kind: str, given: Mapping[str, str] | None) -> str | None:
    segment = (given or {}).get(kind)
    if segment is None or segment in SEGMENTS:
        return segment
    near = get_close_matches(segment, SEGMENTS, 1)
    hint = say("intake.nearest", name=near[0]) if near else ""
    raise IntakeError(say("intake.unknown_segment", segment=segment, segments=", ".join(SEGMENTS), hint=hint))


def _sentences(named: Mapping[str, str | None], types: tuple[str, ...]) -> tuple[str, ...]:
    """Which types were understood; the others are only counted, for a type may be the name of a firm."""
    pairs = ", ".join(f"{kind} = {segment}" for kind, segment in named.items() if segment)
    unknown = sum(1 for kind in types if named.get(kind) is None)
    sentences = [say("intake.types_mapped", pairs=pairs)] if pairs else []
    if named and unknown:
        sentences.append(say("intake.types_unknown", partners=numbers.count(unknown)))
    return tuple(sentences)
