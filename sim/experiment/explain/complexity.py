"""Minutes it takes to explain a programme, and what they are made of."""

from typing import Final

import polars as pl

from sim.engine.flatten import levers_of
from sim.engine.layout import G
from sim.rules.contact import minutes_to_explain
from sim.schema.behaviour import Behaviour
from sim.schema.programme import Programme

PARTS: Final = {
    "rules": (G.rules_count, "minutes_per_rule"),
    "thresholds": (G.thresholds_count, "minutes_per_threshold"),
    "exceptions": (G.exceptions_count, "minutes_per_exception"),
    "claim_steps": (G.claim_steps_count, "minutes_per_claim_step"),
}
"""What must be explained: the lever that counts it, and the parameter that says how long one takes."""
COLUMNS: Final = {
    "part": "rules, thresholds, exceptions (a formula is one) or claim_steps",
    "count": "how many the programme has",
    "minutes": "to explain them, at the parameter's most likely value",
}


def complexity_of(programme: Programme) -> pl.DataFrame:
    """Minutes to explain a programme by what must be explained; see ``COLUMNS``.

    Parameters
    ----------
    programme : to be explained
    """
    levers, known = levers_of(programme), Behaviour()
    counts = {part: float(levers[place]) for part, (place, _) in PARTS.items()}
    each = {part: float(getattr(known, name)) for part, (_, name) in PARTS.items()}
    rows = [(part, counts[part], counts[part] * each[part]) for part in PARTS]
    return pl.DataFrame(rows, schema=list(COLUMNS), orient="row")


def minutes_of(programme: Programme) -> float:
    """Minutes to explain a programme.

    Parameters
    ----------
    programme : to be explained
    """
    levers, known = levers_of(programme), Behaviour()
    counts = [float(levers[place]) for place, _ in PARTS.values()]
    return minutes_to_explain(*counts, *(float(getattr(known, name)) for _, name in PARTS.values()))
