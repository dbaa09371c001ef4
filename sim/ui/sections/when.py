"""When it shows: the sum so far, how long the change itself disturbs, trust and both kinds of engagement."""

from __future__ import annotations

from typing import Final

import numpy as np
import streamlit as st

from sim.charts.hero import hero
from sim.charts.lines import lines
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.timing import when_clear
from sim.experiment.explain.visible import visible_from
from sim.experiment.weekly import Array
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, period, share
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.words import muted, plain, strong

DELAY: Final = "detection_delay"
SHOWN: Final = ("trust", "relational_engagement", "transactional_engagement")


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("when"):
        show_picture(hero(result, name, size), "when")
        st.markdown(plain(when_clear(result, name)))
    with card("visible"):
        st.markdown(strong(say("why.visible")))
        st.markdown(plain(_visible(visible_from(result, name), lab.weeks)))
        if noticed := _noticed(result, name):
            st.markdown(plain(noticed))
    with card("shock"):
        weeks = explaining.shock(lab, design)
        st.markdown(strong(_shock(weeks, lab.weeks)))
        st.markdown(muted(say("why.shock", futures=count(len(weeks)))))
    for place, outcome in zip(st.columns(len(SHOWN)), SHOWN, strict=True):
        with place:
            picture_card(lines(result, (name,), outcome, size), outcome)


def _visible(quarters: Array, horizon: int) -> str:
    never = float(np.mean(np.isnan(quarters)))
    middle = float(np.median(np.nan_to_num(quarters, nan=np.inf)))
    if np.isinf(middle):
        return say("why.never_visible", share=share(never), period=period(horizon))
    return say("why.visible_from", quarter=count(np.ceil(middle)), share=share(never))


def _noticed(result: Comparison, name: str) -> str:
    """How long the vendor takes to notice a partner that has stopped selling; empty where none stops."""
    found = result.findings[name][DELAY]
    levels = found.baseline_mean, found.design_mean
    if not np.isfinite(levels).all():
        return ""
    before, after = (say_count("numbers.weeks", round(level)) for level in levels)
    return say("why.noticed", today=say("charts.today"), before=before, after=after)


def _shock(weeks: Array, horizon: int) -> str:
    middle = round(float(np.median(weeks)))
    if middle == 0:
        return say("why.no_shock")
    return say("why.long_shock") if middle >= horizon else say_count("why.shock_weeks", middle)
