"""The first page: two programmes, one sentence, one chart, one table."""

from typing import Final

import streamlit as st

import sim
from sim.charts.hero import hero
from sim.experiment.comparison import Comparison
from sim.experiment.findings import Finding
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range, count, period

MARKET: Final = "baseline"
START: Final = ("flat-margin", "retro-volume")
FUTURES: Final = 64


def show() -> None:
    """Draw the page from top to bottom."""
    st.set_page_config(page_title=say("page.title"), layout="wide")
    today, design = _choice()
    if today == design:
        st.info(say("page.same"))
        return
    try:
        with st.spinner(say("page.running", futures=count(FUTURES))):
            result = _compared(today, design)
    except (sim.SchemaError, sim.RequestError) as problem:
        st.error(say("page.failed", reason=str(problem)))
        return
    _headline(result)
    _hero(result, design)
    _outcomes(result, design)


def _choice() -> tuple[str, str]:
    names = sim.list_scenarios()["programmes"]
    left, right = st.columns(2)
    today = left.selectbox(say("page.today"), names, index=names.index(START[0]), key="today")
    design = right.selectbox(say("page.design"), names, index=names.index(START[1]), key="design")
    return str(today), str(design)


@st.cache_resource(max_entries=64, show_spinner=False)
def _compared(today: str, design: str) -> Comparison:
    return sim.compare(today, [design], market=MARKET, futures=FUTURES)


def _headline(result: Comparison) -> None:
    first, _, rest = result.sentence.partition(" (")
    st.title(_plain(first), anchor=False)
    st.markdown(_plain("(" + rest) if rest else "")
    st.caption(say("page.futures", futures=count(len(result.futures)), verdict=result.verdict))


def _hero(result: Comparison, design: str) -> None:
    picture = hero(result, design)
    with st.container(border=True):
        st.markdown(f"**{_plain(picture.title)}**")
        st.vega_lite_chart(picture.data, dict(picture.spec), key="hero", alt=picture.alt)


def _outcomes(result: Comparison, design: str) -> None:
    length = period(result.horizon_weeks)
    with st.container(border=True):
        st.markdown(f"**{_plain(say('page.outcomes', period=length, baseline=result.today))}**")
        st.table([_row(finding, result.today, design) for finding in result.findings[design].values()])


def _row(finding: Finding, today: str, design: str) -> dict[str, str]:
    outcome, difference = finding.outcome, finding.difference
    ends = amount_range(difference.p10, difference.p90, outcome.unit, like=difference.mean, signed=True)
    return {
        say("page.column.outcome"): say(f"outcomes.{outcome.name}"),
        today: _plain(amount(finding.baseline_mean, outcome.unit)),
        design: _plain(amount(finding.design_mean, outcome.unit)),
        say("page.column.difference"): _plain(amount(difference.mean, outcome.unit, signed=True)),
        say("page.column.range"): _plain(ends),
        say("page.column.better"): amount(difference.better_share, "share"),
        say("page.column.verdict"): str(finding.verdict),
    }


def _plain(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{mark}" if mark in r"\`*_{}[]<>#$|~" else mark for mark in text)
