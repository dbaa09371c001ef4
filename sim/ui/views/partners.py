"""Partners: the crowd in one future, who went and who noticed, and one partner's own story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isnan
from typing import Any, Final

import numpy as np
import polars as pl
import streamlit as st

from sim.charts.crowd import ACROSS, BRUSH, crowd
from sim.charts.payout import payout
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.crowd import Crowd, Order, crowd_of, one_more_order
from sim.experiment.explain.tale import events_of, usual_order
from sim.experiment.story import Told, tell
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, index, money, share
from sim.ui import explaining, header, runs, state
from sim.ui.cards import card, show_picture
from sim.ui.views.why import designs_at_hand
from sim.ui.words import muted, plain, strong

TODAY, DRAFT = "today", "draft"
LIST_HEIGHT: Final = 300
STORY_WEEKS: Final = 52
QUIET: Final = ("calls", "visits", "reviews", "new_p", "new_s", "lapse", "heard")
BEFORE_THE_END: Final = 4
"""Weeks before the horizon at which one looks at the curve: at a quarter's end the period begins anew."""


def show() -> None:
    """Draw the page: the crowd, the silences, then one partner."""
    now = state.current()
    lab = runs.bench(now)
    header.show(lab.partners)
    st.title(plain(say("partners.title")), anchor=False)
    st.markdown(muted(say("partners.one_future")))
    at_hand = designs_at_hand(now)
    if not at_hand:
        st.info(plain(say("partners.empty")))
    programmes = {TODAY: lab.today} | {letter or DRAFT: design for letter, design in at_hand.items()}
    chosen = _programme(programmes)
    followed = _followed(lab, programmes[chosen])
    with card("crowd"):
        _crowd(followed)
    with card("silences"):
        _silences(followed)
    with card("partner"):
        _one(lab, programmes, chosen)


def _followed(lab: Bench, design: Design) -> Crowd:
    with st.spinner(say("partners.following"), show_time=True):
        return explaining.kept("crowd", lab, design, lambda: crowd_of(lab, design))


def _programme(programmes: Mapping[str, Design]) -> str:
    if st.session_state.get("followed") not in programmes:
        st.session_state["followed"] = TODAY
    if len(programmes) > 1:
        st.segmented_control(
            say("partners.programme"), list(programmes), key="followed", required=True,
            format_func=lambda one: programmes[one].programme.name,
        )  # fmt: skip
    return str(st.session_state["followed"])


def _crowd(followed: Crowd) -> None:
    st.segmented_control(
        say("partners.across"), ACROSS, default=ACROSS[0], key="across", required=True,
        format_func=lambda one: say(f"charts.crowd.{one}"),
    )  # fmt: skip
    across = str(st.session_state["across"])
    picture = crowd(followed.partners, across, state.scale())
    st.markdown(strong(picture.title))
    st.markdown(muted(say("partners.how_to_mark")))
    event: Any = st.vega_lite_chart(
        picture.data, dict(picture.spec), height=picture.height, key=f"chart-crowd-{across}",
        on_select="rerun", selection_mode=BRUSH,
    )  # fmt: skip
    box = dict(event.selection.get(BRUSH, {}))
    found = marked(followed.partners, box)
    words = say_count("partners.marked" if box else "partners.everybody", found.height)
    st.markdown(strong(words))
    st.dataframe(_listed(found), hide_index=True, height=LIST_HEIGHT)


def marked(partners: pl.DataFrame, box: Mapping[str, Any]) -> pl.DataFrame:
    """Partners inside a box, those with most sales first; all of them without one.

    Parameters
    ----------
    partners : see ``sim.experiment.explain.crowd.COLUMNS``
    box : column → (lowest, highest)
    """
    inside = [pl.col(name).is_between(min(ends), max(ends)) for name, ends in box.items()]
    return partners.filter(*inside).sort("sales_per_year", descending=True)


