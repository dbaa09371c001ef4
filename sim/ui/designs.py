"""The list of designs that are compared: letters, names, adding, removing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from sim.schema.errors import SchemaError
from sim.schema.loading import list_scenarios, load_case, read_programme
from sim.text.catalogue import say
from sim.ui import scene, shipped, state
from sim.ui.parts.sheet import Column, SheetRow, Swatch, sheet
from sim.ui.words import plain, strong

QUESTIONS_OPEN: Final = 4
UPLOAD_BYTES: Final = 256_000


def name_of(letter: str, draft: scene.Draft, now: scene.Scene) -> str:
    """Name of a compared design: its own and its letter; the letter alone where it has no name of its own."""
    if draft.programme.name == now.today.name:
        return say("compare.letter", letter=letter)
    return say("compare.named", name=draft.programme.name, letter=letter)


def show(now: scene.Scene) -> None:
    """Draw the list in the sidebar."""
    st.markdown(strong(say("compare.designs", today=now.today.name)))
    if now.tried:
        roles = zip(scene.LETTERS, now.tried, strict=False)
        rows = [SheetRow(letter, (Swatch(name_of(letter, draft, now), letter),)) for letter, draft in roles]
        sheet([Column("")], rows, "designs-sheet", caption=say("compare.designs", today=now.today.name))
    with st.container(horizontal=True, gap="xsmall"):
        if len(now.tried) < len(scene.LETTERS):
            _add()
        if now.tried:
            _remove(now)


def _remove(now: scene.Scene) -> None:
    with st.popover(say("compare.remove")):
        for place, (letter, draft) in enumerate(zip(scene.LETTERS, now.tried, strict=False)):
            take = partial(state.change, partial(scene.take_away, place=place))
            st.button(
                plain(name_of(letter, draft, now)), key=f"remove-{place}", type="tertiary", on_click=take
            )


def nothing_yet() -> None:
    """What this page is for, and a first question to open."""
    st.title(plain(say("compare.nothing_yet")), anchor=False)
    st.markdown(plain(say("compare.how_to_start")))
    for name in list_scenarios()["comparisons"][:QUESTIONS_OPEN]:
        question = load_case(name).comparison.question
        st.button(plain(question), key=f"question-{name}", on_click=partial(_open, name), width="stretch")


def _open(name: str) -> None:
    case = load_case(name)
    starts = (design.start_week for design in case.comparison.designs)
    tried = tuple(scene.Draft(one, start) for one, start in zip(case.designs, starts, strict=True))
    state.change(
        lambda now: replace(scene.with_today(now, case.today), tried=tried, weeks=case.comparison.weeks)
    )


def _add() -> None:
    with st.popover(say("compare.add")):
        st.selectbox(
            say("compare.shipped"), shipped.names(), index=None, key="shipped",
            placeholder=say("compare.pick"), on_change=_add_shipped,
        )  # fmt: skip
        st.file_uploader(say("compare.upload"), type=["yaml", "yml"], key="programme", on_change=_add_file)
        trouble = st.session_state.get("programme_trouble")
        if trouble:
            st.error(plain(trouble))


def _add_shipped() -> None:
    name = st.session_state["shipped"]
    if name is not None:
        state.change(partial(scene.put, draft=scene.Draft(shipped.programme(name))))
        st.session_state["shipped"] = None


def _add_file() -> None:
    upload = st.session_state["programme"]
    st.session_state["programme_trouble"] = None
    if upload is None:
        return
    try:
        programme = read_programme(upload.getvalue(), upload.name)
    except SchemaError as problem:
        st.session_state["programme_trouble"] = say("compare.refused", reason=str(problem))
        return
    state.change(partial(scene.put, draft=scene.Draft(programme)))
