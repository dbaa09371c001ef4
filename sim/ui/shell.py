"""The app around the pages: navigation, look, and what every page starts with."""

from functools import partial
from pathlib import Path
from typing import NoReturn

import streamlit as st

from sim.schema.errors import SchemaError
from sim.text.catalogue import say, say_count
from sim.ui import state
from sim.ui.links import to_query
from sim.ui.scene import Scene
from sim.ui.views import compare, lessons, library, model, partners, studio, why

SIDEBAR_WIDTH = 344


def show() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title=say("page.title"), layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    here = Path(__file__).parent
    st.logo(here / "logo.svg", size="large")
    st.html(here / "page.css")
    if state.scale() > 1.0:
        st.html(here / "projector.css")
    state.current()
    first = st.Page(studio.show, title=say("studio.name"), url_path="studio", default=True)

    def go(scene: Scene) -> NoReturn:
        state.become(scene)
        st.switch_page(first, query_params=to_query(scene))

    pages = [
        first,
        st.Page(compare.show, title=say("compare.name"), url_path="compare"),
        st.Page(why.show, title=say("why.name"), url_path="why"),
        st.Page(partners.show, title=say("partners.name"), url_path="partners"),
        st.Page(partial(lessons.show, go), title=say("lessons.name"), url_path="lessons"),
        st.Page(model.show, title=say("model.name"), url_path="model"),
        st.Page(partial(library.show, go), title=say("library.name_of_page"), url_path="library"),
    ]
    page = st.navigation(pages, position="top")
    refused = state.refused_parameters()
    if refused:
        st.warning(say_count("page.link_refused", len(refused), names=", ".join(refused)))
    try:
        page.run()
    except (SchemaError, ArithmeticError) as problem:
        st.error(say("page.failed", reason=str(problem)))
