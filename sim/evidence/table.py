"""The table of `partnerlab validate` and of the Model page: theory, facts, and the model beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from time import perf_counter
from typing import Any, Final

from sim.evidence import panel
from sim.evidence.committed import FULL_SEEDS, QUICK_SEEDS, Committed, is_evidence, read_committed, verdict_of
from sim.evidence.fact import Fact, Measured
from sim.evidence.listing import ABSENT, ALL, FACTS, PARTS_ABSENT
from sim.evidence.world import VARIANTS, World
from sim.text.catalogue import say
from sim.validation import closed_forms

NULLS: Final = ("F27", "F28")
"""Facts that are closed forms: patterns that must be absent when nothing makes them."""


@dataclass(frozen=True)
class Row:
    """One row of the table.

    Attributes
    ----------
    id : CF1 to CF21 or F01 to F62
    statement, setting : as sentences
    source : key of the bibliography, or empty
    published : figure or sign, in words
    simulated, low, high : mean and its 95 % range; None where nothing was simulated
    verdict : pass, fail, other_setting or not_applicable
    evidence : whether partners with random effort fail where the model passes, and it set no parameter;
        None for theory
    gated : whether a failure stops a release
    seconds : what measuring it took; a run that several rows need is paid for by the first; None from a file
    """

    id: str
    statement: str
    setting: str
    source: str
    published: str
    simulated: float | None
    low: float | None
    high: float | None
    verdict: str
    evidence: bool | None
    gated: bool
    seconds: float | None = None

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def known_ids() -> tuple[str, ...]:
    """Identifiers of everything in the table, theory first."""
    theory = [*(one.id for one in closed_forms.REFERENCES), *(one.id for one in closed_forms.ABSENT)]
    facts = (*(fact.id for fact in ALL), *ABSENT)
    return tuple(dict.fromkeys([*theory, *sorted(facts)]))


def validated(ids: Sequence[str] = (), *, is_full: bool = False) -> list[Row]:
    """Measure now.

    Parameters
    ----------
    ids : to measure; by default everything
    is_full : 30 futures for every fact instead of 10 for the quick ones
    """
    committed, world = read_committed(), World(FULL_SEEDS if is_full else QUICK_SEEDS)
    rows = _theory(ids)
    for fact in ALL:
        if _asked(fact.id, ids) and (fact.is_quick or is_full or ids):
            begin = perf_counter()
            found, verdict = verdict_of(fact, world)
            row = _fact_row(fact, found, verdict, committed.get(fact.name))
            rows.append(replace(row, seconds=perf_counter() - begin))
    return rows + [row for row in _without_figures() if _asked(row.id, ids)]


def committed_rows() -> list[Row]:
    """The table as last written, without running anything: facts by number, for a page."""
    return sorted([*_written(FACTS), *_without_figures()], key=lambda row: row.id)


def panel_rows() -> list[Row]:
    """Shapes of a real panel as last written: its moments in their order."""
    return _written(panel.FACTS)


def _written(facts: Iterable[Fact]) -> list[Row]:
    committed = read_committed()
    known = [(fact, committed[fact.name]) for fact in facts]
    return [_fact_row(fact, one.found, one.verdicts["model"], one) for fact, one in known]


def is_fitted(row: Row) -> bool:
    """Whether the market was fitted to this shape of the panel, so that it says nothing of the model."""
    return any(fact.is_calibration for fact in panel.FACTS if fact.id == row.id)


def variant_rows(facts: Iterable[Fact] = FACTS) -> list[dict[str, str]]:
    """Verdicts as last written by fact and variant: the placebo, and one mechanism off in turn."""
    committed = read_committed()
    return [{"name": fact.name, "id": fact.id, **committed[fact.name].verdicts} for fact in facts]


def passed_by_variant() -> dict[str, int]:
    """How many facts each variant passes, as last written."""
    rows = variant_rows()
    return {variant: sum(row[variant] == "pass" for row in rows) for variant in VARIANTS}


def _asked(name: str, ids: Sequence[str]) -> bool:
    return not ids or name in ids


def _theory(ids: Sequence[str]) -> list[Row]:
    rows = []
    for one in closed_forms.REFERENCES:
        if _asked(one.id, ids):
            begin = perf_counter()
            simulated = float(one.simulated())
            verdict = "pass" if abs(simulated - one.expected) <= one.tolerance else "fail"
            figure = say("evidence.figure", figure=f"{one.expected:.6g}", tolerance=f"{one.tolerance:.1g}")
            ideal = say("evidence.ideal")
            evidence = False if one.id in NULLS else None
            rows.append(
                Row(
                    one.id,
                    one.statement,
                    ideal,
                    "",
                    figure,
                    simulated,
                    simulated,
                    simulated,
                    verdict,
                    evidence,
                    gated=True,
                    seconds=perf_counter() - begin,
                )
            )
    carried = {one.id for one in closed_forms.REFERENCES}
    rows += [
        _bare(one.id, one.statement, one.reason, "not_applicable")
        for one in closed_forms.ABSENT
        if _asked(one.id, ids) and one.id not in carried
    ]
    return rows


def _fact_row(fact: Fact, found: Measured, verdict: str, known: Committed | None) -> Row:
    setting, published = _told(fact)
    return Row(
        fact.id,
        say(f"evidence.says.{fact.name}"),
        setting,
        fact.source,
        published,
        found.mean,
        found.low,
        found.high,
        verdict,
        is_evidence(fact, known) if known else None,
        gated=False,
    )


def _told(fact: Fact) -> tuple[str, str]:
    """Setting and published figure in words."""
    if fact not in panel.FACTS:
        return say(f"evidence.setting.{fact.name}"), say(f"evidence.published.{fact.name}")
    figure, width = 0.5 * (fact.low + fact.high), 0.5 * (fact.high - fact.low)
    setting = "panel_fitted" if fact.is_calibration else "panel_held_out"
    return say(f"evidence.setting.{setting}"), say(
        "evidence.figure", figure=f"{figure:.4g}", tolerance=f"{width:.2g}"
    )


def _without_figures() -> Iterable[Row]:
    for name, reason in (*ABSENT.items(), *PARTS_ABSENT.items()):
        yield _bare(name, say(f"evidence.absent.{reason}"), say("evidence.no_mechanism"), "not_applicable")


def _bare(name: str, statement: str, setting: str, verdict: str) -> Row:
    return Row(name, statement, setting, "", "", None, None, None, verdict, None, gated=False)
