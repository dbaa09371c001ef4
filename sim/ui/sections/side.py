"""Side effects: what the rules take to explain, both kinds of engagement, and what gaming costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl
import streamlit as st

from sim.charts.lines import MEDIUM, lines
from sim.charts.minutes import minutes
from sim.charts.theme import role_of
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.complexity import complexity_of
from sim.experiment.explain.gaming import CLEAR, is_clear
from sim.text.catalogue import say
from sim.text.numbers import count, money, period
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.parts.sheet import Cell, Column, SheetRow, Text, sheet
from sim.ui.words import muted, strong

ENGAGEMENT: Final = ("transactional_engagement", "relational_engagement")
HEADS: Final = ("what", "today", "design", "rule")


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("complexity"):
        today, tried = (complexity_of(one.programme) for one in (lab.today, design))
        show_picture(minutes(today, tried, role_of(result, name), size), "complexity")
        st.markdown(muted(say("side.complexity")))
    st.markdown(strong(say("side.engagement")))
    for place, outcome in zip(st.columns(len(ENGAGEMENT)), ENGAGEMENT, strict=True):
        with place:
            picture_card(lines(result, (name,), outcome, size, height=MEDIUM), outcome)
    with card("gaming"):
        _gaming(explaining.gaming(lab, lab.today), explaining.gaming(lab, design), lab.weeks)


def _gaming(today: pl.DataFrame, design: pl.DataFrame, weeks: int) -> None:
    st.markdown(strong(_finding(design)))
    pairs = zip(today.iter_rows(named=True), design.iter_rows(named=True), strict=True)
    rows = [SheetRow(new["mechanism"], _cells(old, new)) for old, new in pairs]
    words = {"today": say("charts.today"), "period": period(weeks)}
    columns = [
        Column(say(f"side.gaming.{head}", **words), "end" if head in ("today", "design") else "start")
        for head in HEADS
    ]
    sheet(columns, rows, "gaming-sheet", caption=say("side.gaming.caption", **words), scale=state.scale())
    st.markdown(muted(say("side.gaming.how", futures=count(explaining.FEW))))
    st.markdown(muted(say("side.gaming.missing")))


def _finding(design: pl.DataFrame) -> str:
    """What costs most under the design, and the rule that invites it."""
    largest = design.sort("cost", descending=True).row(0, named=True)
    if largest["cost"] <= 0.0 or not is_clear(largest["cost"], largest["se"]):
        return say("side.gaming.none")
    told = {"what": say(f"side.mechanism.{largest['mechanism']}"), "cost": money(largest["cost"])}
    return say("side.gaming.largest", rule=_rule(largest["rule"]), **told)


def _cells(today: Mapping[str, Any], design: Mapping[str, Any]) -> tuple[Cell, ...]:
    is_gone = not is_clear(design["cost"], design["se"])
    return (
        Text(say(f"side.mechanism.{design['mechanism']}")),
        Text(_cost(today), "muted"),
        Text(_cost(design), "muted" if is_gone else ""),
        Text(_before(today), "muted") if is_gone else Text(_rule(design["rule"])),
    )


def _before(today: Mapping[str, Any]) -> str:
    """What invites it today, where a cost does not stand out under the design."""
    return say("side.gaming.gone", rule=_rule(today["rule"])) if today["rule"] else "–"


def _cost(row: Mapping[str, Any]) -> str:
    """A cost, give or take its sampling error; or none."""
    if row["cost"] == row["se"] == 0.0:
        return say("side.gaming.nothing")
    size = max(abs(row["cost"]), CLEAR * row["se"])
    return say(
        "side.gaming.cost",
        cost=money(row["cost"], like=size),
        error=money(CLEAR * row["se"], like=size),
    )


def _rule(rule: str | None) -> str:
    return say(f"side.rule.{rule}") if rule else say("side.rule.none")
