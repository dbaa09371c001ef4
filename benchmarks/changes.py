"""Random changes of a programme, for studies that must not hang on a few chosen ones."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from sim.schema.catalogue import Entry, as_data, catalogue, differences, value_at
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.loading import load_programme
from sim.schema.market import Market
from sim.schema.programme import Programme

BASES: Final = (
    "retro-volume", "weak-rules", "clear-rules", "flat-margin", "ceo-high-touch", "incremental-growth",
)  # fmt: skip
"""Programmes in force before the change, in turn."""
MOST_LEVERS: Final = 3
LONGEST_STEP: Final = 3.0
"""Typical steps of a lever that one change moves it by, at most."""
LISTS: Final = ("rebate.steps", "front.tier_threshold_list")
"""Levers that are moved as a whole by other levers, or whose parts must stay in order."""


def random_changes(base: Programme, seed: int) -> Iterator[Programme]:
    """Programmes that differ from a base in one to three levers, without end.

    Parameters
    ----------
    base : programme in force
    seed : of the draws
    """
    rng = np.random.default_rng(seed)
    movable = [
        entry
        for entry in catalogue(Programme)
        if entry.meta and "[]" not in entry.path and entry.path not in LISTS
    ]
    while True:
        count = int(rng.integers(1, MOST_LEVERS + 1))
        chosen = [movable[place] for place in rng.choice(len(movable), count, replace=False)]
        moves = {entry.path: _moved(entry, value_at(base, entry.path), rng) for entry in chosen}
        try:
            new = changed(base, moves)
        except SchemaError:
            continue
        if differences(base, new):
            yield new


def base_of(place: int) -> Programme:
    """Programme in force for the n-th change."""
    return load_programme(BASES[place % len(BASES)])


def resized(market: Market, factor: float) -> Market:
    """The market with so many times the partners in every segment, at least one in each.

    Parameters
    ----------
    market : to be resized
    factor : > 0
    """
    segments = {
        name: one.model_copy(update={"partners": max(1, round(one.partners * factor))})
        for name, one in market.segments.items()
    }
    return market.model_copy(update={"segments": market.segments.model_copy(update=segments)})


def _moved(entry: Entry, value: Any, rng: np.random.Generator) -> Any:
    now, meta = as_data(value), entry.meta
    if isinstance(now, bool):
        return not now
    if entry.options:
        return str(rng.choice([word for word in entry.options if word != now]))
    assert meta is not None
    assert meta.typical is not None
    assert meta.low is not None
    assert meta.high is not None
    step = float(rng.uniform(-LONGEST_STEP, LONGEST_STEP)) * meta.typical
    if isinstance(now, list):
        return [float(np.clip(one + step, meta.low, meta.high)) for one in now]
    moved = float(np.clip(now + step, meta.low, meta.high))
    return round(moved) if isinstance(now, int) else moved
