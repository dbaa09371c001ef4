"""Cards: a picture with its finding above it and its figures below."""

from functools import partial

import streamlit as st

from sim.charts.picture import Picture
from sim.experiment.export import csv_of
from sim.text.catalogue import say
from sim.ui.words import muted, strong


def card(key: str) -> st.delta_generator.DeltaGenerator:
    """A white card, as high as its neighbours; the key belongs to it alone."""
    return st.container(border=True, height="stretch", key=f"card-{key}")


def picture_card(picture: Picture, key: str) -> None:
    """A card with one picture."""
    with card(key):
        show_picture(picture, key)


def show_picture(picture: Picture, key: str) -> None:
    """Title, chart and, when opened, the figures behind it."""
    st.markdown(strong(picture.title))
    draw(picture, key)
    figures = st.popover(say("page.figures"), type="tertiary", on_change="rerun", key=f"figures-{key}")
    if figures.open:
        with figures:
            st.markdown(muted(picture.alt))
            st.table(picture.table)
            data = partial(csv_of, picture.table)
            st.download_button(say("page.download"), data, f"{key}.csv", "text/csv", on_click="ignore")


def draw(picture: Picture, key: str) -> None:
    """The chart alone. Its specification is always the same, so that the browser only changes figures."""
    st.vega_lite_chart(
        picture.data, dict(picture.spec), alt=picture.alt, height=picture.height, key=f"chart-{key}"
    )
