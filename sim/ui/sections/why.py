"""Why a design earns more or less: what the rules do, what partners make of it, which lever did it."""

from __future__ import annotations

import streamlit as st

from sim.charts.costs import costs
from sim.charts.hinge import hinge
from sim.charts.theme import role_of
from sim.charts.waterfall import Part, waterfall
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.layers import Layers
from sim.experiment.explain.levers import Credit, in_words
from sim.experiment.outcomes import HEADLINE
from sim.text.catalogue import say
from sim.text.numbers import count, money
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.words import muted


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    role = role_of(result, design.programme.name)
    left, right = st.columns(2)
    with left, card("layers"):
        _layers(explaining.layers(lab, design), role)
    with right, card("credit"):
        _credit(explaining.credit(lab, design), role)
    found = result.findings[design.programme.name][HEADLINE].hinge
    if found is None:
        picture_card(costs(result, state.scale()), "costs")
        st.markdown(muted(say("why.no_hinge")))
        return
    left, right = st.columns(2)
    with left:
        picture_card(costs(result, state.scale()), "costs")
    with right:
        picture_card(hinge(result, design.programme.name, found, state.scale()), "hinge")


def _layers(found: Layers, role: str) -> None:
    table = found.table
    parts = [Part(say(f"why.layer.{name}"), *rest) for name, *rest in table.iter_rows()]
    show_picture(waterfall(parts, role, _largest("why.largest_layer", parts), state.scale()), "layers")
    st.markdown(muted(say("why.layers", futures=count(len(found.amounts)))))


def _credit(found: Credit, role: str) -> None:
    rows = found.table.iter_rows()
    parts = [
        Part(in_words(tuple(levers.split(" "))), cents, low, high) for levers, cents, low, high, _ in rows
    ]
    show_picture(waterfall(parts, role, _largest("why.largest_lever", parts), state.scale()), "credit")
    error = float(max(found.shares.errors))
    key = "why.credit_of_some" if error else "why.credit_of_all"
    st.markdown(muted(say(key, futures=count(len(found.shares.amounts)), error=money(error))))


def _largest(key: str, parts: list[Part]) -> str:
    part = max(parts, key=lambda one: abs(one.cents))
    return say(key, part=part.name, amount=money(part.cents / 100, signed=True))
