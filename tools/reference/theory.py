"""Page made from the list of checks against theory."""

from __future__ import annotations

from itertools import groupby

from sim.evidence import panel
from sim.evidence.committed import FULL_SEEDS
from sim.evidence.table import Row, committed_rows, panel_rows, passed_by_variant, variant_rows
from sim.text.catalogue import say
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
    text += TEXTS["absent"] + "\n" + table(("", "what it says", "why no rule carries it"), absent)
    return text + "\n" + facts()


def facts() -> str:
    """Committed verdicts on published facts, the placebo's, and facts without a figure."""
    rows = committed_rows()
    heads = (
        "",
        "what it says",
        "setting",
        "published",
        "model",
        "95 % range",
        "verdict",
        "evidence",
        "source",
    )
    text = TEXTS["facts"].format(seeds=FULL_SEEDS) + "\n"
    text += table(heads, [fact_row(row) for row in rows if row.simulated is not None])
    passed = passed_by_variant()
    shown = [
        [row["id"], say(f"evidence.says.{row['name']}"), *(row[name] for name in passed)]
        for row in variant_rows()
    ]
    shown.append(["", "facts passed", *map(str, passed.values())])
    text += TEXTS["placebo"] + "\n" + table(("", "what it says", *passed), shown)
    text += TEXTS["panel"].format(partners=panel.PARTNERS) + "\n"
    placebo = {row["id"]: row["placebo"] for row in variant_rows(panel.FACTS)}
    held = [[*fact_row(row)[:7], placebo[row.id]] for row in panel_rows()]
    text += table((*heads[:7], "placebo"), held)
    bare = [[row.id, row.statement] for row in rows if row.verdict == "not_applicable"]
    text += TEXTS["no_carrier"] + "\n" + table(("", "what it says, and why the model cannot"), bare)
    return text


def fact_row(row: Row) -> list[str]:
    """Cells of a measured fact."""
    evidence = "yes" if row.evidence else "no"
    bounds = f"{row.low:.3f} to {row.high:.3f}"
    figure, source = f"{row.simulated:.3f}", f"`{row.source}`" if row.source else "–"
    verdict = say(f"evidence.verdict.{row.verdict}")
    return [row.id, row.statement, row.setting, row.published, figure, bounds, verdict, evidence, source]


def order(reference: Reference) -> tuple[str, int, str]:
    """Closed forms before facts, by number."""
    name = reference.id
    digits = "".join(character for character in name if character.isdigit())
    return name[0], int(digits), name


def row(reference: Reference) -> list[str]:
    rules = ", ".join(f"`{name}`" for name in reference.rule.split(", "))
    return [reference.statement, f"{reference.expected:.6g}", f"{reference.tolerance:.1g}", rules]
