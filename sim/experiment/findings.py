"""Findings: what one design changes in each outcome, against today in the same futures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from sim.experiment.because import Reason, reasons
from sim.experiment.futures import Futures, Varied
from sim.experiment.measured import Measured
from sim.experiment.outcomes import ACCOUNTS, OUTCOMES, Outcome
from sim.experiment.paired import Difference, summarise_each
from sim.experiment.verdict import Hinge, Verdict, deciding_assumption, judge
from sim.experiment.weekly import Array

RANGE_KEYS: Final = ("mean", "p2_5", "p10", "p90", "p97_5")


@dataclass(frozen=True)
class Finding:
    """One outcome of one design against today.

    Attributes
    ----------
    outcome, design : what is compared
    baseline_mean, design_mean : over futures, in the outcome's unit; NaN where never defined
    difference : design less today
    verdict : on the difference
    hinge : the assumption that decides a verdict that depends; None where no single one does
    varied : what differed between the futures
    """

    outcome: Outcome
    design: str
    baseline_mean: float
    design_mean: float
    difference: Difference
    verdict: Verdict
    hinge: Hinge | None = None
    varied: Varied = Varied.BOTH

    def as_json(self) -> dict[str, Any]:
        """The finding as plain values; undefined numbers are None."""
        difference = self.difference
        return {
            "name": self.outcome.name,
            "unit": str(self.outcome.unit),
            "period": str(self.outcome.period),
            "design": self.design,
            "baseline_mean": known(self.baseline_mean),
            "design_mean": known(self.design_mean),
            "difference": {key: known(getattr(difference, key)) for key in RANGE_KEYS},
            "mean_se": known(difference.mean_se),
            "better_share": known(difference.better_share),
            "verdict": str(self.verdict),
        }


def known(value: float) -> float | None:
    """The number, or None where it is undefined."""
    return value if np.isfinite(value) else None


def find(name: str, today: Measured, design: Measured, futures: Futures) -> dict[str, Finding]:
    """Findings of one design, by outcome."""
    paired = design.values - today.values
    summaries = summarise_each(paired, [outcome.direction.sign for outcome in OUTCOMES])
    found = {}
    for place, (outcome, difference) in enumerate(zip(OUTCOMES, summaries, strict=True)):
        verdict = judge(difference, outcome.direction)
        hinge = _hinge(paired[:, place], futures) if verdict is Verdict.DEPENDS else None
        levels = _mean(today.values[:, place]), _mean(design.values[:, place])
        found[outcome.name] = Finding(outcome, name, *levels, difference, verdict, hinge, futures.varied)
    return found


def _hinge(differences: Array, futures: Futures) -> Hinge | None:
    return deciding_assumption(differences, futures.rows, futures.upper, futures.names)


def account_reasons(today: Measured, design: Measured) -> tuple[Reason, ...]:
    """Elements of the mean difference in net contribution, largest first, exact to the cent."""
    means = (design.accounts - today.accounts).mean(axis=0)
    return reasons(dict(zip(ACCOUNTS, map(float, means), strict=True)))


def _mean(values: Array) -> float:
    defined = values[np.isfinite(values)]
    return float(defined.mean()) if len(defined) else float("nan")


Findings = Mapping[str, Finding]
"""Findings of one design by the name of the outcome."""
