"""What selling for us earns each kind of partner, beside what the same effort earns elsewhere."""

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
}


def returns_of(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """Partner return by segment, today and under a design; undefined where nobody sells.

    Over all partners it is the outcome *partner return*.

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
    table = {"segment": bench.setting.roster.segment_names} | means | spread("difference_", after - before)
    return pl.DataFrame(table).fill_nan(None)


def return_sums(bench: Bench, design: Design, futures: Futures) -> Array:
    """¤ over the horizon earned with us, and what the effort earns elsewhere: [futures, segments, 2].

    Parameters
    ----------
    bench, design, futures : as in ``returns_of``
    """
    return np.concatenate(in_parts(futures, lambda part: _sums(bench, design, part)))


def _sums(bench: Bench, design: Design, part: Futures) -> Array:
    simulation: Any = bench.setting.simulation
    roster, start = bench.setting.roster, bench.week0(part)
    run = simulation.run(start, design, part, bench.weeks)
    profit, effort = (run.partner[:, :, roster.totals[name]] for name in ("profit", "effort"))
    both = np.stack(
        [profit, effort * _worth(start.derived[:, 0], simulation.partners.facts.weekly_list)], axis=2
    )
    here = [np.array(roster.segments) == name for name in roster.segment_names]
    return np.stack([both[:, members].sum(axis=1) for members in here], axis=1)


def _worth(derived: Array, weekly_list: Array) -> Array:
    """[futures, partners], what a week of a partner's whole selling capacity earns elsewhere, ¤."""
    each: Any = alternative
    share_p, share_s, margin = (
        derived[:, :, place : place + BLOCK].reshape(len(derived), -1)[:, : len(weekly_list)]
        for place in (D.share_p, D.share_s, D.margin_p)
    )
    found: Array = each(1.0, share_p + share_s, margin, weekly_list)
    return found
