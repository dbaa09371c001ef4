"""What happened to one partner in one future, as dated plain sentences."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from sim.text.catalogue import say
from sim.text.numbers import count, money


class Happening(Protocol):
    """An event of the engine for reading."""

    @property
    def week(self) -> int:
        """Week in which it happened."""

    @property
    def what(self) -> str:
        """Key of its sentence in the catalogue."""

    @property
    def amount(self) -> float:
        """How much of it: ¤, a number or a share."""


class Told(NamedTuple):
    """One sentence of a story."""

    week: int
    sentence: str


def tell(events: Iterable[Happening], without: tuple[str, ...] = ()) -> list[Told]:
    """The story of a partner, in the order of events.

    Parameters
    ----------
    events : as the engine for reading records them
    without : kinds of events to leave out
    """
    return [Told(event.week, sentence(event)) for event in events if event.what not in without]


def sentence(event: Happening) -> str:
    """One event as a sentence."""
    words = say(f"story.{event.what}", amount=count(event.amount), money=money(event.amount))
    return say("story.week", week=event.week, what=words)
