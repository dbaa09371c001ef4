"""Page made from the list of checks against theory."""

from __future__ import annotations

from itertools import groupby

from sim.validation.closed_forms import ABSENT, REFERENCES
from sim.validation.reference import Reference
from tools.reference.words import TEXTS, table


def validation() -> str:
    """Figures of theory that the rules give."""
    text = TEXTS["validation"].format(checks=len(REFERENCES))
    heads = ("what it says", "figure", "tolerance", "rules")
    for name, group in groupby(sorted(REFERENCES, key=order), lambda reference: reference.id):
        text += f"\n## {name}\n\n" + table(heads, map(row, group))
    absent = [
        [entry.id, entry.statement, entry.reason.removeprefix("mechanism absent: ")] for entry in ABSENT
    ]
    return text + TEXTS["absent"] + "\n" + table(("", "what it says", "why no rule carries it"), absent)


def order(reference: Reference) -> tuple[str, int, str]:
    """Closed forms before facts, by number."""
    name = reference.id
    digits = "".join(character for character in name if character.isdigit())
    return name[0], int(digits), name


def row(reference: Reference) -> list[str]:
    rules = ", ".join(f"`{name}`" for name in reference.rule.split(", "))
    return [reference.statement, f"{reference.expected:.6g}", f"{reference.tolerance:.1g}", rules]
