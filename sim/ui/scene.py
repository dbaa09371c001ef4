"""What a user has set up: market, today's programme, the design at hand, the designs put side by side.

Plain values and pure functions; nothing here knows Streamlit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from sim.experiment.designs import Design, changed_levers, levers_of
from sim.schema.editing import edited
from sim.schema.programme import Programme
from sim.text.levers import START

LETTERS: Final = "BCDEFGH"
MOST_STEPS_BACK: Final = 100
PARTS: Final = ("why", "who", "when", "conflict", "side", "assumptions")
"""Parts of an explanation."""


@dataclass(frozen=True)
class Draft:
    """A design as the user left it.

    Attributes
    ----------
    programme : its levers
    start_week : week in which it is announced
    """

    programme: Programme
    start_week: int = 0

    def as_design(self, name: str) -> Design:
        """The design under another name."""
        return Design(self.programme.model_copy(update={"name": name}), self.start_week)


@dataclass(frozen=True)
class Scene:
    """Everything that decides what a page shows.

    Attributes
    ----------
    today : today's programme
    draft : the design at hand
    market : name of a shipped market
    weeks, seed : of the experiment
    past, ahead : drafts to go back to, and those that were undone, the nearest last
    tried : designs put side by side, B first
    chosen : outcome whose chart is shown
    letter : design that is explained; the one at hand where it is empty
    part : of the explanation
    partner : pseudonym of the partner that is followed
    lesson : name of the lesson that is open; none where it is empty
    """

    today: Programme
    draft: Draft
    market: str = "baseline"
    weeks: int = 156
    seed: int = 1
    past: tuple[Draft, ...] = ()
    ahead: tuple[Draft, ...] = ()
    tried: tuple[Draft, ...] = ()
    chosen: str = ""
    letter: str = ""
    part: str = ""
    lesson: str = ""
    partner: str = ""

    @property
    def changes(self) -> tuple[str, ...]:
        """Paths of the levers in which the design at hand differs from today."""
        levers = changed_levers(self.today, self.draft.programme)
        return (*levers, START) if levers and self.draft.start_week else levers


Step = Callable[[Scene], Scene]
"""What a button does to a scene."""

EXAMPLE: Final = ("direct.rule", "named-accounts")
"""The change that a first visitor is offered."""


def example(scene: Scene) -> Scene:
    """The scene with the change that a first visitor is offered."""
    return edit(scene, *EXAMPLE)


def opening(today: Programme, draft: Programme | None = None) -> Scene:
    """A scene with nothing changed, or with a first design already there."""
    return Scene(today, Draft(draft or today))


def edit(scene: Scene, path: str, value: Any) -> Scene:
    """The scene with one lever of the design at hand moved; what was undone before is forgotten.

    Raises
    ------
    SchemaError : a value that is not allowed
    """
    old = scene.draft
    if path == START:
        return _next(scene, replace(old, start_week=int(value)))
    return _next(scene, replace(old, programme=edited(old.programme, scene.today, path, value)))


def with_draft(scene: Scene, draft: Draft) -> Scene:
    """The scene with another design at hand, one step further."""
    return _next(scene, draft)


def back_to_today(scene: Scene) -> Scene:
    """Every lever of the design at hand as it is today."""
    return _next(scene, Draft(scene.today))


def undo(scene: Scene) -> Scene:
    """The design before the last change."""
    if not scene.past:
        return scene
    *past, last = scene.past
    return replace(scene, draft=last, past=tuple(past), ahead=(*scene.ahead, scene.draft))


def redo(scene: Scene) -> Scene:
    """The change that was undone last, made again."""
    if not scene.ahead:
        return scene
    *ahead, following = scene.ahead
    return replace(scene, draft=following, ahead=tuple(ahead), past=(*scene.past, scene.draft))


def put_beside(scene: Scene) -> Scene:
    """The design at hand among those that are compared, unless it is there or there is no room."""
    return put(scene, scene.draft)


def put(scene: Scene, draft: Draft) -> Scene:
    """A design among those that are compared, unless it is there or there is no room."""
    if is_beside(scene, draft) or len(scene.tried) >= len(LETTERS):
        return scene
    return replace(scene, tried=(*scene.tried, draft))


def take_away(scene: Scene, place: int) -> Scene:
    """The scene without one of the compared designs; those behind it move up a letter."""
    return replace(scene, tried=scene.tried[:place] + scene.tried[place + 1 :])


def is_beside(scene: Scene, draft: Draft) -> bool:
    """Whether a design is already among those that are compared."""
    return any(_same(draft, one) for one in scene.tried)


def with_today(scene: Scene, today: Programme) -> Scene:
    """Another programme for today; the design at hand starts over from it, compared designs stay."""
    return replace(scene, today=today, draft=Draft(today), past=(), ahead=())


def become_today(scene: Scene) -> Scene:
    """The design at hand as today's programme, as if it were in force already."""
    return with_today(scene, scene.draft.programme)


def _next(scene: Scene, draft: Draft) -> Scene:
    if _same(draft, scene.draft):
        return scene
    past = (*scene.past, scene.draft)[-MOST_STEPS_BACK:]
    return replace(scene, draft=draft, past=past, ahead=())


def _same(one: Draft, other: Draft) -> bool:
    return one.start_week == other.start_week and levers_of(one.programme) == levers_of(other.programme)
