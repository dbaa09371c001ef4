"""Conflict with direct sales, deal by deal."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from sim.charts.lines import MEDIUM, lines
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.text.catalogue import say
from sim.text.levers import choice_name
from sim.text.numbers import count, money
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card
from sim.ui.parts.sheet import Cell, Column, SheetRow, Text, sheet
from sim.ui.words import muted, strong

OTHERS: Final = ("enforcement", "checking", "nothing")


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name = design.programme.name
    with card("ledger"):
        _ledger(explaining.conflicts(lab, lab.today), explaining.conflicts(lab, design))
    picture_card(lines(result, (name,), "conflict_loss", state.scale(), height=MEDIUM), "conflict-loss")


def _ledger(today: pl.DataFrame, design: pl.DataFrame) -> None:
    known = [dict(zip(one["prevented_by"], one.rows(), strict=True)) for one in (today, design)]
    nothing = ("", 0.0, 0.0, 0.0)
    rules = dict.fromkeys([*design["prevented_by"], *today["prevented_by"]])
    rows = [_row(rule, *(one.get(rule, nothing) for one in known)) for rule in rules]
    totals = [("", *(one[column].sum() for column in one.columns[1:])) for one in (today, design)]
    rows.append(SheetRow("total", _cells(say("why.ledger.total"), *totals)))
    st.markdown(
        strong(say("why.ledger.title", today=money(float(totals[0][3])), design=money(float(totals[1][3]))))
    )
    heads = ("rule", "incidents_today", "incidents", "loss_today", "loss")
    columns = [Column(say(f"why.ledger.{head}"), "start" if head == "rule" else "end") for head in heads]
    sheet(columns, rows, "ledger-sheet", caption=say("why.ledger.caption"), scale=state.scale())
    st.markdown(muted(say("why.ledger", futures=count(explaining.LEDGER))))


def _row(rule: str, today: tuple[object, ...], design: tuple[object, ...]) -> SheetRow:
    named = say(f"why.ledger.by.{rule}") if rule in OTHERS else choice_name(rule)
    return SheetRow(rule, _cells(named, today, design))


def _cells(named: str, today: tuple[object, ...], design: tuple[object, ...]) -> tuple[Cell, ...]:
    before, after = (tuple(map(float, one[1:])) for one in (today, design))  # type: ignore[arg-type]
    return (
        Text(named),
        Text(count(before[0]), "muted"),
        Text(count(after[0])),
        Text(money(before[2]), "muted"),
        Text(money(after[2])),
    )
