"""F23, F24: where sellers set dates and pay accelerates, deals pile up at the end and prices fall."""

from typing import Final

import numpy as np

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import SETTLE, Setting, after, planned, sellers, total
from sim.evidence.world import QUARTER, Floats, World

LONG: Final = Setting(control=1.0)
"""Long cycles: sellers decide the date of every ready deal."""
CONVEX: Final = ((0.0, 0.02), (0.25, 0.05), (0.5, 0.10), (0.75, 0.15), (1.0, 0.20), (1.25, 0.25))
LINEAR: Final = 0.08


def _runs(world: World) -> tuple[Run, Run]:
    """Rates that rise from 2 to 25 per cent, and one rate."""
    here = sellers(world, LONG)
    plans = planned(here.today, "incremental", CONVEX), planned(here.today, "flat", [(0.0, LINEAR)])
    convex, linear = (after(here, plan) for plan in plans)
    return convex, linear


def by_week(run: Run, place: int) -> Floats:
    """A weekly column by week of the quarter, summed over measured quarters: [seeds, 13]."""
    weekly = run.weekly[:, SETTLE:, place]
    return np.asarray(weekly.reshape(len(weekly), -1, QUARTER).sum(axis=1), dtype=np.float64)


def last_week(world: World) -> Floats:
    """Share of a quarter's purchases in its last week."""
    weeks = by_week(_runs(world)[0], W.bought_list)
    return np.asarray(weeks[:, -1] / weeks.sum(axis=1), dtype=np.float64)


def given_away(world: World) -> Floats:
    """Revenue lost to price concessions, above that under one rate."""
    convex, linear = (total(run, W.concession_list) / total(run, W.net_revenue) for run in _runs(world))
    return convex - linear


def discounts(world: World) -> Floats:
    """Price concession in the first and last weeks of a quarter, above that of weeks 5 to 9."""
    run = _runs(world)[0]
    share = by_week(run, W.concession_list) / by_week(run, W.bought_list)
    return np.asarray(share[:, [0, -1]].mean(axis=1) - share[:, 4:9].mean(axis=1), dtype=np.float64)


LARKIN, ARCK = "larkin-2014", "hbs-911057"
FACTS: Final = (
    Fact("last_week", "F23", LARKIN, last_week, 0.40, 1.0, is_calibration=True),
    Fact("given_away", "F23", LARKIN, given_away, 0.03, 0.12, is_calibration=True),
    Fact("week_profile", "F24", ARCK, last_week, 0.40, 0.75, is_calibration=True),
    Fact("discount_profile", "F24", ARCK, discounts, 0.04, 0.15, is_calibration=True),
)
