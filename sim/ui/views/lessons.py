"""Lessons: a story, a prediction, and only then what the futures say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Final, NoReturn

import streamlit as st

from sim.charts.guess import guess
from sim.charts.hero import hero
from sim.charts.lines import MEDIUM, lines
from sim.charts.payout import payout
from sim.charts.picture import Picture
from sim.charts.quarter import quarter
from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.comparison import Comparison
from sim.experiment.lesson import FULL, both_ways, choice_score, line_score, quarters_of
from sim.experiment.outcomes import BY_NAME, HEADLINE, Period
from sim.schema.lesson import Lesson
from sim.schema.loading import list_scenarios, load_lesson
from sim.text.catalogue import say
from sim.text.numbers import amount, count, share
from sim.ui import answer, runs, scene, shipped, state
from sim.ui.cards import card, draw, picture_card, show_picture
from sim.ui.words import muted, plain, strong

STEPS: Final = 40
"""Steps of a slider from its lowest to its highest value."""
PER_ROW: Final = 4
KEPT: Final = "lesson_predictions"
SCORES: Final = "lesson_scores"
Prediction = int | tuple[float, ...]
"""Place of the chosen sentence, or the drawn line."""


def show(go: Callable[[scene.Scene], NoReturn]) -> None:
    """Draw the page: the lessons, or the one that was picked.

    Parameters
    ----------
    go : opens the Studio with a scene
    """
    known = _known()
    chosen = known.get(state.current().lesson)
    if chosen is None:
        _pick(known)
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.button(say("lessons.other"), type="tertiary", on_click=partial(_go, ""), key="lessons-other")
        st.toggle(say("page.projector"), key=state.PROJECTOR)
    st.title(plain(chosen.title), anchor=False)
    st.markdown(plain(chosen.story))
    kept = _kept().get(chosen.name)
    if kept is None:
        _predict(chosen)
    else:
        _reveal(chosen, kept, go)


@cache
def _known() -> dict[str, Lesson]:
    """The shipped lessons by name, in their order."""
    lessons = (load_lesson(name) for name in list_scenarios()["lessons"])
    return {lesson.name: lesson for lesson in sorted(lessons, key=lambda lesson: lesson.order)}


def _kept() -> dict[str, Prediction]:
    found: dict[str, Prediction] = st.session_state.setdefault(KEPT, {})
    return found


def _scores() -> dict[str, float]:
    found: dict[str, float] = st.session_state.setdefault(SCORES, {})
    return found


def _go(name: str) -> None:
    state.change(lambda now: replace(now, lesson=name))


def _pick(known: dict[str, Lesson]) -> None:
    st.title(plain(say("lessons.pick")), anchor=False)
    st.markdown(plain(say("lessons.how")))
    for place, lesson in enumerate(known.values(), 1):
        with st.container(border=True, key=f"lesson-{lesson.name}"):
            st.markdown(muted(say("lessons.lesson", place=count(place))))
            st.button(
                plain(lesson.title), key=f"open-{lesson.name}",
                on_click=partial(_go, lesson.name),
            )  # fmt: skip
            st.markdown(plain(lesson.question))
    if _scores():
        total = say("lessons.total", score=count(sum(_scores().values())), all=count(FULL * len(_scores())))
        st.markdown(strong(total))


def _predict(lesson: Lesson) -> None:
    with card("predict"):
        st.markdown(muted(say("lessons.predict")))
        st.subheader(plain(lesson.question), anchor=False)
        drawn = _choose(lesson) if lesson.choices else _draw(lesson)
        st.button(
            say("lessons.reveal"), disabled=drawn is None, key="reveal",
            on_click=partial(_keep, lesson.name, drawn),
        )  # fmt: skip


def _keep(name: str, drawn: Prediction | None) -> None:
    if drawn is not None:
        _kept()[name] = drawn


def _choose(lesson: Lesson) -> Prediction | None:
    sentences = [choice.sentence for choice in lesson.choices]
    place: int | None = st.radio(
        say("lessons.choose"), range(len(sentences)), index=None, key=f"choice-{lesson.name}",
        format_func=lambda one: plain(sentences[one]), label_visibility="collapsed",
    )  # fmt: skip
    return place


def _draw(lesson: Lesson) -> Prediction:
    low, high = lesson.line
    unit = BY_NAME[lesson.outcome].unit
    values = [low + (high - low) * step / STEPS for step in range(STEPS + 1)]
    st.markdown(muted(say("lessons.draw")))
    drawn: list[float] = []
    for first in range(0, lesson.weeks // WEEKS_PER_QUARTER, PER_ROW):
        for place, column in enumerate(st.columns(PER_ROW), first):
            if place < lesson.weeks // WEEKS_PER_QUARTER:
                with column:
                    label = say("lessons.in_quarter", quarter=count(place + 1))
                    drawn.append(
                        st.select_slider(
                            label, values, values[STEPS // 2], key=f"line-{lesson.name}-{place}",
                            format_func=lambda value: amount(value, unit, signed=True),
                        )
                    )  # fmt: skip
    picture = guess(drawn, None, BY_NAME[lesson.outcome], (low, high), state.scale())
    st.markdown(strong(picture.title))
    draw(picture, "guess")
    return tuple(drawn)


def _reveal(lesson: Lesson, kept: Prediction, go: Callable[[scene.Scene], NoReturn]) -> None:
    now = _scene(lesson)
    lab = runs.shipped_bench(now)
    design = now.draft.as_design(lesson.design)
    result, is_whole = lab.best([design])
    _found(lesson, kept, result)
    counter = st.empty()
    counter.markdown(muted(answer.futures_line(result)))
    with card("explains"):
        st.markdown(strong(say("lessons.explains")))
        st.markdown(plain(lesson.explains))
    with card("questions"):
        st.markdown(strong(say("lessons.questions")))
        st.markdown("\n".join(f"1. {plain(question)}" for question in lesson.class_questions))
    with st.container(horizontal=True):
        st.button(say("lessons.again"), key="again", on_click=partial(_forget, lesson.name))
        if st.button(say("lessons.studio"), key="to-studio", help=say("lessons.why")):
            go(now)
    if not is_whole:
        runs.refine(lab, [design], counter)


def _forget(name: str) -> None:
    _kept().pop(name, None)


def _scene(lesson: Lesson) -> scene.Scene:
    draft = scene.Draft(shipped.programme(lesson.design), lesson.start_week)
    today = shipped.programme(lesson.today)
    return scene.Scene(today, draft, market=lesson.market, weeks=lesson.weeks)


def _found(lesson: Lesson, kept: Prediction, result: Comparison) -> None:
    """What was predicted beside what the futures say, and the points."""
    with card("found"):
        st.subheader(plain(lesson.question), anchor=False)
        if isinstance(kept, int):
            _scored_choice(lesson, kept, result)
        else:
            _scored_line(lesson, kept, result)
    if _pays_otherwise(result):
        picture_card(payout(result, state.scale()), "payout")


def _scored_choice(lesson: Lesson, kept: int, result: Comparison) -> None:
    better, worse = both_ways(result, lesson.design, lesson.outcome)
    choice = lesson.choices[kept]
    points = choice_score(better, worse, choice.says)
    _scores()[lesson.name] = points
    st.markdown(plain(say("lessons.predicted", sentence=choice.sentence)))
    st.markdown(strong(say("lessons.score", score=count(points))))
    sides = {"better": share(better), "worse": share(worse)}
    st.markdown(muted(say("lessons.scored_choice", today=result.today, **sides)))
    show_picture(_picture(result, lesson), "lesson")


def _scored_line(lesson: Lesson, kept: tuple[float, ...], result: Comparison) -> None:
    found = quarters_of(result, lesson.design, lesson.outcome)
    points = line_score(kept, found)
    _scores()[lesson.name] = points
    st.markdown(strong(say("lessons.score", score=count(points))))
    st.markdown(muted(say("lessons.scored_line")))
    bounds = min(lesson.line), max(lesson.line)
    show_picture(guess(kept, found, BY_NAME[lesson.outcome], bounds, state.scale()), "lesson")


def _picture(result: Comparison, lesson: Lesson) -> Picture:
    if lesson.outcome == HEADLINE:
        return hero(result, lesson.design, state.scale())
    if BY_NAME[lesson.outcome].period is Period.QUARTER:
        return quarter(result, state.scale())
    return lines(result, [lesson.design], lesson.outcome, state.scale(), height=MEDIUM)


def _pays_otherwise(result: Comparison) -> bool:
    today, design = result.programmes.values()
    return today.rebate != design.rebate
