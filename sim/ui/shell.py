"""The app around the pages: navigation, look, and what every page starts with."""

from pathlib import Path

import streamlit as st

from sim.schema.errors import SchemaError
from sim.text.catalogue import say, say_count
from sim.ui import state
from sim.ui.views import compare, studio, why

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
    pages = [
        st.Page(studio.show, title=say("studio.name"), url_path="studio", default=True),
        st.Page(compare.show, title=say("compare.name"), url_path="compare"),
        st.Page(why.show, title=say("why.name"), url_path="why"),
    ]
    page = st.navigation(pages, position="top")
    refused = state.refused_parameters()
    if refused:
        st.warning(say_count("page.link_refused", len(refused), names=", ".join(refused)))
    try:
        page.run()
    except (SchemaError, ArithmeticError) as problem:
        st.error(say("page.failed", reason=str(problem)))
