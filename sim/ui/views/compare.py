"""Compare: two to seven designs side by side, all against today in the same futures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sim.charts.bands import bands
from sim.charts.costs import costs
from sim.charts.fans import fans
from sim.charts.intervals import intervals
from sim.charts.payout import payout
from sim.charts.quarter import quarter
from sim.charts.segments import segments
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.text.catalogue import say, say_count
from sim.ui import answer, designs, header, runs, scene, sheets, state, taking
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.words import muted, strong

GROUPINGS: Final = ("segment", "tier", "size")
MEASURES: Final = ("sales_list_per_year", "effort_share", "profit_per_year", "active_share")


def show() -> None:
    """Draw the page: the designs, the answer, then the pictures."""
    now = state.current()
    with st.sidebar:
        designs.show(now)
    lab = runs.bench(now)
    place = header.show(lab.partners)
    if not now.tried:
        designs.nothing_yet()
        return
    tried = as_designs(now)
    result, is_whole = lab.best(tried)
    counter = _result(result)
    taking.show(place, lab, tried, result.leader)
    if not is_whole:
        runs.refine(lab, tried, counter)


def as_designs(now: scene.Scene) -> list[Design]:
    """The designs of a scene, each with its letter in its name."""
    named = zip(scene.LETTERS, now.tried, strict=False)
    return [draft.as_design(designs.name_of(letter, draft, now)) for letter, draft in named]


def _result(result: Comparison) -> DeltaGenerator:
    """Draw the answer; returns the place where futures are counted up."""
    answer.show(result, result.leader)
    counter = st.empty()
    counter.markdown(muted(answer.futures_line(result)))
    size = state.scale()
    with card("verdicts"):
        st.markdown(strong(say("compare.verdicts", today=result.today)))
        sheets.verdicts(result)
    left, right = st.columns((2, 3))
    with left:
        picture_card(intervals(result, size), "intervals")
    with right:
        picture_card(fans(result, size), "fans")
    _outcomes(result)
    _programmes(result, size)
    _partners(result, size)
    _money(result, size)
    with card("levers"):
        st.markdown(strong(say_count("compare.levers", result.same_levers)))
        sheets.levers(result)
    return counter


def _outcomes(result: Comparison) -> None:
    with card("outcomes"):
        chosen = _pick("outcomes-of", say("compare.outcomes_of"), result.designs)
        st.markdown(strong(say("compare.outcomes", design=chosen, today=result.today)))
        sheets.outcomes(result, chosen)


def _programmes(result: Comparison, size: float) -> None:
    left, right = st.columns(2)
    with left:
        picture_card(payout(result, size), "payout")
    with right:
        picture_card(quarter(result, size), "quarter")


def _partners(result: Comparison, size: float) -> None:
    left, right = st.columns(2)
    with left, card("bands"):
        of = _pick("bands-of", say("compare.bands_of"), result.designs)
        by = _pick("bands-by", say("compare.bands_by"), GROUPINGS, partial(_word, "grouping"))
        show_picture(bands(result, of, by, size), "bands")
    with right, card("segments"):
        measure = _pick("measure", say("compare.measure"), MEASURES, partial(_word, "measure"))
        show_picture(segments(result, measure, size), "segments")


def _money(result: Comparison, size: float) -> None:
    picture_card(costs(result, size), "costs")


def _word(kind: str, name: str) -> str:
    return say(f"compare.{kind}.{name}")


def _pick(key: str, label: str, options: Sequence[str], words: Callable[[str], str] = str) -> str:
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    return str(st.segmented_control(label, options, key=key, required=True, format_func=words))
