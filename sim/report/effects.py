"""What a design costs, and what it leaves behind: a few outcomes with their ranges."""

from typing import Final

from sim.charts.theme import role_of
from sim.experiment.comparison import Comparison
from sim.experiment.findings import Finding
from sim.report.tables import Row, Table
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range, period

SHOWN: Final = (
    "net_contribution",
    "going_rate",
    "programme_cost",
    "revenue",
    "partner_profit",
    "active_partners",
    "trust",
    "conflict_loss",
)
"""Outcomes of a board paper: what it brings, what it costs, what is left."""


def effects_table(comparison: Comparison, design: str) -> Table:
    """Level under both programmes, difference, range and verdict of the outcomes a board asks for.

    Parameters
    ----------
    comparison : with the design
    design : its name
    """
    heads = ("outcome", "today", "design", "difference", "range", "verdict")
    findings = comparison.findings[design]
    span = period(comparison.horizon_weeks)
    return Table(
        tuple(say(f"report.head.{head}", role=role_of(comparison, design)) for head in heads),
        tuple(_row(findings[name], span) for name in SHOWN),
    )


def _row(finding: Finding, span: str) -> Row:
    unit, difference = finding.outcome.unit, finding.difference
    when = say(f"report.period.{finding.outcome.period.name.lower()}", period=span)
    return (
        say("report.outcome", outcome=say(f"outcomes.{finding.outcome.name}"), when=when),
        amount(finding.baseline_mean, unit),
        amount(finding.design_mean, unit),
        amount(difference.mean, unit, signed=True),
        amount_range(difference.p10, difference.p90, unit, like=difference.mean, signed=True),
        say(f"verdict.{finding.verdict.name.lower()}"),
    )
