"""Comparisons in the toy market, for the charts."""

from collections.abc import Callable
from functools import cache

import numpy as np
import polars as pl

from sim.charts.bands import bands
from sim.charts.costs import costs
from sim.charts.fans import fans
from sim.charts.guess import guess
from sim.charts.hero import hero
from sim.charts.intervals import intervals
from sim.charts.lines import lines
from sim.charts.lorenz import lorenz
from sim.charts.minutes import minutes
from sim.charts.odds import odds
from sim.charts.payout import payout
from sim.charts.picture import Picture
from sim.charts.quarter import quarter
from sim.charts.reactions import reactions
from sim.charts.segments import segments
from sim.experiment.compare import compare_in
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.complexity import complexity_of
from sim.experiment.explain.reaction import REACTIONS
from sim.experiment.lesson import quarters_of
from sim.experiment.outcomes import BY_NAME
from sim.schema.programme import Programme
from tests.experiment.toy import Toy, ToyRun, design, futures, setting

RESPONSES = np.linspace(0.2, 2.0, 40)
NAMES = ("one", "two", "three", "four", "five", "six", "seven")


REACTED = pl.DataFrame(
    [
        (group, month, reaction, share)
        for group in ("all", "reseller", "boutique")
        for month, shares in ((1, (0.0, 0.01, 0.0, 0.99, 0.0)), (2, (0.05, 0.0, 0.15, 0.7, 0.1)))
        for reaction, share in zip(REACTIONS, shares, strict=True)
    ],
    schema=["group", "month", "reaction", "share"],
    orient="row",
)
"""Reactions of two months in three groups."""


@cache
def compared(*sizes: float, start: int = 0, response: float = 0.0, weeks: int = 104) -> Comparison:
    """Designs with rebates of these sizes; each unit brings 0.2 to 2 ¤ a week, and ``response`` more."""
    designs = [design(name, size, start) for name, size in zip(NAMES, sizes, strict=False)]
    return compare_in(setting(), design("before", 0.0), designs, futures(RESPONSES + response), weeks)


class Nobody(Toy):
    """A market in which nobody sells and nothing is paid."""

    def run(self, state, design, futures, weeks):
        run = super().run(state, design, futures, weeks)
        return ToyRun(run.weekly * 0.0, run.partner * 0.0)


def nobody_sells() -> Comparison:
    """A design and today's programme under which no partner sells in any future."""
    designs = [design("one", 1.0)]
    return compare_in(setting(Nobody()), design("before", 0.0), designs, futures(RESPONSES), 104)


def with_rebates(**rebates: dict[str, object]) -> Comparison:
    """Programmes that differ in their rebate; the first is today's."""
    first, *others = (
        Design(Programme.model_validate({"name": name, "intent": "", "rebate": rebate}))
        for name, rebate in rebates.items()
    )
    return compare_in(setting(), first, others, futures(RESPONSES), 52)


def _guess(comparison: Comparison, scale: float) -> Picture:
    known = quarters_of(comparison, comparison.designs[0], "revenue")
    drawn = [0.0] * (comparison.horizon_weeks // 13)
    return guess(drawn, known, BY_NAME["revenue"], (-10.0, 10.0), scale)


def _minutes(comparison: Comparison, scale: float) -> Picture:
    today, first = (comparison.programmes[name] for name in (comparison.today, comparison.designs[0]))
    return minutes(complexity_of(today), complexity_of(first), "B", scale)


PICTURES: dict[str, Callable[[Comparison, float], Picture]] = {
    "hero": lambda found, scale: hero(found, found.designs[0], scale),
    "guess": _guess,
    "odds": lambda found, scale: odds(found, found.designs[0], scale),
    "lines": lambda found, scale: lines(found, found.designs[:1], "active_partners", scale),
    "several lines": lambda found, scale: lines(found, found.designs[:3], "revenue", scale),
    "intervals": intervals,
    "fans": fans,
    "lorenz": lambda found, scale: lorenz(found, found.designs[0], scale),
    "payout": payout,
    "quarter": quarter,
    "costs": costs,
    "segments": lambda found, scale: segments(found, "profit_per_year", scale),
    "bands": lambda found, scale: bands(found, found.designs[0], "segment", scale),
    "tiers": lambda found, scale: bands(found, found.designs[0], "tier", scale),
    "reactions": lambda found, scale: reactions(REACTED, found.roster, "B", 2, scale),
    "minutes": _minutes,
}


def picture(kind: str, comparison: Comparison, scale: float = 1.0) -> Picture:
    """One kind of picture of a comparison."""
    return PICTURES[kind](comparison, scale)
