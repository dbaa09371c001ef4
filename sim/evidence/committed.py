"""Committed verdicts: what was found when they were last written, and why they are what they are."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sim.evidence.fact import Fact, Measured, Verdict, judged, summary
from sim.evidence.listing import FACTS
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
    quick : verdict of the quick run
    verdicts : of the full run, by variant; ``model`` is the model itself
    reason : why the verdict of the model is what it is, or why it changed
    """

    found: Measured
    quick: Verdict
    verdicts: dict[str, Verdict]
    reason: str

    @property
    def is_evidence(self) -> bool:
        """Whether the model shows the fact and partners whose effort is chance do not."""
        return self.verdicts["model"] == "pass" and self.verdicts["placebo"] != "pass"


def read_committed() -> dict[str, Committed]:
    """Verdicts by name of the fact."""
    rows = tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    return {
        name: Committed(
            Measured(row["simulated"], row["low"], row["high"]),
            row["quick"],
            {variant: row[variant] for variant in VARIANTS},
            row["reason"],
        )
        for name, row in rows.items()
    }


def verdict_of(fact: Fact, world: World) -> tuple[Measured, Verdict]:
    """What a world shows of a fact."""
    found = summary(fact.measure(world))
    return found, judged(fact, found)


def measured_anew() -> dict[str, Committed]:
    """Every verdict in every variant; a reason stays where its verdict does, else it is emptied."""
    before, quick = read_committed(), World(QUICK_SEEDS)
    worlds = {variant: World(FULL_SEEDS, variant) for variant in VARIANTS}
    result = {}
    for fact in FACTS:
        by_variant = {variant: verdict_of(fact, world) for variant, world in worlds.items()}
        verdicts = {variant: verdict for variant, (_, verdict) in by_variant.items()}
        old = before.get(fact.name)
        reason = old.reason if old and old.verdicts["model"] == verdicts["model"] else ""
        mean = by_variant["model"][0]
        result[fact.name] = Committed(mean, verdict_of(fact, quick)[1], verdicts, reason)
    return result


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
        lines += [f'quick = "{one.quick}"', *(f'{key} = "{value}"' for key, value in one.verdicts.items())]
        parts.append("\n".join([*lines, f'reason = "{one.reason}"']) + "\n")
    return "\n".join(parts)
