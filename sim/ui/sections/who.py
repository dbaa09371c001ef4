"""Who wins, who loses, and who will complain."""

from __future__ import annotations

import streamlit as st

from sim.charts.bands import bands
from sim.charts.lorenz import lorenz
from sim.charts.segments import segments
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.report.who import complaints
from sim.text.catalogue import say
from sim.ui import state
from sim.ui.cards import card, picture_card
from sim.ui.words import plain, strong


def show(_lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    _lab : not needed here
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("complaints"):
        st.markdown(strong(say("why.complaints")))
        for sentence in complaints(result, name):
            st.markdown(plain(sentence))
    left, right = st.columns(2)
    with left:
        picture_card(bands(result, name, "segment", size), "bands-segment")
    with right:
        picture_card(bands(result, name, "tier", size), "bands-tier")
    left, right = st.columns(2)
    with left:
        picture_card(segments(result, "profit_per_year", size), "segments-profit")
    with right:
        picture_card(segments(result, "effort_share", size), "segments-effort")
    picture_card(lorenz(result, name, size), "lorenz")
