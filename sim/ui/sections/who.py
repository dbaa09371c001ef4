"""Who wins, who loses, and who will complain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from sim.charts.bands import bands
from sim.charts.lorenz import lorenz
from sim.charts.segments import segments
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.complaints import complaints
from sim.experiment.explain.petition import petition
from sim.text.catalogue import say
from sim.text.numbers import amount
from sim.ui import state
from sim.ui.cards import card, picture_card
from sim.ui.parts.sheet import Column, SheetRow, Text, sheet
from sim.ui.words import plain, strong

WORDS: Final = ("partner", "segment")
MONEY: Final = ("change", "payout", "business", "sales_change")


def show(_lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    _lab : not needed here
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("complaints"):
        st.markdown(strong(say("why.complaints")))
        for sentence in complaints(result, name):
            st.markdown(plain(sentence))
        _petition(result, name)
    left, right = st.columns(2)
    with left:
        picture_card(bands(result, name, "segment", size), "bands-segment")
    with right:
        picture_card(bands(result, name, "tier", size), "bands-tier")
    left, right = st.columns(2)
    with left:
        picture_card(segments(result, "profit_per_year", size), "segments-profit")
    with right:
        picture_card(segments(result, "effort_share", size), "segments-effort")
    picture_card(lorenz(result, name, size), "lorenz")


def _petition(result: Comparison, name: str) -> None:
    """Those who lose most, one by one."""
    found = petition(result, name)
    if found.is_empty():
        return
    words = [Column(say(f"why.petition.{head}")) for head in WORDS]
    heads = (say(f"why.petition.{head}", today=say("charts.today")) for head in MONEY)
    columns = [*words, *(Column(head, "end") for head in heads)]
    rows = [_complainer(row) for row in found.iter_rows(named=True)]
    sheet(columns, rows, "petition-sheet", caption=say("why.petition.caption"), scale=state.scale())


def _complainer(row: Mapping[str, Any]) -> SheetRow:
    member = say(f"charts.member.{row['segment']}")
    amounts = (Text(amount(row[name], "¤", signed=True)) for name in MONEY)
    return SheetRow(row["partner"], (Text(row["partner"], "muted"), Text(member), *amounts))