def _listed(found: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(
        {
            say("partners.column.partner"): found["partner"],
            say("partners.column.segment"): _segments(found),
            say("partners.column.state"): [_state(one) for one in found["state"]],
            say("partners.column.trust"): [index(one) for one in found["trust"]],
            say("partners.column.effort"): [share(one) for one in found["effort"]],
            say("partners.column.profit"): [money(one) for one in found["profit_per_year"]],
            say("partners.column.sales"): [money(one) for one in found["sales_per_year"]],
            say("partners.column.alive"): [share(one) for one in found["alive"]],
        }
    )


def _state(name: str) -> str:
    return say(f"charts.crowd.state.{name}")


def _silences(followed: Crowd) -> None:
    found = followed.silences
    st.markdown(strong(say_count("partners.silences", found.height)))
    known = found.drop_nulls("noticed")
    if known.height:
        delay = float(np.median((known["noticed"] - known["silent"]).to_numpy()))
        st.markdown(muted(say("partners.silences_help", noticed=count(known.height), delay=count(delay))))
    else:
        st.markdown(muted(say("partners.silences_unseen")))
    weeks = ("silent", "noticed", "back")
    columns = {
        say("partners.column.partner"): found["partner"],
        say("partners.column.segment"): _segments(found),
        **{say(f"partners.column.{name}"): [_week(one) for one in found[name]] for name in weeks},
    }
    st.dataframe(pl.DataFrame(columns), hide_index=True, height=LIST_HEIGHT)


def _week(week: int | None) -> str:
    return "–" if week is None else count(week)


def _segments(found: pl.DataFrame) -> list[str]:
    return [say(f"charts.member.{one}") for one in found["segment"]]


def _one(lab: Bench, programmes: Mapping[str, Design], chosen: str) -> None:
    ids = list(lab.setting.roster.ids)
    left, right = st.columns(2)
    with left:
        partner = _partner(ids)
    with right:
        last = max(1, lab.weeks - BEFORE_THE_END)
        week = int(st.slider(say("partners.week"), 1, lab.weeks, last, key="partner-week"))
    place = ids.index(partner)
    size = usual_order(lab, place)
    crowds = {letter: _followed(lab, design) for letter, design in programmes.items()}
    orders = {
        letter: one_more_order(crowds[letter], design.programme, place, week, size)
        for letter, design in programmes.items()
    }
    _order(partner, week, orders[chosen])
    st.markdown(strong(say("partners.under", partner=partner)))
    rows = [
        _under(programmes[letter].programme.name, crowds[letter].partners.row(place, named=True), order)
        for letter, order in orders.items()
    ]
    st.table(pl.DataFrame(rows))
    drawn = _together(programmes, chosen)
    if drawn:
        standing = {programmes[one].programme.name: orders[one].attainment for one in (TODAY, *drawn)}
        _curve(lab.best([programmes[one] for one in drawn])[0], standing)
    _story(lab, programmes[chosen], place, partner)


def _partner(ids: list[str]) -> str:
    asked = state.current().partner
    key = state.shown("partner", asked if asked in ids else ids[0])
    return str(st.selectbox(say("partners.one"), ids, key=key, on_change=_take_partner))


def _take_partner() -> None:
    name = st.session_state["partner"]
    state.change(lambda now: replace(now, partner=name))


def _order(partner: str, week: int, order: Order) -> None:
    if isnan(order.attainment):
        st.markdown(plain(say("partners.no_target", partner=partner, week=count(week))))
        return
    words = {"size": money(order.size), "adds": money(order.adds), "at": f"{order.attainment:.2f}"}
    st.markdown(strong(say("partners.order", partner=partner, week=count(week), **words)))


def _under(programme: str, own: Mapping[str, Any], order: Order) -> dict[str, str]:
    at = "–" if isnan(order.attainment) else f"{order.attainment:.2f}"
    return {
        say("partners.column.programme"): programme,
        say("partners.column.state"): _state(own["state"]),
        say("partners.column.trust"): index(own["trust"]),
        say("partners.column.effort"): share(own["effort"]),
        say("partners.column.profit"): money(own["profit_per_year"]),
        say("partners.column.sales"): money(own["sales_per_year"]),
        say("partners.column.attainment"): at,
        say("partners.column.adds"): money(order.adds),
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
