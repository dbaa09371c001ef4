"""The answer above everything else: one sentence, the doubt under it, the verdict and the futures behind it."""

import streamlit as st

from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say
from sim.text.numbers import count
from sim.ui.words import plain, strong

BADGES = {Verdict.BETTER: "green", Verdict.WORSE: "orange"}


def show(result: Comparison, design: str) -> None:
    """The headline of one design, in its parts."""
    headline = result.headlines[design]
    st.title(plain(headline.answer), anchor=False)
    watch = f" :orange[{strong(headline.watch)}]" if headline.watch else ""
    st.markdown(plain(headline.doubt) + watch)
    verdict = result.findings[design][HEADLINE].verdict
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.badge(say(f"verdict.{verdict.name.lower()}"), color=BADGES.get(verdict, "gray"))
        st.caption(plain(futures_line(result)))


def futures_line(result: Comparison) -> str:
    """How many futures are in the picture, and which kind of uncertainty they carry."""
    return say("page.futures", futures=count(len(result.futures)))
