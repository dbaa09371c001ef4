"""Why: one design explained, part by part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.text.catalogue import say
from sim.ui import answer, designs, header, runs, scene, state, taking
from sim.ui.sections import assumptions, conflict, side, when, who, why
from sim.ui.words import muted, plain

SECTIONS: Final[dict[str, Callable[[Bench, Comparison, Design], None]]] = {
    "why": why.show,
    "who": who.show,
    "when": when.show,
    "conflict": conflict.show,
    "side": side.show,
    "assumptions": assumptions.show,
}
"""Parts of the page, in the order of the questions they answer."""


def show() -> None:
    """Draw the page: which design, the answer, then the part that was chosen."""
    now = state.current()
    lab = runs.bench(now)
    place = header.show(lab.partners)
    offered = designs_at_hand(now)
    if not offered:
        _nothing_yet()
        return
    letter = _chosen(offered, now)
    design, together = offered[letter], _together(offered, letter)
    result, is_whole = lab.best(together)
    answer.show(result, design.programme.name)
    taking.show(place, lab, together, design.programme.name)
    counter = st.empty()
    counter.markdown(muted(answer.futures_line(result)))
    if not is_whole:
        runs.refine(lab, together, counter)
    SECTIONS[_part(now)](lab, result, design)


def designs_at_hand(now: scene.Scene) -> dict[str, Design]:
    """Designs that can be explained, by letter: the one in the Studio (no letter), then those compared."""
    named = zip(scene.LETTERS, now.tried, strict=False)
    tried = {letter: one.as_design(designs.name_of(letter, one, now)) for letter, one in named}
    beside = scene.is_beside(now, now.draft)
    own = {} if beside or not now.changes else {"": now.draft.as_design(say("studio.design"))}
    return own | tried


def _together(offered: dict[str, Design], letter: str) -> list[Design]:
    """Designs that run together, so that each keeps its letter and its colour."""
    return [design for one, design in offered.items() if bool(one) == bool(letter)]


def _chosen(offered: dict[str, Design], now: scene.Scene) -> str:
    letter = now.letter if now.letter in offered else next(iter(offered))
    if len(offered) > 1:
        key = state.shown("letter", letter)
        st.segmented_control(
            say("why.design"), list(offered), key=key, required=True, on_change=_choose_letter,
            format_func=lambda one: offered[one].programme.name,
        )  # fmt: skip
    return letter


def _part(now: scene.Scene) -> str:
    part = now.part if now.part in SECTIONS else next(iter(SECTIONS))
    if len(SECTIONS) > 1:
        key = state.shown("part", part)
        st.segmented_control(
            say("why.part"), list(SECTIONS), key=key, required=True, on_change=_choose_part,
            format_func=lambda one: say(f"why.part.{one}"), label_visibility="collapsed",
        )  # fmt: skip
    return part


def _choose_letter() -> None:
    state.change(lambda now: replace(now, letter=st.session_state["letter"]))


def _choose_part() -> None:
    state.change(lambda now: replace(now, part=st.session_state["part"]))


def _nothing_yet() -> None:
    """What the page is for, and an example to explain."""
    st.title(plain(say("why.nothing_yet")), anchor=False)
    st.markdown(plain(say("why.how_to_start")))
    st.button(say("studio.example"), key="why-example", on_click=lambda: state.change(scene.example))
