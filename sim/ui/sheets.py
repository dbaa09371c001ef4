"""The tables of the pages: what moved, verdicts, outcomes, levers that differ."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Final, Literal

from sim.charts.theme import role_of
from sim.experiment.because import main_reason
from sim.experiment.comparison import Comparison
from sim.experiment.designs import lever_paths
from sim.experiment.findings import Finding
from sim.experiment.outcomes import GOING_RATE, HEADLINE, Unit
from sim.experiment.tables.card import CARD
from sim.experiment.verdict import Verdict
from sim.schema.catalogue import value_at
from sim.text.catalogue import say
from sim.text.levers import START, lever_name, lever_value
from sim.text.numbers import UNDEFINED, amount, amount_range, count, share
from sim.ui import state
from sim.ui.parts.sheet import Bar, Cell, Column, Pill, SheetRow, Swatch, Text, sheet

MOST_MOVED: Final = 7
Side = Literal["", "good", "bad"]
TONES: Final[dict[Verdict, Side]] = {Verdict.BETTER: "good", Verdict.WORSE: "bad"}


def moved(found: Sequence[Finding], chosen: str, key: str) -> str | None:
    """Outcomes that moved, as rows that open a picture; the outcome just clicked, if one was.

    Parameters
    ----------
    found : strongest first
    chosen : outcome whose picture is open
    key : of the sheet on the page
    """
    shown = found[:MOST_MOVED]
    longest = max(
        (one.difference.strength for one in shown if isfinite(one.difference.strength)), default=1.0
    )
    rows = [_moved_row(finding, longest) for finding in shown]
    columns = _columns("outcome", "change", "before_after", "strength")
    return _sheet(columns, rows, key, say("studio.moved_caption"), chosen=chosen)


def _moved_row(finding: Finding, longest: float) -> SheetRow:
    unit, tone = finding.outcome.unit, TONES.get(finding.verdict, "")
    change = amount(finding.difference.mean, unit, signed=True)
    strength = finding.difference.strength
    told = say("studio.times_noise", times=count(strength)) if isfinite(strength) else ""
    cells: tuple[Cell, ...] = (
        Text(say(f"outcomes.{finding.outcome.name}")),
        Text(change, tone),
        Text(_before_after(finding), "muted"),
        Bar(told, min(strength / longest, 1.0), tone or "muted"),
    )
    return SheetRow(finding.outcome.name, cells, button=True)


def _before_after(finding: Finding) -> str:
    unit = finding.outcome.unit
    before, after = (amount(mean, unit) for mean in (finding.baseline_mean, finding.design_mean))
    if unit is not Unit.MONEY:
        return say("studio.from_to", before=before, after=after)
    if finding.baseline_mean == 0.0:
        return say("studio.from_to", before=before, after=after)
    relative = finding.difference.mean / abs(finding.baseline_mean)
    return say("studio.relative", share=_signed_share(relative))


def _signed_share(value: float) -> str:
    return ("+" if value > 0.0 else "") + share(value)


def verdicts(result: Comparison) -> None:
    """One row per design: difference, range, futures that are better, verdict, going rate, main reason."""
    rows = [_verdict_row(result, name) for name in result.designs]
    columns = _columns("design", "mean", "range", "better", "verdict", "rate", "because")
    _sheet(columns, rows, "verdicts-sheet", say("compare.verdicts_caption", today=result.today))


def _verdict_row(result: Comparison, name: str) -> SheetRow:
    finding, rate = result.findings[name][HEADLINE], result.findings[name][GOING_RATE]
    mean = finding.difference.mean
    cells: tuple[Cell, ...] = (
        Swatch(name, role_of(result, name)),
        Text(amount(mean, finding.outcome.unit, signed=True), "strong"),
        Text(_range(finding), "muted"),
        Text(_better(finding)),
        _pill(finding.verdict),
        Text(say("compare.a_year", amount=amount(rate.difference.mean, rate.outcome.unit, signed=True))),
        Text(because(result, name), "muted"),
    )
    return SheetRow(name, cells)


def because(result: Comparison, name: str) -> str:
    """The account that moved most the way net contribution moved, in a few words."""
    total = result.findings[name][HEADLINE].difference.mean
    reason = main_reason(result.reasons[name], total)
    if reason is None:
        return ""
    return say(f"because.{reason.account}.{'gain' if reason.cents > 0 else 'loss'}")


def principles(result: Comparison, name: str) -> None:
    """Report card: the ten principles of a good channel, each by what a run measures of it."""
    rows = [_principle_row(principle, result.findings[name][outcome]) for principle, outcome in CARD.items()]
    columns = _columns("principle", "measured_by", "today", "design_value", "verdict")
    _sheet(columns, rows, "principles-sheet", say("studio.principles_caption", today=result.today))


def _principle_row(principle: str, finding: Finding) -> SheetRow:
    unit = finding.outcome.unit
    cells: tuple[Cell, ...] = (
        Text(say(f"parts.principle.{principle}")),
        Text(say(f"outcomes.{finding.outcome.name}"), "muted"),
        Text(amount(finding.baseline_mean, unit), "muted"),
        Text(amount(finding.design_mean, unit), TONES.get(finding.verdict, "")),
        _pill(finding.verdict),
    )
    return SheetRow(principle, cells)


def outcomes(result: Comparison, name: str) -> None:
    """Every outcome of one design against today."""
    rows = [_outcome_row(finding) for finding in result.findings[name].values()]
    columns = _columns("outcome", "today", "design_value", "difference", "range", "better", "verdict")
    _sheet(columns, rows, "outcomes-sheet", say("compare.outcomes", design=name, today=result.today))


def _outcome_row(finding: Finding) -> SheetRow:
    outcome = finding.outcome
    cells: tuple[Cell, ...] = (
        Text(
            say(
                "compare.of_period",
                outcome=say(f"outcomes.{outcome.name}"),
                period=say(f"compare.period.{outcome.period.name.lower()}"),
            )
        ),
        Text(amount(finding.baseline_mean, outcome.unit)),
        Text(amount(finding.design_mean, outcome.unit)),
        Text(amount(finding.difference.mean, outcome.unit, signed=True), TONES.get(finding.verdict, "")),
        Text(_range(finding), "muted"),
        Text(_better(finding)),
        _pill(finding.verdict),
    )
    return SheetRow(outcome.name, cells)


def levers(result: Comparison) -> None:
    """Levers in which a design differs from today; a design that leaves one alone shows an equals sign."""
    names = (result.today, *result.designs)
    rows = [_lever_row(change.path, [change.values[name] for name in names]) for change in result.levers]
    starts = [result.starts[name] for name in names]
    if any(starts):
        rows.append(_lever_row(START, starts))
    differing = {change.path for change in result.levers}
    same = [path for path in lever_paths() if path not in differing]
    today = result.programmes[result.today]
    rows += [_lever_row(path, [value_at(today, path)] * len(names), folded=True) for path in same]
    columns = [Column(say("sheet.lever")), *(Column(name) for name in names)]
    _sheet(columns, rows, "levers-sheet", say("compare.levers_caption", today=result.today))


def _lever_row(path: str, values: Sequence[object], *, folded: bool = False) -> SheetRow:
    today, *others = values
    cells = [Text("=", "muted") if one == today else Text(lever_value(path, one)) for one in others]
    name, value = Text(lever_name(path)), Text(lever_value(path, today), "muted")
    return SheetRow(path, (name, value, *cells), folded=folded)


def _range(finding: Finding) -> str:
    difference = finding.difference
    return amount_range(
        difference.p10, difference.p90, finding.outcome.unit, like=difference.mean, signed=True
    )


def _better(finding: Finding) -> str:
    difference = finding.difference
    if not isfinite(difference.better_share):
        return UNDEFINED
    better = count(round(difference.better_share * difference.futures))
    return say("sheet.of_futures", better=better, futures=count(difference.futures))


def _pill(verdict: Verdict) -> Pill:
    return Pill(say(f"verdict.{verdict.name.lower()}"), TONES.get(verdict, ""))


FIGURES: Final = frozenset(
    {"change", "before_after", "mean", "range", "better", "rate", "today", "design_value", "difference"}
)


def _columns(*names: str) -> list[Column]:
    return [Column(say(f"sheet.{name}"), "end" if name in FIGURES else "start") for name in names]


def _sheet(
    columns: Sequence[Column], rows: Sequence[SheetRow], key: str, caption: str, chosen: str | None = None
) -> str | None:
    return sheet(columns, rows, key, chosen, caption=caption, scale=state.scale())
