"""What is asked of an experiment, checked before anything runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sim.experiment.designs import Design
from sim.experiment.errors import RequestError
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.experiment.outcomes import GOING_RATE_WEEKS
from sim.experiment.verdict import FEWEST_FUTURES
from sim.text.catalogue import say
from sim.text.numbers import count

MOST_DESIGNS: Final = 7
LIMITS: Final = {"weeks": (1, 1040), "futures": (1, 100_000), "seed": (0, 2**63 - 1)}


@dataclass(frozen=True)
class Request:
    """Size and kind of an experiment.

    Attributes
    ----------
    weeks : horizon, 1 to 1040
    futures : how many, 1 to 100,000
    seed : of all draws, >= 0
    luck_only : every future holds the default assumptions
    doubt_only : every future has the same luck

    Raises
    ------
    RequestError : a number outside its limits, or both luck only and doubt only
    """

    weeks: int = 156
    futures: int = 200
    seed: int = 1
    luck_only: bool = False
    doubt_only: bool = False

    def __post_init__(self) -> None:
        for name, (low, high) in LIMITS.items():
            found = getattr(self, name)
            if type(found) is not int or not low <= found <= high:
                bounds = {"low": count(low), "high": count(high)}
                raise RequestError(say("experiment.number", name=name, found=found, **bounds))
        if self.luck_only and self.doubt_only:
            raise RequestError(say("experiment.luck_or_doubt"))

    def draw(self) -> Futures:
        """Futures of the experiment."""
        doubts = behaviour_doubts()
        kind = {"luck_only": self.luck_only, "doubt_only": self.doubt_only}
        return draw_futures(doubts, self.futures, self.seed, **kind)

    def warnings(self) -> tuple[str, ...]:
        """Sentences on what this request leaves out."""
        few = say("experiment.few_futures", futures=self.futures, fewest=FEWEST_FUTURES)
        doubtful = {
            few: self.futures < FEWEST_FUTURES,
            say("experiment.short", weeks=self.weeks): self.weeks < GOING_RATE_WEEKS,
            say("experiment.luck_only"): self.luck_only,
            say("experiment.doubt_only"): self.doubt_only,
        }
        return tuple(sentence for sentence, holds in doubtful.items() if holds)


def check_designs(designs: Sequence[Design]) -> None:
    """See that the designs are not too many.

    Raises
    ------
    RequestError : more than seven
    """
    if len(designs) > MOST_DESIGNS:
        raise RequestError(say("experiment.designs", found=len(designs), most=MOST_DESIGNS))
