"""The Studio: move a lever of today's programme and see what partners make of it."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sim.charts.hero import hero, steady
from sim.charts.lines import MEDIUM, lines
from sim.charts.picture import Picture
from sim.charts.quarter import quarter
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.findings import Finding
from sim.experiment.outcomes import BY_NAME, HEADLINE, Period
from sim.text.catalogue import say, say_count
from sim.text.idle import why_idle
from sim.ui import answer, header, runs, scene, sheets, shipped, state, taking
from sim.ui.cards import card, picture_card, show_picture
from sim.ui.forms import Notes, lever_rows
from sim.ui.parts.edits import Edit
from sim.ui.parts.levers import levers_panel
from sim.ui.words import muted, plain, strong

SMALL: Final = ("active_partners", "trust", "solution_share")
"""Outcomes that always have a picture."""
Width = Literal["content", "stretch"]
REPLAY: Final = "replay"
REPLAY_SECONDS: Final = 1.2
HERO_WIDTHS: Final = (5, 1)


def show() -> None:
    """Draw the page: the levers, then the answer, then the doubt."""
    now = state.current()
    with st.sidebar:
        _levers(now)
    lab = runs.bench(now)
    place = header.show(lab.partners)
    if st.session_state.get(REPLAY) and now.past:
        _replay(lab, now)
    result, is_whole = lab.best(_designs(now.draft, now))
    counter = _result(result, now)
    if result.designs:
        taking.show(place, lab, _designs(now.draft, now), result.designs[0])
    if not is_whole:
        runs.refine(lab, _designs(now.draft, now), counter)


def _designs(draft: scene.Draft, now: scene.Scene) -> list[Design]:
    differs = replace(now, draft=draft).changes
    return [draft.as_design(say("studio.design"))] if differs else []


def _levers(now: scene.Scene) -> None:
    _today(now)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.markdown(strong(say("studio.design")))
        st.markdown(muted(say_count("studio.changes", len(now.changes))))
    _steps_back(now)
    draft = now.draft
    notes = Notes(idle=why_idle(draft.programme))
    rows = lever_rows(now.today, draft.programme, draft.start_week, weeks=now.weeks, notes=notes)
    levers_panel(rows, "levers", on_edit=_edit, scale=state.scale())
    _go_on(now)


def _edit(asked: Edit) -> None:
    state.change(lambda now: scene.edit(now, asked.path, asked.onto(now.draft.programme)))


def _today(now: scene.Scene) -> None:
    names = shipped.names()
    own = now.today.name not in names or shipped.programme(now.today.name) != now.today
    options = [*names, say("studio.own_today")] if own else list(names)
    key = state.shown("today", options[-1] if own else now.today.name)
    st.selectbox(
        say("studio.pick_today"), options, key=key, on_change=_pick_today, help=say("studio.today_help")
    )


def _pick_today() -> None:
    name = st.session_state["today"]
    if name in shipped.names():
        state.change(lambda now: scene.with_today(now, shipped.programme(name)))


def _steps_back(now: scene.Scene) -> None:
    with st.container(horizontal=True, gap="xsmall"):
        _button("undo", scene.undo, possible=bool(now.past))
        _button("redo", scene.redo, possible=bool(now.ahead))
        st.button(say("studio.replay"), disabled=not now.past, key=f"{REPLAY}-button", on_click=_ask_replay)
        _button("reset", scene.back_to_today, possible=bool(now.changes))


def _go_on(now: scene.Scene) -> None:
    beside = scene.is_beside(now, now.draft)
    _button("beside", scene.put_beside, possible=bool(now.changes) and not beside, width="stretch")
    _button("as_today", scene.become_today, possible=bool(now.changes), width="stretch")


def _button(name: str, step: scene.Step, *, possible: bool, width: Width = "content") -> None:
    act = partial(state.change, step)
    st.button(say(f"studio.{name}"), disabled=not possible, key=name, on_click=act, width=width)


def _ask_replay() -> None:
    st.session_state[REPLAY] = True


def _replay(lab: Bench, now: scene.Scene) -> None:
    """Show the page as it was before the last change for a moment, then as it is."""
    st.session_state[REPLAY] = False
    before = now.past[-1]
    result, _ = lab.best(_designs(before, now))
    st.markdown(muted(say("studio.before")))
    _result(result, replace(now, draft=before))
    time.sleep(REPLAY_SECONDS)
    st.rerun()


def _result(result: Comparison, now: scene.Scene) -> DeltaGenerator:
    """Draw the answer; returns the place where futures are counted up."""
    if not result.designs:
        return _nothing_yet(result)
    design = result.designs[0]
    answer.show(result, design)
    with card("hero"):
        left, right = st.columns(HERO_WIDTHS, vertical_alignment="center")
        with left:
            bounds = state.axis(lambda kept: steady(kept, result, design))
            show_picture(hero(result, design, state.scale(), at_least=bounds), "hero")
        with right:
            counter = answer.odds_beside(result, design)
    _small(result)
    _moved(result, design, now.chosen)
    with card("principles"):
        st.markdown(strong(say("studio.principles")))
        sheets.principles(result, design)
    return counter


def _nothing_yet(result: Comparison) -> DeltaGenerator:
    """Today's figures, what to do next, and one example to try."""
    st.title(plain(say("studio.nothing_yet")), anchor=False)
    st.markdown(plain(result.sentence))
    _button("example", scene.example, possible=True)
    counter = st.empty()
    counter.markdown(muted(answer.futures_line(result)))
    _small(result)
    return counter


def _small(result: Comparison) -> None:
    places = st.columns(len(SMALL))
    for place, name in zip(places, SMALL, strict=True):
        with place:
            picture_card(lines(result, result.designs, name, state.scale()), name)


def _moved(result: Comparison, design: str, chosen: str) -> None:
    moved = result.moved(design)
    name = chosen or _first(moved)
    left, right = st.columns(2)
    with left, card("moved"):
        st.markdown(strong(say("studio.moved", today=result.today)))
        clicked = sheets.moved(moved, name, "moved-sheet")
    with right:
        picture_card(_chosen_picture(result, name), "chosen")
    if clicked and clicked != chosen:
        state.become(replace(state.current(), chosen=clicked))
        st.rerun()


def _chosen_picture(result: Comparison, name: str) -> Picture:
    """The picture that shows an outcome: its path, or the quarter where it is about the quarter."""
    period = BY_NAME[name].period
    if period is Period.QUARTER:
        return quarter(result, state.scale())
    return lines(
        result, result.designs, HEADLINE if period is Period.YEAR else name, state.scale(), height=MEDIUM
    )


def _first(moved: tuple[Finding, ...]) -> str:
    names = [finding.outcome.name for finding in moved if finding.outcome.name not in SMALL]
    return names[0] if names else next(iter(BY_NAME))
