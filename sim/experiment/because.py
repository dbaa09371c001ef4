"""The accounts of a difference: which element of net contribution it comes from, exact to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sim.experiment.weekly import Array

CENTS: Final = 100


@dataclass(frozen=True)
class Reason:
    """One element of a difference in net contribution.

    Attributes
    ----------
    account : key of ``outcomes.ACCOUNTS``
    cents : hundredths of ¤ it adds to the difference; all elements sum to the rounded total
    """

    account: str
    cents: int

    @property
    def amount(self) -> float:
        """What it adds to the difference, ¤."""
        return self.cents / CENTS


def reasons(elements: Mapping[str, float]) -> tuple[Reason, ...]:
    """Elements of a difference in whole cents, largest first; they add up to its rounded total.

    Parameters
    ----------
    elements : mean difference in ¤ by account
    """
    cents = whole_parts(np.array(list(elements.values())) * CENTS)
    found = map(Reason, elements, cents)
    return tuple(sorted(found, key=lambda reason: -abs(reason.cents)))


def main_reason(found: Sequence[Reason], total: float) -> Reason | None:
    """Largest element that pushes the way the total went; None where nothing moved."""
    return next((reason for reason in found if reason.cents * total > 0.0), None)


def whole_parts(parts: Array) -> list[int]:
    """Whole numbers near the parts that sum to the rounded sum: the largest remainders are rounded up."""
    floors = np.floor(parts)
    missing = round(float(parts.sum())) - int(floors.sum())
    order = np.argsort(floors - parts, kind="stable")
    floors[order[:missing]] += 1
    return [int(value) for value in floors]
