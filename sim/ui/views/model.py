"""Model: why anyone should believe the numbers, with what fails; and what rests on judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import streamlit as st

from sim.evidence.table import Row, committed_rows, is_fitted, panel_rows, passed_by_variant, variant_rows
from sim.evidence.world import VARIANTS
from sim.experiment.explain.assumed import register
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, figure
from sim.ui import state
from sim.ui.cards import card
from sim.ui.parts.sheet import Cell, Column, Pill, SheetRow, Text, sheet
from sim.ui.words import muted, plain, strong
from sim.validation import closed_forms

SHOWN: Final = ("pass", "fail", "other_setting", "not_applicable")
"""Verdicts with a row; what has not been measured is counted."""
LIMITS: Final = ("budgets", "partners", "weeks", "elsewhere")
WEAKEST: Final = ("staying", "conflict", "plans")
TONES: Final[dict[str, Literal["good", "bad"]]] = {"pass": "good", "fail": "bad"}


def show() -> None:
    """Draw the page: what passes and what fails in three lines, the limits, then every row."""
    rows, shapes = committed_rows(), panel_rows()
    st.title(plain(say("model.title")), anchor=False)
    known = register()
    judged = known.filter(owner="judgement").height
    st.markdown(plain(say("model.about", judged=count(judged), all=count(known.height))))
    with card("summary"):
        told = (_facts_finding(rows), _panel_finding(shapes), _theory_finding())
        st.markdown("\n".join(f"- {strong(finding)} {plain(why)}" for finding, why in told))
    with card("limits"):
        _told("model.limits", [f"model.limit.{name}" for name in LIMITS])
        _told("model.weakest", [f"model.weak.{name}" for name in WEAKEST])
    with card("facts"):
        st.markdown(strong(say("model.facts_table")))
        heads = ("id", "statement", "published", "simulated", "verdict", "evidence")
        columns = [Column(say(f"evidence.head.{head}")) for head in heads]
        measured_first = sorted(rows, key=lambda row: row.verdict == "not_applicable")
        table = [_row(place, row) for place, row in enumerate(measured_first) if row.verdict in SHOWN]
        sheet(columns, table, "facts-sheet", caption=say("model.caption"), scale=state.scale())
    with card("panel"):
        st.markdown(strong(say("model.panel_table")))
        st.markdown(muted(say("model.panel_about")))
        _panel(shapes)
    with card("variants"):
        st.markdown(strong(say("model.variants", **_passed())))
        st.markdown(muted(say("model.variants_about")))
        _variants()


def _facts_finding(rows: Sequence[Row]) -> tuple[str, str]:
    verdicts = Counter(row.verdict for row in rows)
    passed, failed = (count(verdicts[verdict]) for verdict in ("pass", "fail"))
    telling = sum(row.verdict == "pass" and row.evidence is True for row in rows)
    return say("model.facts", passed=passed, failed=failed, telling=count(telling)), say("model.what_counts")


def _panel_finding(shapes: Sequence[Row]) -> tuple[str, str]:
    held = [row for row in shapes if not is_fitted(row)]
    passed = sum(row.verdict == "pass" for row in held)
    numbers = {"passed": passed, "held": len(held), "fitted": len(shapes) - len(held)}
    told = {name: count(number) for name, number in numbers.items()}
    return say("model.panel", **told), say("model.panel_why", **told)


def _theory_finding() -> tuple[str, str]:
    return say("model.theory", number=count(len(closed_forms.REFERENCES))), say("model.theory_about")


def _panel(shapes: Sequence[Row]) -> None:
    """What fails first; what comes out stands behind one line."""
    heads = ("id", "statement", "published", "simulated", "verdict")
    columns = [*(Column(say(f"evidence.head.{head}")) for head in heads), Column(say("model.panel_use"))]
    failed_first = sorted(shapes, key=lambda row: row.verdict == "pass")
    table = [_shape(row) for row in failed_first]
    folded = say_count("model.panel_folded", sum(row.folded for row in table))
    sheet(
        columns, table, "panel-sheet", caption=say("model.panel_caption"), folded=folded, scale=state.scale()
    )


def _shape(row: Row) -> SheetRow:
    use = say("model.panel_fitted" if is_fitted(row) else "model.panel_held")
    cells = (*_cells(row, row.statement), Text(use, "muted"))
    return SheetRow(row.id, cells, folded=row.verdict == "pass")


def _passed() -> dict[str, str]:
    passed = passed_by_variant()
    return {name: count(passed[name]) for name in ("model", "placebo")}


def _variants() -> None:
    """Verdicts of every fact: the model, random effort, and one mechanism off in turn."""
    heads = [say("evidence.head.id"), say("evidence.head.statement")]
    columns = [Column(head) for head in (*heads, *(say(f"model.variant.{name}") for name in VARIANTS))]
    table = [_verdicts(place, row) for place, row in enumerate(variant_rows())]
    sheet(columns, table, "variants-sheet", caption=say("model.variants_caption"), scale=state.scale())


def _verdicts(place: int, row: Mapping[str, str]) -> SheetRow:
    pills = (Pill(say(f"evidence.verdict.{row[name]}"), TONES.get(row[name], "")) for name in VARIANTS)
    statement = say(f"evidence.says.{row['name']}")
    return SheetRow(str(place), (Text(row["id"], "muted"), Text(statement), *pills))


def _told(heading: str, keys: Sequence[str]) -> None:
    st.markdown(strong(say(heading)))
    told = (f"- {strong(say(key))} {plain(say(f'{key}_why'))}" for key in keys)
    st.markdown("\n".join(told))


def _row(place: int, row: Row) -> SheetRow:
    evidence = "–" if row.evidence is None else say("model.yes" if row.evidence else "model.no")
    statement = say("model.in_setting", statement=row.statement, setting=row.setting)
    return SheetRow(str(place), (*_cells(row, statement), Text(evidence, "muted")))


def _cells(row: Row, statement: str) -> tuple[Cell, ...]:
    told = "–" if row.simulated is None else figure(row.simulated, "")
    return (
        Text(row.id, "muted"),
        Text(statement),
        Text(row.published),
        Text(told),
        Pill(say(f"evidence.verdict.{row.verdict}"), TONES.get(row.verdict, "")),
    )
