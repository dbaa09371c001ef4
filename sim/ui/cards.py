"""Cards: a picture with its finding above it and its figures below."""

import streamlit as st

from sim.charts.picture import Picture
from sim.text.catalogue import say
from sim.ui.words import plain, strong


def card(key: str) -> st.delta_generator.DeltaGenerator:
    """A white card; the key belongs to it alone."""
    return st.container(border=True, key=f"card-{key}")


def picture_card(picture: Picture, key: str) -> None:
    """A card with one picture."""
    with card(key):
        show_picture(picture, key)


def show_picture(picture: Picture, key: str) -> None:
    """Title, chart and, when opened, the figures behind it."""
    st.markdown(strong(picture.title))
    st.vega_lite_chart(picture.data, picture.spec, alt=picture.alt, height=picture.height, key=f"chart-{key}")
    figures = st.expander(say("page.figures"), on_change="rerun", key=f"figures-{key}")
    if figures.open:
        with figures:
            st.caption(plain(picture.alt))
            st.table(picture.table)
