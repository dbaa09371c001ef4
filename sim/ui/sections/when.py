"""When it shows: the sum so far, how partners react month by month, how long the change itself disturbs."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
import streamlit as st

from sim.charts.hero import hero
from sim.charts.lines import MEDIUM, lines
from sim.charts.reactions import reactions
from sim.charts.stacks import member_name
from sim.charts.theme import role_of
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.reaction import REACTIONS, starts_of
from sim.experiment.explain.timing import when_clear
from sim.experiment.explain.visible import visible_from
from sim.experiment.weekly import Array
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, period, share
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.parts.sheet import Column, SheetRow, Text, sheet
from sim.ui.words import muted, plain, strong

DELAY: Final = "detection_delay"


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("when"):
        show_picture(hero(result, name, size), "when")
        st.markdown(plain(when_clear(result, name)))
    with card("reactions"):
        _reactions(lab, result, design)
    left, right = st.columns(2)
    with left, card("visible"):
        st.markdown(strong(say("why.visible")))
        st.markdown(plain(_visible(visible_from(result, name), lab.weeks)))
        if noticed := _noticed(result, name):
            st.markdown(plain(noticed))
    with right, card("shock"):
        weeks = explaining.shock(lab, design)
        st.markdown(strong(_shock(weeks, lab.weeks)))
        st.markdown(muted(say("why.shock", futures=count(len(weeks)))))
    picture_card(lines(result, (name,), "trust", size, height=MEDIUM), "trust")


def _reactions(lab: Bench, result: Comparison, design: Design) -> None:
    """How partners react after a month that one chooses, and when each reaction starts."""
    found = explaining.reactions(lab, design)
    last = int(found["month"].max() or 0)  # type: ignore[arg-type]
    if last == 0:
        st.markdown(plain(say("when.short")))
        return
    place = st.empty()
    month = st.slider(say("when.month"), 1, last, last, key=f"month-of-{last}") if last > 1 else last
    role = role_of(result, design.programme.name)
    with place.container():
        show_picture(reactions(found, lab.setting.roster, role, month, state.scale()), "reactions")
    st.markdown(muted(say("when.reactions", futures=count(explaining.FEW))))
    _starts(starts_of(found))


def _starts(found: pl.DataFrame) -> None:
    """The month in which each reaction starts, by kind of partner."""
    shown = [name for name in REACTIONS if name != "stays"]
    columns = [Column(say("when.kind")), *(Column(say(f"charts.reaction.{name}"), "end") for name in shown)]
    rows = [
        SheetRow(group, (Text(member_name(group)), *(_start(found, group, name) for name in shown)))
        for group in found["group"].unique(maintain_order=True)
    ]
    st.markdown(strong(say("when.starts")))
    sheet(columns, rows, "starts-sheet", caption=say("when.starts"), scale=state.scale())


def _start(found: pl.DataFrame, group: str, name: str) -> Text:
    row = found.row(by_predicate=(pl.col("group") == group) & (pl.col("reaction") == name), named=True)
    return (
        Text("–", "muted") if row["starts"] is None else Text(say("when.start", month=count(row["starts"])))
    )


def _visible(quarters: Array, horizon: int) -> str:
    never = float(np.mean(np.isnan(quarters)))
    middle = float(np.median(np.nan_to_num(quarters, nan=np.inf)))
    if np.isinf(middle):
        return say("why.never_visible", share=share(never), period=period(horizon))
    return say("why.visible_from", quarter=count(np.ceil(middle)), share=share(never))


def _noticed(result: Comparison, name: str) -> str:
    """How long the vendor takes to notice a partner that has stopped selling; empty where none stops."""
    found = result.findings[name][DELAY]
    levels = found.baseline_mean, found.design_mean
    if not np.isfinite(levels).all():
        return ""
    before, after = (say_count("numbers.weeks", round(level)) for level in levels)
    return say("why.noticed", today=say("charts.today"), before=before, after=after)


def _shock(weeks: Array, horizon: int) -> str:
    middle = round(float(np.median(weeks)))
    if middle == 0:
        return say("why.no_shock")
    return say("why.long_shock") if middle >= horizon else say_count("why.shock_weeks", middle)
