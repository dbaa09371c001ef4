"""One partner: where it stands under each programme, what one more order brings, and its story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isnan
from typing import Any, Final

import polars as pl
import streamlit as st

from sim.charts.payout import payout
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.standing import Standing, standing_of, usual_order
from sim.experiment.explain.tale import events_of
from sim.experiment.story import Told, tell
from sim.text.catalogue import say
from sim.text.numbers import count, index, money, share
from sim.ui import explaining, state
from sim.ui.cards import show_picture
from sim.ui.words import muted, plain, strong

TODAY, DRAFT = "today", "draft"
LIST_HEIGHT: Final = 300
STORY_WEEKS: Final = 52
QUIET: Final = ("calls", "visits", "reviews", "new_p", "new_s", "lapse", "heard")
BEFORE_THE_END: Final = 4
"""Weeks before the horizon at which one looks at the curve: at a quarter's end the period begins anew."""


def show(lab: Bench, programmes: Mapping[str, Design], chosen: str) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    programmes : today's and the designs, by ``TODAY``, ``DRAFT`` or letter
    chosen : key of the one that is followed
    """
    ids = list(lab.setting.roster.ids)
    left, right = st.columns(2)
    with left:
        partner = _partner(ids)
    with right:
        last = max(1, lab.weeks - BEFORE_THE_END)
        week = int(st.slider(say("partners.week"), 1, lab.weeks, last, key="partner-week"))
    place = ids.index(partner)
    size = usual_order(lab, place)
    stands = {letter: standing_of(lab, design, place, week) for letter, design in programmes.items()}
    _order(partner, week, stands[chosen], size)
    st.markdown(strong(say("partners.under", partner=partner)))
    rows = [
        _under(
            programmes[letter].programme.name,
            explaining.partners(lab, programmes[letter]).row(place, named=True),
            own,
            size,
        )
        for letter, own in stands.items()
    ]
    st.table(pl.DataFrame(rows))
    drawn = _together(programmes, chosen)
    if drawn:
        standing = {programmes[one].programme.name: stands[one].attainment for one in (TODAY, *drawn)}
        _curve(lab.best([programmes[one] for one in drawn])[0], standing)
    _story(lab, programmes[chosen], place, partner)


def _partner(ids: list[str]) -> str:
    asked = state.current().partner
    key = state.shown("partner", asked if asked in ids else ids[0])
    return str(st.selectbox(say("partners.one"), ids, key=key, on_change=_take_partner))


def _take_partner() -> None:
    name = st.session_state["partner"]
    state.change(lambda now: replace(now, partner=name))


def _order(partner: str, week: int, own: Standing, size: float) -> None:
    if isnan(own.attainment):
        st.markdown(plain(say("partners.no_target", partner=partner, week=count(week))))
        return
    words = {"size": money(size), "adds": money(own.adds(size)), "at": f"{own.attainment:.2f}"}
    st.markdown(strong(say("partners.order", partner=partner, week=count(week), **words)))


def _under(programme: str, own: Mapping[str, Any], stands: Standing, size: float) -> dict[str, str]:
    at = "–" if isnan(stands.attainment) else f"{stands.attainment:.2f}"
    return {
        say("partners.column.programme"): programme,
        say("partners.column.state"): say(f"charts.crowd.state.{own['state']}"),
        say("partners.column.trust"): index(own["trust"]),
        say("partners.column.effort"): share(own["effort"]),
        say("partners.column.profit"): money(own["profit_per_year"]),
        say("partners.column.sales"): money(own["sales_per_year"]),
        say("partners.column.attainment"): at,
        say("partners.column.adds"): money(stands.adds(size)),
    }


def _together(programmes: Mapping[str, Design], chosen: str) -> list[str]:
    """Designs drawn together, each in its own colour: those compared, or the one in the Studio."""
    tried = [one for one in programmes if one not in (TODAY, DRAFT)]
    return [DRAFT] if DRAFT in programmes and (chosen == DRAFT or not tried) else tried


def _curve(result: Comparison, standing: Mapping[str, float]) -> None:
    st.markdown(muted(say("partners.curve")))
    show_picture(payout(result, state.scale(), standing=standing), "payout")


def _story(lab: Bench, design: Design, place: int, partner: str) -> None:
    asked = st.session_state.setdefault("stories", set())
    key = (lab.key, design.programme.name, place)
    if key not in asked:
        if not st.button(say("partners.tell"), key="tell"):
            return
        asked.add(key)
    weeks = min(STORY_WEEKS, lab.weeks)
    with st.spinner(say("partners.telling"), show_time=True):
        events = explaining.kept("story", lab, design, lambda: events_of(lab, design, place, weeks), place)
    words = {"partner": partner, "programme": design.programme.name, "weeks": count(weeks)}
    st.markdown(strong(say("partners.told", **words)))
    without = QUIET if st.toggle(say("partners.quiet"), value=True, key="quiet") else ()
    told: list[Told] = tell(events, without)
    if not told:
        st.markdown(plain(say("partners.nothing_told")))
        return
    columns = {
        say("partners.column.week"): [one.week for one in told],
        say("partners.column.what"): [one.sentence for one in told],
    }
    st.dataframe(pl.DataFrame(columns), hide_index=True, height=LIST_HEIGHT)
