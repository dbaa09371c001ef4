"""Policy against assumption, and the register of what is assumed."""

from __future__ import annotations

from time import monotonic
from typing import Final

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sim.charts.assumed import assumed_lines
from sim.charts.theme import role_of
from sim.charts.tornado import tornado
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.decides import decides
from sim.experiment.designs import Design
from sim.experiment.explain.assumed import bounds_of, register
from sim.experiment.headline import assumption_in_words, assumption_unit
from sim.experiment.outcomes import BY_NAME, CORE, HEADLINE, Period
from sim.experiment.sensitivity import Sensitivity, sensitivity
from sim.text.catalogue import say
from sim.text.numbers import count, figure
from sim.ui import explaining, runs, state
from sim.ui.cards import card, show_picture
from sim.ui.words import muted, strong

FIRST: Final = "price_elasticity"
STEPS: Final = 20
MOVE: Final = "move-all"
"""Key of the button that has every assumption moved."""
SHOWN: Final = tuple(name for name in CORE if BY_NAME[name].period not in (Period.QUARTER, Period.YEAR))


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    with card("assumed"):
        name, value, outcome = _asked(result, design.programme.name)
        found = explaining.assumed(lab, design, name, value)
        role = role_of(result, design.programme.name)
        show_picture(assumed_lines(found, BY_NAME[outcome], role, state.scale()), "assumed")
        st.markdown(muted(say("why.assumed", futures=count(explaining.FEW))))
    hangs_on = card("sensitivity")
    with card("register"):
        _register()
    with hangs_on:
        _hangs_on(lab, result, design)


def _hangs_on(lab: Bench, result: Comparison, design: Design) -> None:
    """Every assumption moved, once that is asked for: it takes a minute or two."""
    total = count(len(result.futures.names))
    found = explaining.known("sensitivity", lab, design)
    if found is None and not st.session_state.get(MOVE):
        st.markdown(strong(say("sensitivity.question")))
        st.markdown(muted(say("sensitivity.offer", count=total)))
        st.button(say("sensitivity.start"), key=MOVE)
        return
    place = st.empty()
    found = found or explaining.kept("sensitivity", lab, design, lambda: _moved(lab, design, place))
    place.empty()
    told = decides(result.findings[design.programme.name][found.outcome], found)
    show_picture(tornado(found, told, state.scale()), "sensitivity")
    moved = {"idle": count(found.without), "kept": count(len(found.effects))}
    st.markdown(muted(say("sensitivity.how", count=total, **moved)))


def _moved(lab: Bench, design: Design, place: DeltaGenerator) -> Sensitivity:
    """Counted up at its place; the button needs no work of its own, as any move ends this run."""
    with place.container():
        st.markdown(strong(say("sensitivity.question")))
        counter = st.empty()
        st.button(say("sensitivity.stop"), key="move-none")
    shown = monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if monotonic() - shown >= runs.INTERVAL_SECONDS:
            shown = monotonic()
            told = say("sensitivity.counting", done=count(done), all=count(total))
            counter.progress(done / total, told)

    counter.progress(0.0, say("sensitivity.begun"))
    seed = lab.futures(1).seed
    asked = lab.today, design, lab.weeks
    return sensitivity(lab.setting.simulation, *asked, seed=seed, effort=explaining.MOVED, progress=tell)


def _asked(result: Comparison, design: str) -> tuple[str, float, str]:
    """Assumption, its value and the outcome shown; at first the assumption that decides, if one does."""
    decides = result.findings[design][HEADLINE].hinge
    names = list(result.futures.names)
    left, middle, right = st.columns((5, 3, 3))
    with left:
        first = names.index(decides.name if decides else FIRST)
        name = st.selectbox(
            say("why.assumption"), names, first, format_func=assumption_in_words, key="assumption"
        )
    low, high = bounds_of(name)
    steps = [low + (high - low) * step / STEPS for step in range(STEPS + 1)]
    unit = assumption_unit(name)
    with middle:
        value = st.select_slider(
            say("why.value"), steps, high, format_func=lambda step: figure(step, unit), key=f"held-{name}"
        )
    with right:
        outcome = st.selectbox(
            say("why.outcome"), SHOWN, format_func=lambda one: say(f"outcomes.{one}"), key="assumed-outcome"
        )
    return name, value, outcome


def _register() -> None:
    known = register()
    judged = known.filter(pl.col("owner") == "judgement").height
    st.markdown(strong(say("why.register")))
    st.markdown(muted(say("why.register_help", judged=count(judged), all=count(known.height))))
    st.dataframe(
        pl.DataFrame(
            {
                say("why.column.says"): known["says"],
                say("why.column.value"): [
                    figure(value, unit) for value, unit in known.select("value", "unit").iter_rows()
                ],
                say("why.column.range"): [
                    f"{figure(low, unit)} – {figure(high, unit)}"
                    for low, high, unit in known.select("low", "high", "unit").iter_rows()
                ],
                say("why.column.source"): known["source"],
                say("why.column.owner"): [say(f"why.owner.{owner}") for owner in known["owner"]],
            }
        ),
        hide_index=True,
        height=420,
    )
