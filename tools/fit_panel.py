"""Find the facts of a market at which seven moments of the panel come out; run by hand, prints them.

Bounded least squares on common futures; each moment counts in units of its standard error, of a hundredth of
itself or of .005, whichever is largest.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.optimize import least_squares

from sim.evidence.panel import fitted_to, read, shapes
from sim.evidence.world import World

SEEDS: Final = 4
RUNS: Final = 12
STEP: Final = 0.05
LEAST: Final = 0.005
FACTS: Final = {
    "active_share": (0.05, 0.64, 0.97),
    "dormancy_per_year": (0.01, 0.44, 0.88),
    "wins_per_year": (1.0, 24.0, 500.0),
    "wins_log_sd": (0.1, 1.2, 1.9),
    "deal_median_list": (500.0, 7800.0, 1e5),
    "deal_log_sd": (0.05, 1.07, 2.4),
    "growth_per_year": (0.6, 1.0, 1.4),
}
"""Lowest, first and highest value; of growth as a yearly factor."""


def named(place: np.ndarray) -> dict[str, float]:
    """Facts of a market by name."""
    facts: dict[str, float] = dict(zip(FACTS, place.tolist(), strict=True))
    return facts | {"growth_per_year": facts["growth_per_year"] - 1.0}


def fit() -> dict[str, float]:
    """Facts by name."""
    known = read()
    names: list[str] = known["fitted"]
    wanted = np.array([known["figure"][name] for name in names])
    units = np.maximum([known["error"][name] for name in names], np.maximum(0.01 * np.abs(wanted), LEAST))
    lows, first, highs = np.array(list(FACTS.values())).T

    def gaps(place: np.ndarray) -> np.ndarray:
        facts = named(place * scale)
        found = shapes(fitted_to(World(SEEDS), facts))
        result = (np.array([found[name].mean() for name in names]) - wanted) / units
        print(np.round(place * scale, 4), np.round(result, 1), flush=True)
        return result

    scale = first
    bounds = lows / scale, highs / scale
    found = least_squares(gaps, first / scale, bounds=bounds, diff_step=STEP, max_nfev=RUNS, xtol=1e-3)
    return named(found.x * scale)


if __name__ == "__main__":
    for name, value in fit().items():
        print(f"{name} = {value:.5g}")
