"""Partners: the crowd in one future, who went and who noticed, and one partner's own story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl
import streamlit as st

from sim.charts.crowd import ACROSS, BRUSH, crowd
from sim.experiment.designs import Design
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, index, money, share
from sim.ui import explaining, header, runs, state
from sim.ui.cards import card
from sim.ui.sections import partner
from sim.ui.sections.partner import DRAFT, LIST_HEIGHT, TODAY
from sim.ui.views.why import designs_at_hand
from sim.ui.words import muted, plain, strong


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
    with card("crowd"):
        _crowd(explaining.partners(lab, programmes[chosen]))
    silences = card("silences")
    with card("partner"):
        partner.show(lab, programmes, chosen)
    with silences:
        _silences(explaining.silences(lab, programmes[chosen]))


def _programme(programmes: Mapping[str, Design]) -> str:
    if st.session_state.get("followed") not in programmes:
        st.session_state["followed"] = TODAY
    if len(programmes) > 1:
        st.segmented_control(
            say("partners.programme"), list(programmes), key="followed", required=True,
            format_func=lambda one: programmes[one].programme.name,
        )  # fmt: skip
    return str(st.session_state["followed"])


def _crowd(partners: pl.DataFrame) -> None:
    st.segmented_control(
        say("partners.across"), ACROSS, default=ACROSS[0], key="across", required=True,
        format_func=lambda one: say(f"charts.crowd.{one}"),
    )  # fmt: skip
    across = str(st.session_state["across"])
    picture = crowd(partners, across, state.scale())
    st.markdown(strong(picture.title))
    st.markdown(muted(say("partners.how_to_mark")))
    event: Any = st.vega_lite_chart(
        picture.data, dict(picture.spec), height=picture.height, key=f"chart-crowd-{across}",
        on_select="rerun", selection_mode=BRUSH,
    )  # fmt: skip
    box = dict(event.selection.get(BRUSH, {}))
    found = marked(partners, box)
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


def _silences(found: pl.DataFrame) -> None:
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
