"""What selling for us earns each kind of partner beside the same effort elsewhere, and what it puts in."""

from typing import Any, Final

import numpy as np
import polars as pl

from sim.engine.layout import D
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.part import in_parts
from sim.experiment.futures import Futures
from sim.experiment.tables.tidy import spread
from sim.experiment.weekly import Array, ratio
from sim.kernel.block import BLOCK
from sim.rules.involvement import alternative

COLUMNS: Final = {
    "segment": "segment of the partners",
    "today_mean": "profit with us as a multiple of what the same effort earns elsewhere, mean over futures",
    "mean": "the same under the design",
    "difference_mean": "design less today in the same future, mean",
    "difference_p10": "design less today in the same future, lower end of the 80 % range",
    "difference_p90": "design less today in the same future, upper end of the 80 % range",
    "leverage_today_mean": "what partners spend to sell for us, ¤ per ¤ that we pay them or spend on contact",
    "leverage_mean": "the same under the design",
}


SUMMED: Final = ("profit", "effort", "own_cost", "given")
"""Totals of a partner that both measures are made of."""


def returns_of(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """Partner return and leverage by segment, today and under a design; undefined where nobody sells.

    Over all partners the return is the outcome *partner return*. The outcome *leverage* is lower: it counts
    all that a programme costs, also what goes to no single partner.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : to be compared with today's programme
    futures : some of the bench's

    Returns
    -------
    see ``COLUMNS``
    """
    today, tried = (return_sums(bench, one, futures) for one in (bench.today, design))
    before, after = (ratio(sums[:, :, 0], sums[:, :, 1]) for sums in (today, tried))
    means = {"today_mean": spread("", before)["mean"], "mean": spread("", after)["mean"]}
    put_in = {
        f"leverage_{name}": spread("", ratio(sums[:, :, 2], sums[:, :, 3]))["mean"]
        for name, sums in (("today_mean", today), ("mean", tried))
    }
    changes = spread("difference_", after - before)
    table = {"segment": bench.setting.roster.segment_names} | means | changes | put_in
    return pl.DataFrame(table).fill_nan(None)


def return_sums(bench: Bench, design: Design, futures: Futures) -> Array:
    """¤ over the horizon, [futures, segments, 4]: earned with us and elsewhere with the effort, spent, given.

    Parameters
    ----------
    bench, design, futures : as in ``returns_of``
    """
    return np.concatenate(in_parts(futures, lambda part: _sums(bench, design, part)))


def _sums(bench: Bench, design: Design, part: Futures) -> Array:
    simulation: Any = bench.setting.simulation
    roster, start = bench.setting.roster, bench.week0(part)
    run = simulation.run(start, design, part, bench.weeks)
    profit, effort, spent, given = (run.partner[:, :, roster.totals[name]] for name in SUMMED)
    elsewhere = effort * _worth(start.derived[:, 0], simulation.partners.facts.weekly_list)
    amounts = np.stack([profit, elsewhere, spent, given], axis=2)
    here = [np.array(roster.segments) == name for name in roster.segment_names]
    return np.stack([amounts[:, members].sum(axis=1) for members in here], axis=1)


def _worth(derived: Array, weekly_list: Array) -> Array:
    """[futures, partners], what a week of a partner's whole selling capacity earns elsewhere, ¤."""
    each: Any = alternative
    share_p, share_s, margin = (
        derived[:, :, place : place + BLOCK].reshape(len(derived), -1)[:, : len(weekly_list)]
        for place in (D.share_p, D.share_s, D.margin_p)
    )
    found: Array = each(1.0, share_p + share_s, margin, weekly_list)
    return found
