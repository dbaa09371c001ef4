"""CF8: how much of the sales the largest partners make when sizes are lognormal."""

from functools import cache, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.rules import closing
from sim.validation.reference import Reference

Floats = NDArray[np.float64]

TABLE: Final = (
    (0.60, 1.095, 0.561),
    (0.67, 1.282, 0.635),
    (0.68, 1.309, 0.646),
    (0.73, 1.454, 0.696),
    (0.75, 1.516, 0.716),
    (0.80, 1.683, 0.766),
    (0.90, 2.123, 0.867),
)
"""Share of the top fifth, log standard deviation, Gini coefficient."""
SAMPLE_OF_300: Final = (0.79, 0.73, 0.85)
"""Mean and 5 to 95 % range of the top fifth's share in samples of 300 at "80/20"."""
PLACES: Final = 8_001


@cache
def sizes(log_sd: float) -> Floats:
    """Sizes at evenly spaced chances, smallest first."""
    return np.array([closing.deal_value((place + 0.5) / PLACES, 0.0, log_sd) for place in range(PLACES)])


def top_share(amounts: Floats, share: float = 0.2) -> float:
    """Part of the total that the largest ``share`` of firms have."""
    ordered = np.sort(amounts)[::-1]
    return float(ordered[: round(share * len(ordered))].sum() / ordered.sum())


def gini(amounts: Floats) -> float:
    """Gini coefficient."""
    ordered = np.sort(amounts)
    count = len(ordered)
    ranks = np.arange(1, count + 1)
    return float(2.0 * (ranks @ ordered) / (count * ordered.sum()) - (count + 1) / count)


def top_share_of(log_sd: float) -> float:
    """Part that the top fifth have in a lognormal population."""
    return top_share(sizes(log_sd))


def gini_of(log_sd: float) -> float:
    """Gini coefficient of a lognormal population."""
    return gini(sizes(log_sd))


REFERENCES: Final = (
    *(
        Reference(
            "CF8",
            f"share of the top fifth at log sd {log_sd}",
            "closing.deal_value",
            top,
            4e-3,
            partial(top_share_of, log_sd),
        )
        for top, log_sd, _ in TABLE
    ),
    *(
        Reference(
            "CF8",
            f"Gini coefficient at log sd {log_sd}",
            "closing.deal_value",
            unequal,
            4e-3,
            partial(gini_of, log_sd),
        )
        for _, log_sd, unequal in TABLE
    ),
)
"""For whole populations; the finite sample above is checked on the partners that a market makes."""
