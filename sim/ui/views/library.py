"""Library: what was kept, with versions and notes; open it, put it away, bring it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NoReturn

import streamlit as st
from babel.dates import format_datetime

from sim.schema.errors import SchemaError
from sim.schema.programme import Programme
from sim.store.errors import LibraryError
from sim.store.items import LINK, PROGRAMME
from sim.store.library import Kept, Library
from sim.text.catalogue import language, say, say_count
from sim.text.numbers import count
from sim.ui import links, scene, state
from sim.ui.cards import card
from sim.ui.words import muted, plain, strong

MOST_BYTES: Final = 256_000
KINDS: Final = (PROGRAMME, LINK)
SAID: Final = "library-said"
"""Key of what came of the last wish."""


def show(go: Callable[[scene.Scene], NoReturn]) -> None:
    """Draw the page.

    Parameters
    ----------
    go : leads to the Studio with a scene
    """
    st.title(plain(say("library.title")), anchor=False)
    st.markdown(plain(say("library.about")))
    said = st.session_state.pop(SAID, None)
    if said:
        (st.error if said[0] else st.success)(plain(said[1]))
    library = Library()
    left, right = st.columns((2, 3))
    with left:
        _keep(library)
        _import(library)
    with right:
        _shelf(library, go)


def _keep(library: Library) -> None:
    now = state.current()
    with card("keep"), st.form("keep-form", border=False):
        st.markdown(strong(say("library.keep")))
        name = st.text_input(say("library.field_name"), max_chars=80)
        kind = st.radio(say("library.field_kind"), KINDS, format_func=lambda one: say(f"library.kind.{one}"))
        note = st.text_area(say("library.field_note"), max_chars=2000, height=80)
        if st.form_submit_button(say("library.save")):
            item = now.draft.programme if kind == PROGRAMME else links.to_query(now)
            _try(lambda: _saved(library.save(name, item, note)))


def _import(library: Library) -> None:
    with card("import"):
        st.markdown(strong(say("library.import")))
        upload = st.file_uploader(
            say("library.file"), type=["yaml", "yml"], key="library-file", label_visibility="collapsed"
        )
        if upload is not None and st.button(say("library.take_in")):
            content = upload.getvalue()[: MOST_BYTES + 1]
            _try(lambda: _saved(library.add(content, upload.name)))


def _shelf(library: Library, go: Callable[[scene.Scene], NoReturn]) -> None:
    try:
        there, away = library.list(), library.list(deleted=True)
    except LibraryError as problem:
        st.error(plain(str(problem)))
        return
    with card("shelf"):
        st.markdown(strong(say_count("library.shelf", len(there))))
        if not there:
            st.markdown(muted(say("library.empty")))
        for kept in there:
            _row(library, kept, go)
    if away:
        with card("away"):
            st.markdown(strong(say_count("library.away", len(away))))
            for kept in away:
                _away(library, kept)


def _row(library: Library, kept: Kept, go: Callable[[scene.Scene], NoReturn]) -> None:
    st.markdown(f"{strong(kept.name)} {muted(_told(kept))}")
    if kept.note:
        st.markdown(plain(kept.note))
    with st.container(horizontal=True, gap="xsmall"):
        if st.button(say("library.open"), key=f"open-{kept.name}"):
            _open(kept, go)
        if kept.versions > 1:
            _versions(library, kept, go)
        st.download_button(
            say("library.export"), kept.text.encode(), f"{kept.name}.yaml", "application/yaml",
            on_click="ignore", key=f"export-{kept.name}",
        )  # fmt: skip
        put_away = partial(_done, library.delete, kept.name, "library.deleted")
        st.button(say("library.delete"), key=f"delete-{kept.name}", on_click=put_away)


def _versions(library: Library, kept: Kept, go: Callable[[scene.Scene], NoReturn]) -> None:
    versions = st.popover(say("library.versions"), on_change="rerun", key=f"versions-{kept.name}")
    if not versions.open:
        return
    with versions:
        for one in library.versions(kept.name):
            st.markdown(muted(f"{_told(one)} {one.note}"))
            if st.button(
                say("library.open_version", number=one.number), key=f"open-{kept.name}-{one.number}"
            ):
                _open(one, go)


def _away(library: Library, kept: Kept) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"{strong(kept.name)} {muted(_told(kept))}")
        back = partial(_done, library.restore, kept.name, "library.restored")
        st.button(say("library.restore"), key=f"restore-{kept.name}", on_click=back)


def _told(kept: Kept) -> str:
    when = format_datetime(kept.saved_at, "medium", locale=language())
    version = say("library.version", number=count(kept.number), versions=count(kept.versions), when=when)
    return f"{say(f'library.kind.{kept.kind}')}, {version}"


def _open(kept: Kept, go: Callable[[scene.Scene], NoReturn]) -> None:
    """Go to the Studio: a programme becomes the design at hand, a link brings its whole scene back."""
    item = kept.item
    if isinstance(item, Programme):
        go(scene.with_draft(state.current(), scene.Draft(item)))
    found, refused = links.from_query(item)
    if refused:
        st.warning(say_count("page.link_refused", len(refused), names=", ".join(refused)))
    go(found)


def _saved(kept: Kept) -> str:
    return say("library.saved", name=kept.name, number=kept.number)


def _done(act: Callable[[str], object], name: str, key: str) -> None:
    """For callbacks: do it, and say so."""
    try:
        act(name)
        st.session_state[SAID] = False, say(key, name=name)
    except LibraryError as problem:
        st.session_state[SAID] = True, str(problem)


def _try(act: Callable[[], str]) -> None:
    """Do it, and draw the page again with what came of it; a refusal leaves the form as it was."""
    try:
        st.session_state[SAID] = False, act()
    except (LibraryError, SchemaError) as problem:
        st.error(plain(str(problem)))
        return
    st.rerun()
