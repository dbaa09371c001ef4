"""What a visitor takes away: board paper, slides, data, a letter, and how to get the same figures again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.report.bundle import KINDS, File, report_files
from sim.text.catalogue import say
from sim.ui.words import muted

SINGLE: Final = {
    "pdf": ("paper.pdf", "application/pdf"),
    "pptx": ("paper.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "xlsx": ("data.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "letter": ("letter.md", "text/markdown"),
}
"""Kinds that are one file: its name and media type."""
EVERYTHING: Final = "everything"


def show(place: DeltaGenerator, lab: Bench, designs: Sequence[Design], design: str) -> None:
    """Offer the files of a report; each is made when it is asked for, from all futures.

    Parameters
    ----------
    place : where the offer stands
    lab, designs : of the comparison
    design : that the paper is about
    """
    with place:
        offer = st.popover(say("taking.report"), width="content", on_change="rerun", key="report")
    if not offer.open:
        return
    with offer:
        st.markdown(muted(say("taking.about", design=design)))
        for kind, (name, media) in SINGLE.items():
            make = partial(_single, lab, designs, design, kind)
            _offer(kind, make, name, media)
        _offer(EVERYTHING, partial(_all, lab, designs, design), "report.zip", "application/zip")


def _offer(kind: str, make: partial[bytes], name: str, media: str) -> None:
    label = say(f"taking.{kind}")
    st.download_button(label, make, name, media, on_click="ignore", key=f"take-{kind}", width="stretch")


def _single(lab: Bench, designs: Sequence[Design], design: str, kind: str) -> bytes:
    ((_, content),) = _files(lab, designs, design, (kind,))
    return content


def _all(lab: Bench, designs: Sequence[Design], design: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _files(lab, designs, design, KINDS):
            archive.writestr(path, content)
    return packed.getvalue()


def _files(lab: Bench, designs: Sequence[Design], design: str, kinds: Iterable[str]) -> Iterable[File]:
    return report_files(lab.whole(designs), design, tuple(kinds), on=date.today())  # noqa: DTZ011 - the visitor's day
