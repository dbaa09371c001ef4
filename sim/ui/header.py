"""The line above every page: which market, how many partners, how far ahead; and where to change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sim.experiment.request import LIMITS
from sim.intake.errors import IntakeError
from sim.intake.loading import read_partners
from sim.intake.reading import LIMITS as TABLE_LIMITS
from sim.schema.loading import list_scenarios
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, period
from sim.ui import state
from sim.ui.words import muted, plain

HORIZONS: Final = (52, 104, 156, 260)
LARGEST_SEED: Final = 2**53 - 1
"""Largest whole number that a browser hands over exactly."""
MOST_BYTES: Final = 2_000_000
UPLOAD_LIMITS: Final = TABLE_LIMITS._replace(bytes=60_000_000, rows=1_000_000)
"""What an upload may unpack to."""


def show(partners: int) -> DeltaGenerator:
    """Draw the line.

    Parameters
    ----------
    partners : number of partners in the market

    Returns
    -------
    place for what can be taken away
    """
    scene = state.current()
    market = say("page.own_table") if state.table() else scene.market
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        told = say("page.setting", market=market, partners=count(partners), period=period(scene.weeks))
        st.markdown(muted(told))
        with st.container(horizontal=True, width="content", gap="xsmall"):
            place = st.container(width="content")
            with st.popover(say("page.change_setting"), width="content"):
                _market()
                _horizon()
                st.toggle(say("page.projector"), key=state.PROJECTOR)
    return place


def _market() -> None:
    names = list_scenarios()["markets"]
    scene = state.current()
    st.selectbox(
        say("page.market"), names, key=state.shown("market", scene.market), on_change=_take("market")
    )
    st.file_uploader(
        say("page.upload"), type=["csv", "gz", "parquet", "xlsx"], key="upload", on_change=_take_table,
        max_upload_size=MOST_BYTES // 1_000_000,
    )  # fmt: skip
    st.markdown(muted(say("page.upload_private")))
    trouble = st.session_state.get("upload_trouble")
    if trouble:
        st.error(plain(trouble))
    table = state.table()
    if table is not None:
        st.success(say_count("page.upload_read", len(table.ids)))
        for warning in table.warnings:
            st.markdown(muted(warning))


def _take_table() -> None:
    """Read what was just uploaded; a file that cannot be used leaves everything as it was."""
    upload = st.session_state["upload"]
    st.session_state["upload_trouble"] = None
    if upload is None:
        state.keep_table(None)
        return
    try:
        state.keep_table(read_partners(_checked(upload), upload.name, UPLOAD_LIMITS))
    except IntakeError as problem:
        st.session_state["upload_trouble"] = say("page.upload_refused", reason=str(problem))


def _checked(upload: UploadedFile) -> bytes:
    """The bytes of an upload, whose size the browser's word is not taken for."""
    if upload.size > MOST_BYTES:
        raise IntakeError(say("intake.too_large", name=upload.name, limit=MOST_BYTES // 1_000_000))
    return upload.getvalue()


def _horizon() -> None:
    scene = state.current()
    allowed = tuple(sorted({*HORIZONS, scene.weeks}))
    key = state.shown("weeks", scene.weeks)
    st.selectbox(say("page.horizon"), allowed, key=key, format_func=period, on_change=_take("weeks"))
    low, high = LIMITS["seed"][0], LARGEST_SEED
    key = state.shown("seed", scene.seed)
    st.number_input(say("page.seed"), low, high, key=key, help=say("page.seed_help"), on_change=_take("seed"))


def _take(name: str) -> Callable[[], None]:
    """What a widget does when it changes: its value becomes the scene's."""

    def take() -> None:
        state.become(replace(state.current(), **{name: st.session_state[name]}))

    return take
