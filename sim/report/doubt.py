"""What we are unsure of: the futures, the assumption that decides, and what the assumptions rest on."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sim.experiment.comparison import Comparison
from sim.experiment.headline import assumption_in_words, assumption_unit
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Hinge, deciding_assumption
from sim.schema.behaviour import Behaviour
from sim.schema.fields import Meta, meta_of
from sim.text.catalogue import say
from sim.text.numbers import count, figure, money, money_range

GRADES: Final = ("A", "B", "C", "assumption")
"""Grades of evidence, the best first."""


def doubts(comparison: Comparison, design: str) -> tuple[str, ...]:
    """Sentences on what the answer is worth.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    difference = comparison.findings[design][HEADLINE].difference
    spread = say(
        "report.spread",
        better=count(round(difference.better_share * difference.futures)),
        futures=count(difference.futures),
        range=money_range(difference.p10, difference.p90, like=difference.mean),
        wide=money_range(difference.p2_5, difference.p97_5, like=difference.mean),
    )
    return spread, _decided(hinge_of(comparison, design)), *_evidence(comparison.futures.names)


def hinge_of(comparison: Comparison, design: str) -> Hinge | None:
    """The one assumption whose upper and lower half disagree on the sign of the headline, if there is one.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    futures = comparison.futures
    gains = comparison.findings[design][HEADLINE].hinge
    if gains is not None:
        return gains
    runs = comparison.runs
    paired = [runs.filter(runs["design"] == name)[HEADLINE].to_numpy() for name in (comparison.today, design)]
    return deciding_assumption(paired[1] - paired[0], futures.rows, futures.upper, futures.names)


def _decided(hinge: Hinge | None) -> str:
    if hinge is None:
        return say("report.no_hinge")
    meta = _meta(hinge.name)
    above, below = (money(side, signed=True) for side in (hinge.above, hinge.below))
    return say(
        "report.hinge",
        assumption=assumption_in_words(hinge.name),
        split=figure(hinge.split, assumption_unit(hinge.name)),
        above=above,
        below=below,
        evidence=say(f"report.grade.{meta.grade.lower()}") if meta else say("report.grade.assumption"),
    )


def _evidence(names: Iterable[str]) -> tuple[str, ...]:
    """How many assumptions rest on what; nothing where the schema knows none of them."""
    grades = Counter(meta.grade for meta in map(_meta, names) if meta)
    if not grades:
        return ()
    counts = {grade.lower(): count(grades[grade]) for grade in GRADES}
    return (say("report.evidence", all=count(grades.total()), **counts), say("report.not_a_forecast"))


def _meta(name: str) -> Meta | None:
    field = Behaviour.model_fields.get(name)
    return meta_of(field) if field else None
