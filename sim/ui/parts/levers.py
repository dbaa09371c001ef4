"""The panel of levers: one Streamlit component that shows rows and sends back one edit at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from sim.text.catalogue import language, say, say_count
from sim.text.levers import group_name
from sim.ui.parts.assets import source
from sim.ui.parts.edits import Edit, counter, fresh, read_edit
from sim.ui.parts.entry import RefusedError
from sim.ui.parts.helping import rule_help

_SCRIPTS: Final = (
    "dom.js", "reading.js", "entry.js", "slider.js", "choices.js", "steps.js", "help.js", "rows.js",
    "panel.js",
)  # fmt: skip
_PANEL: Final = st.components.v2.component(
    "partnerlab_levers",
    html='<div class="levers" role="group">\n</div>',
    css=source("panel.css"),
    js=source(*_SCRIPTS),
)
_WORDS: Final = (
    "panel", "back", "back_short", "ask", "change", "entry", "differs", "more", "rule", "each", "together",
    "add", "remove", "today", "in_rule",
)  # fmt: skip
_PLACES: Final = ("name", "value")
_BANDS: Final = ("very_low", "low", "medium", "high", "very_high")

OnEdit = Callable[[Edit], None]


def levers_panel(
    rows: Sequence[Mapping[str, Any]],
    key: str,
    *,
    on_edit: OnEdit | None = None,
    role: str = "B",
    scale: float = 1.0,
) -> Edit | None:
    """Show the levers of a design; tell what was just changed.

    Parameters
    ----------
    rows : of `sim.ui.forms.lever_rows`
    key : of the component on the page
    on_edit : called with the edit before the page is drawn again, so that one drawing is enough; without it
        the page must be drawn a second time to show what the edit brings
    role : whose colour the handles have: B to H
    scale : size of everything; 1.35 on a projector

    Returns
    -------
    the edit that caused this drawing of the page, if one did; a typed text that is no value is answered at
    its row
    """
    memory = _Memory(key)

    def note() -> None:
        for item in fresh(st.session_state[key].edit, memory.seen):
            memory.take(item, rows, on_edit)

    data = {
        "rows": [_with_problem(row, memory.refused) for row in rows],
        "rules": {name: rule_help(name) for name in {row["help"]["rule"] for row in rows} if name},
        "words": _words(rows),
        "language": language(),
        "seen": memory.seen,
        "role": role,
        "scale": scale,
    }
    result = _PANEL(key=key, data=data, on_edit_change=note)
    return memory.edit if result.edit is not None else None


class _Memory:
    """What the session keeps of one panel: the last edit, and the typed text that was refused."""

    def __init__(self, key: str) -> None:
        self._key = f"{key}.memory"

    @property
    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = st.session_state.get(self._key, {})
        return kept

    @property
    def seen(self) -> int:
        return int(self._kept.get("seen", 0))

    @property
    def edit(self) -> Edit | None:
        return self._kept.get("edit")

    @property
    def refused(self) -> tuple[str, str]:
        path, sentence = self._kept.get("refused", ("", ""))
        return path, sentence

    def take(self, item: Any, rows: Sequence[Mapping[str, Any]], on_edit: OnEdit | None) -> None:
        """Read one edit and hand it on; it counts as seen only when that was not cut off by the next one."""
        edit, refused = None, ("", "")
        try:
            edit = read_edit(item, rows)
        except RefusedError as reason:
            refused = (item["path"], str(reason))
        if edit is not None and on_edit is not None:
            on_edit(edit)
        st.session_state[self._key] = {"edit": edit, "refused": refused, "seen": counter(item)}


def _with_problem(row: Mapping[str, Any], refused: tuple[str, str]) -> Mapping[str, Any]:
    return {**row, "problem": refused[1]} if row["path"] == refused[0] else row


def _words(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Every word of the panel that is no row's; places stay open for the browser to fill."""
    places = {place: f"{{{place}}}" for place in _PLACES}
    return {name: say(f"parts.{name}", **places) for name in _WORDS} | {
        "bands": [say(f"levers.band.{band}") for band in _BANDS],
        "groups": {row["group"]: group_name(row["group"]) for row in rows if row["group"]},
        "others": say_count("parts.others", sum(bool(row["group"]) for row in rows)),
    }
