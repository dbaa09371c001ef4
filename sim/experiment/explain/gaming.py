"""What partners do to the rules rather than to the market, what it costs, and the rule that invites it."""

from collections.abc import Callable
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.levers import Tell
from sim.experiment.explain.part import earned, in_parts
from sim.experiment.futures import Futures
from sim.experiment.paired import Difference, summarise
from sim.experiment.weekly import Array
from sim.schema.editing import changed, edited
from sim.schema.programme import LADDERS, Programme

MECHANISMS: Final = {
    "holding": ("holding_cost", np.inf),
    "moving": ("timing_stiffness", np.inf),
    "ordering_ahead": ("top_up_gap", 0.0),
    "sparing": ("foresight_share", 0.0),
}
"""What partners do for the sake of a rule, and the assumption whose value switches it off: ready deals held
back to a period's end; deals moved into the better paid period; goods ordered ahead to reach a step; selling
less now to keep the next target low. Nothing that a future knows at week 0 depends on these assumptions."""
COLUMNS: Final = {
    "mechanism": f"what partners do: {', '.join(MECHANISMS)}",
    "cost": "net contribution that it takes, ¤ over the horizon, mean over futures; below 0 it brings some",
    "se": "sampling error of the cost, ¤",
    "p10": "¤, lower end of the 80 % range over futures",
    "p90": "¤, upper end of the 80 % range over futures",
    "rule": "mildest rule of the rebate without which most of a clear cost goes; null where none does",
    "left": "cost that is left without that rule, ¤; null without a rule",
}
CLEAR: Final = 2.0
"""Sampling errors from which a cost is told from chance."""
MOST_LEFT: Final = 0.5
"""Share of a cost that is left at most, sampling error counted, without the rule that is blamed for it."""


def gaming_of(bench: Bench, design: Design, futures: Futures, tell: Tell | None = None) -> pl.DataFrame:
    """Cost of every mechanism: the design less its twin in the same futures in which partners do not do it.

    The rule is found as the mechanism is: the twins run again under the same programme without one rule after
    the other, the mildest change first.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : to be looked at; today's programme too
    futures : some of the bench's
    tell : told how many of the programmes are done; may raise to stop

    Returns
    -------
    see ``COLUMNS``, one row per mechanism
    """
    milder = {name: cure(design.programme) for name, cure in CURES.items()}
    wanted = {"": design.programme} | {name: one for name, one in milder.items() if one is not None}
    found = dict[str, list[Difference]]()
    for done, (name, programme) in enumerate(wanted.items(), start=1):
        costs = _costs(bench, Design(programme, design.start_week), futures)
        found[name] = [summarise(costs[:, place]) for place in range(len(MECHANISMS))]
        if tell:
            tell(done, len(wanted))
    own = found.pop("")
    rows = [
        (name, cost.mean, cost.mean_se, cost.p10, cost.p90, *_blamed(cost, place, found))
        for place, (name, cost) in enumerate(zip(MECHANISMS, own, strict=True))
    ]
    schema = {name: pl.String if name in ("mechanism", "rule") else pl.Float64 for name in COLUMNS}
    return pl.DataFrame(rows, schema=schema, orient="row")


def is_clear(cost: float, error: float) -> bool:
    """Whether a mean stands out against its sampling error."""
    return bool(abs(cost) > CLEAR * error)


def _blamed(
    cost: Difference, place: int, without: dict[str, list[Difference]]
) -> tuple[str | None, float | None]:
    """The mildest rule without which the cost of a mechanism goes, and what is left of it."""
    if not is_clear(cost.mean, cost.mean_se):
        return None, None
    left = {rule: costs[place] for rule, costs in without.items()}
    most = MOST_LEFT * abs(cost.mean)
    gone = ((rule, one.mean) for rule, one in left.items() if abs(one.mean) + CLEAR * one.mean_se <= most)
    return next(gone, (None, None))


def _costs(bench: Bench, design: Design, futures: Futures) -> Array:
    """[futures, mechanisms], what each of them takes from net contribution."""
    return np.concatenate(in_parts(futures, lambda part: _costs_in(bench, design, part)))


def _costs_in(bench: Bench, design: Design, part: Futures) -> Array:
    start = bench.week0(part)

    def earnings(assumed: Futures) -> Array:
        return earned(bench, bench.setting.simulation.run(start, design, assumed, bench.weeks).weekly)

    as_is = earnings(part)
    return np.stack([earnings(part.assuming(*off)) - as_is for off in MECHANISMS.values()], axis=1)


def _without_jump(programme: Programme) -> Programme | None:
    """Every rate on its own slice alone."""
    is_retroactive = programme.rebate.shape == "retroactive"
    return changed(programme, {"rebate.shape": "incremental"}) if is_retroactive else None


def _without_cap(programme: Programme) -> Programme | None:
    return changed(programme, {"rebate.cap_target": 0.0}) if programme.rebate.cap_target else None


def _without_steps(programme: Programme) -> Programme | None:
    """One rate on everything, that which was paid at target."""
    if programme.rebate.shape not in LADDERS:
        return None
    flat = edited(programme, programme, "rebate.shape", "flat")
    return changed(flat, {"rebate.cap_target": 0.0})


CURES: Final[dict[str, Callable[[Programme], Programme | None]]] = {
    "jump": _without_jump,
    "cap": _without_cap,
    "steps": _without_steps,
}
"""Rules that may invite gaming, mildest first: a programme without one of them, None where it has none."""
