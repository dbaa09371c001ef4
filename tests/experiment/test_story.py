"""Stories of partners: every event has a sentence."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

import sim.engine.agents
from sim.experiment.story import sentence, tell


class Event(NamedTuple):
    week: int
    what: str
    amount: float


def told_of() -> set[str]:
    """Kinds of events that the engine for reading may tell of."""
    kinds: set[str] = set()
    for path in Path(sim.engine.agents.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_tell":
                kinds |= {word.arg for word in node.keywords if word.arg}
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_attend":
                kinds |= {node.args[0].value}  # type: ignore[attr-defined]
    return kinds


def test_there_are_events_to_tell_of() -> None:
    assert {"won", "taken", "council", "announced", "alarm"} <= told_of()


@pytest.mark.parametrize("what", sorted(told_of()))
def test_every_event_has_a_sentence(what: str) -> None:
    assert sentence(Event(12, what, 3400.0)).startswith("Week 12: ")


def test_money_is_written_as_money_and_a_story_keeps_its_order() -> None:
    events = [Event(3, "calls", 1.0), Event(4, "taken", 62_000.0), Event(9, "rebate", 810.0)]
    story = tell(events, without=("calls",))
    assert [told.week for told in story] == [4, 9]
    assert story[0].sentence == "Week 4: direct sales took a deal of ¤62.0k at list"
