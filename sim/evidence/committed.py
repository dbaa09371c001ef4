"""Committed verdicts: what was found when they were last written, and why they are what they are."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sim.evidence.fact import Fact, Measured, Verdict, judged, summary
from sim.evidence.listing import ALL
from sim.evidence.world import VARIANTS, World

FILE: Final = Path(__file__).with_name("verdicts.toml")
QUICK_SEEDS: Final = 10
FULL_SEEDS: Final = 30
DIGITS: Final = 4
HEAD: Final = """# Verdicts on published facts; written by `partnerlab validate --full --write`.
# A test fails when a verdict differs from this file, in either direction, and when a reason is empty.
"""


@dataclass(frozen=True)
class Committed:
    """Verdicts on one fact.

    Attributes
    ----------
    found : in the full run
    quick : verdict of the quick run; None where it is not run
    verdicts : of the full run, by variant; ``model`` is the model itself
    reason : why the verdict of the model is what it is, or why it changed
    """

    found: Measured
    quick: Verdict | None
    verdicts: dict[str, Verdict]
    reason: str


def is_evidence(fact: Fact, known: Committed) -> bool:
    """Whether the model shows a fact that set no parameter, and partners whose effort is chance fail it."""
    passed, by_chance = (known.verdicts[variant] for variant in ("model", "placebo"))
    return passed == "pass" and by_chance == "fail" and not fact.is_calibration


def read_committed() -> dict[str, Committed]:
    """Verdicts by name of the fact."""
    rows = tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    return {
        name: Committed(
            Measured(row["simulated"], row["low"], row["high"]),
            row.get("quick"),
            {variant: row[variant] for variant in VARIANTS},
            row["reason"],
        )
        for name, row in rows.items()
    }


def verdict_of(fact: Fact, world: World) -> tuple[Measured, Verdict]:
    """What a world shows of a fact."""
    found = summary(world.once(fact.measure))
    return found, judged(fact, found, world.variant)


def measured_anew(ids: Sequence[str] = ()) -> dict[str, Committed]:
    """Verdicts in every variant; a reason stays where its verdict does, else it is emptied.

    Parameters
    ----------
    ids : of facts to measure; the others stay as committed; by default all
    """
    before, asked = read_committed(), [fact for fact in ALL if not ids or fact.id in ids]
    found: dict[str, dict[str, tuple[Measured, Verdict]]] = {fact.name: {} for fact in asked}
    for variant in VARIANTS:
        world = World(FULL_SEEDS, variant)
        for fact in asked:
            found[fact.name][variant] = verdict_of(fact, world)
    quick = World(QUICK_SEEDS)
    anew = {fact.name: _committed(fact, found[fact.name], quick, before.get(fact.name)) for fact in asked}
    return {fact.name: anew.get(fact.name) or before[fact.name] for fact in ALL}


def _committed(
    fact: Fact, found: dict[str, tuple[Measured, Verdict]], quick: World, old: Committed | None
) -> Committed:
    verdicts = {variant: verdict for variant, (_, verdict) in found.items()}
    reason = old.reason if old and old.verdicts["model"] == verdicts["model"] else ""
    soon = verdict_of(fact, quick)[1] if fact.is_quick else None
    return Committed(found["model"][0], soon, verdicts, reason)


def as_toml(verdicts: dict[str, Committed]) -> str:
    """The file of committed verdicts.

    Parameters
    ----------
    verdicts : by name of the fact
    """
    parts = [HEAD]
    for name, one in verdicts.items():
        lines = [f"[{name}]"]
        lines += [
            f"{key} = {value:.{DIGITS}f}"
            for key, value in zip(
                ("simulated", "low", "high"), (one.found.mean, one.found.low, one.found.high), strict=True
            )
        ]
        lines += [f'quick = "{one.quick}"'] if one.quick else []
        lines += [*(f'{key} = "{value}"' for key, value in one.verdicts.items())]
        parts.append("\n".join([*lines, f'reason = "{one.reason}"']) + "\n")
    return "\n".join(parts)
