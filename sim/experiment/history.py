"""Cases of history: run a change that a vendor once made, and see whether the model shows what happened."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import numpy as np

from sim.experiment.compare import compare
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.errors import RequestError
from sim.experiment.outcomes import BY_NAME, OUTCOMES
from sim.schema.editing import changed
from sim.schema.history import TODAY, Expectation, History
from sim.schema.loading import load_history, load_programme
from sim.text.catalogue import say
from sim.text.numbers import amount

SURE_SHARE = 0.8
"""Share of the futures that differ at all which must agree with a sign."""


@dataclass(frozen=True)
class Replay:
    """One test of a case.

    Attributes
    ----------
    case : name of the case
    expected, simulated : as plain sentences
    passed : whether the model shows what happened
    """

    case: str
    expected: str
    simulated: str
    passed: bool

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def replay(ref: str | Path, **options: Any) -> list[Replay]:
    """Run a case, one result for each of its tests.

    Parameters
    ----------
    ref : name or file of a case
    options : as in ``compare``; they win over the file

    Raises
    ------
    SchemaError : a file that cannot be used
    RequestError : an outcome that does not exist
    """
    case = load_history(ref)
    for test in case.tests:
        _see_that_it_exists(test.outcome)
    today = changed(load_programme(case.today), {"name": TODAY, **case.before})
    designs = [
        Design(changed(today, {"name": one.name, **one.changes}), one.start_week) for one in case.designs
    ]
    size = {"weeks": case.weeks, "futures": case.futures} | options
    result = compare(today, designs, case.market, **size)
    return [_judged(case, test, result) for test in case.tests]


def _see_that_it_exists(outcome: str) -> None:
    if outcome not in BY_NAME:
        near = next(iter(get_close_matches(outcome, BY_NAME, n=1)), "")
        raise RequestError(say("history.no_outcome", found=outcome, nearest=near or "net_contribution"))


def _judged(case: History, test: Expectation, result: Comparison) -> Replay:
    place = OUTCOMES.index(BY_NAME[test.outcome])
    here, there, today = (
        result.measured[name].values[:, place] for name in (test.design, test.than, result.today)
    )
    defined = np.isfinite(here) & np.isfinite(there) & np.isfinite(today)
    here, there, today = here[defined], there[defined], today[defined]
    names = {"design": test.design, "than": test.than, "outcome": say(f"outcomes.{test.outcome}")}
    if not len(here):
        return Replay(case.name, _expected(test, names), say("history.undefined"), passed=False)
    if test.expect == "restored":
        share = _restored(here, there, today)
        words = say("history.restored", share=amount(share, "share"))
        return Replay(case.name, _expected(test, names), words, passed=bool(share >= test.by))
    gap, usual = here - there, abs(float(np.mean(there)))
    relative = float(np.mean(gap)) / usual if usual > 0.0 else 0.0
    moved = gap[gap != 0.0]
    higher = float(np.mean(moved > 0.0)) if len(moved) else 0.0
    sides = {"change": amount(abs(relative), "share"), "share": amount(higher, "share")}
    words = say("history.is_higher" if relative >= 0.0 else "history.is_lower", **sides)
    return Replay(case.name, _expected(test, names), words, passed=_passes(test, relative, higher))


def _passes(test: Expectation, relative: float, higher: float) -> bool:
    if test.expect == "unchanged":
        return abs(relative) <= test.by
    if test.expect == "higher":
        return relative >= test.by and higher >= SURE_SHARE
    return -relative >= test.by and 1.0 - higher >= SURE_SHARE


def _restored(here: Any, there: Any, today: Any) -> float:
    """Part of a loss that is made good; 1 where there was none."""
    lost = float(np.mean(today - there))
    return 1.0 if lost <= 0.0 else 1.0 - float(np.mean(today - here)) / lost


def _expected(test: Expectation, names: dict[str, str]) -> str:
    return say(f"history.expect.{test.expect}", by=amount(test.by, "share"), **names)


def all_passed(found: Sequence[Replay]) -> bool:
    """Whether every test passed."""
    return all(one.passed for one in found)
