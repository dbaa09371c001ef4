"""Policy against assumption, and the register of what is assumed."""

from __future__ import annotations

from typing import Final

import polars as pl
import streamlit as st

from sim.charts.assumed import assumed_lines
from sim.charts.theme import role_of
from sim.charts.tornado import tornado
from sim.experiment.bench import Bench
from sim.experiment.cache import digest
from sim.experiment.comparison import Comparison
from sim.experiment.decides import decides
from sim.experiment.designs import Design, levers_of
from sim.experiment.explain.assumed import bounds_of, register
from sim.experiment.headline import assumption_in_words, assumption_unit
from sim.experiment.outcomes import BY_NAME, CORE, HEADLINE, Period
from sim.experiment.sensitivity import Sensitivity, sensitivity
from sim.text.catalogue import say
from sim.text.numbers import count, figure
from sim.ui import explaining, state
from sim.ui.cards import card, show_picture
from sim.ui.words import muted, strong

FIRST: Final = "price_elasticity"
STEPS: Final = 20
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
    with card("sensitivity"):
        _hangs_on(lab, result, design)
    with card("register"):
        _register()


def _hangs_on(lab: Bench, result: Comparison, design: Design) -> None:
    """Every assumption moved, once that is asked for: it takes a minute or two."""
    asked = f"moved-{lab.key}-{digest(levers_of(design.programme), design.start_week)}"
    total = count(len(result.futures.names))
    place = st.empty()
    if not st.session_state.get(asked):
        with place.container():
            st.markdown(strong(say("sensitivity.question")))
            st.markdown(muted(say("sensitivity.offer", count=total)))
            if not st.button(say("sensitivity.start"), key="move-all"):
                return
    found = explaining.kept("sensitivity", lab, design, lambda: _moved(lab, design, place))
    st.session_state[asked] = True
    place.empty()
    told = decides(result.findings[design.programme.name][found.outcome], found)
    show_picture(tornado(found, told, state.scale()), "sensitivity")
    moved = {"idle": count(found.without), "kept": count(len(found.effects))}
    st.markdown(muted(say("sensitivity.how", count=total, **moved)))


def _moved(lab: Bench, design: Design, place: st.delta_generator.DeltaGenerator) -> Sensitivity:
    def tell(done: int, total: int) -> None:
        place.progress(done / total, say("sensitivity.counting", done=count(done), all=count(total)))

    seed = lab.futures(1).seed
    return sensitivity(lab.setting.simulation, lab.today, design, lab.weeks, seed=seed, progress=tell)


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
