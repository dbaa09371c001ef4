"""Model: why anyone should believe the numbers, with what fails; and what rests on judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import streamlit as st

from sim.evidence.table import Row, committed_rows, passed_by_variant, variant_rows
from sim.evidence.world import VARIANTS
from sim.experiment.explain.assumed import register
from sim.text.catalogue import say
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
    """Draw the page."""
    rows = committed_rows()
    verdicts = Counter(row.verdict for row in rows)
    st.title(plain(say("model.title")), anchor=False)
    known = register()
    judged = known.filter(owner="judgement").height
    st.markdown(plain(say("model.about", judged=count(judged), all=count(known.height))))
    with card("facts"):
        passed, failed = (count(verdicts[verdict]) for verdict in ("pass", "fail"))
        telling = sum(row.verdict == "pass" and row.evidence is True for row in rows)
        st.markdown(strong(say("model.facts", passed=passed, failed=failed, telling=count(telling))))
        heads = ("id", "statement", "published", "simulated", "verdict", "evidence")
        columns = [Column(say(f"evidence.head.{head}")) for head in heads]
        measured_first = sorted(rows, key=lambda row: row.verdict == "not_applicable")
        table = [_row(place, row) for place, row in enumerate(measured_first) if row.verdict in SHOWN]
        sheet(columns, table, "facts-sheet", caption=say("model.caption"), scale=state.scale())
        st.markdown(muted(say("model.what_counts")))
    with card("variants"):
        st.markdown(strong(say("model.variants", **_passed())))
        st.markdown(muted(say("model.variants_about")))
        _variants()
    with card("limits"):
        _told("model.limits", [f"model.limit.{name}" for name in LIMITS])
        _told("model.weakest", [f"model.weak.{name}" for name in WEAKEST])
    with card("theory"):
        st.markdown(strong(say("model.theory", number=count(len(closed_forms.REFERENCES)))))
        st.markdown(muted(say("model.theory_about")))


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
    told = "–" if row.simulated is None else figure(row.simulated, "")
    evidence = "–" if row.evidence is None else say("model.yes" if row.evidence else "model.no")
    cells: tuple[Cell, ...] = (
        Text(row.id, "muted"),
        Text(say("model.in_setting", statement=row.statement, setting=row.setting)),
        Text(row.published),
        Text(told),
        Pill(say(f"evidence.verdict.{row.verdict}"), TONES.get(row.verdict, "")),
        Text(evidence, "muted"),
    )
    return SheetRow(str(place), cells)
