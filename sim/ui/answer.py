"""The answer above everything else: one sentence, its verdict, the doubt and the futures behind it."""

from typing import Final

import streamlit as st

from sim.charts.odds import odds
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say
from sim.text.numbers import count
from sim.ui import state
from sim.ui.cards import draw
from sim.ui.words import muted, plain, strong

FEWEST_FOR_WIDE: Final = 39
"""Futures without which a 95 % range has no ends: its lower one would lie below the smallest of them."""
BADGES = {Verdict.BETTER: "green", Verdict.WORSE: "orange"}


def show(result: Comparison, design: str) -> None:
    """The headline of one design, in its parts."""
    headline = result.headlines[design]
    st.title(plain(headline.answer), anchor=False)
    verdict = result.findings[design][HEADLINE].verdict
    pill = f":{BADGES.get(verdict, 'gray')}-badge[{say(f'verdict.{verdict.name.lower()}')}]"
    watch = f" :orange[{strong(headline.watch)}]" if headline.watch else ""
    st.markdown(f"{pill} {plain(headline.doubt)}{watch}")


def odds_beside(result: Comparison, design: str) -> st.delta_generator.DeltaGenerator:
    """The chance beside the picture, and how many futures it rests on.

    Returns
    -------
    place under it where futures may be counted up
    """
    draw(odds(result, design, state.scale()), "odds")
    place = st.empty()
    place.markdown(muted(futures_line(result)))
    return place


def futures_line(result: Comparison) -> str:
    """How many futures are in the picture, and which kind of uncertainty they carry."""
    futures = len(result.futures)
    return say("page.futures" if futures >= FEWEST_FOR_WIDE else "page.few_futures", futures=count(futures))
