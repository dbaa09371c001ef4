"""How partners react month by month: who stays, sells more, drifts, falls silent, leaves."""

from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sim.engine.loops.replay import FIELDS
from sim.experiment.bench import Bench
from sim.experiment.calendar import WEEKS_PER_MONTH
from sim.experiment.designs import Design
from sim.experiment.explain.part import in_parts
from sim.experiment.futures import Futures
from sim.experiment.tables.partners import EVERYBODY
from sim.experiment.weekly import Array
from sim.kernel.block import BLOCK

REACTIONS: Final = ("leaves", "silent", "drifts", "stays", "more")
"""Against its twin, the same partner in the same future under today's programme, at the end of a month.

Leaves: has been silent for half a year where the twin sells. Silent: the same for a shorter time. Drifts,
more: both sell, and its effort of the month is lower or higher by more than a twentieth; more also where the
twin is silent. Stays: the rest.
"""
GONE_WEEKS: Final = 26
"""Weeks of silence from which a partner counts as having left."""
NOTICEABLE: Final = 0.05
"""Smallest relative change of effort that counts."""
STARTS: Final = 0.02
"""Share of a group from which a reaction has started."""
COLUMNS: Final = {
    "group": "all, or the segment of the partners",
    "month": "month since now, 1 is the first",
    "reaction": f"{', '.join(REACTIONS)}; of every partner one",
    "share": "share of the group's partners, mean over futures; all reactions add up to 1",
}
START_COLUMNS: Final = {
    "group": "all, or the segment of the partners",
    "reaction": f"{', '.join(REACTIONS)}",
    "starts": f"first month in which {STARTS:.0%} of the group react so, mean over futures; null for none",
    "share": "share of the group's partners in the last month, mean over futures",
}
Codes = NDArray[np.int64]


def reactions_of(bench: Bench, design: Design, futures: Futures) -> pl.DataFrame:
    """Every month's reactions, for all partners and by segment.

    Parameters
    ----------
    bench : setting, today's programme and horizon, four weeks at least
    design : to be compared with today's programme
    futures : some of the bench's

    Returns
    -------
    see ``COLUMNS``
    """
    segments = np.array(bench.setting.roster.segments)
    groups = {EVERYBODY: np.ones(len(segments), dtype=bool)}
    groups |= {name: segments == name for name in bench.setting.roster.segment_names}
    codes = np.concatenate(in_parts(futures, lambda part: _codes(bench, design, part)))
    found = [
        (group, month + 1, reaction, float(share))
        for group, members in groups.items()
        for month, shares in enumerate(_shares(codes[:, :, members]))
        for reaction, share in zip(REACTIONS, shares, strict=True)
    ]
    return pl.DataFrame(found, schema=list(COLUMNS), orient="row")


def starts_of(reactions: pl.DataFrame) -> pl.DataFrame:
    """When every reaction starts, and how many react so in the end.

    Parameters
    ----------
    reactions : as ``reactions_of`` gives them

    Returns
    -------
    see ``START_COLUMNS``
    """
    by = reactions.sort("month").group_by("group", "reaction", maintain_order=True)
    begun = pl.col("month").filter(pl.col("share") >= STARTS).first()
    return by.agg(starts=begun, share=pl.col("share").last())


def _shares(codes: Codes) -> Array:
    """[months, reactions]; codes : [futures, months, partners]."""
    hits = codes[..., None] == np.arange(len(REACTIONS))
    return np.asarray(hits.mean(axis=(0, 2)))


def _codes(bench: Bench, design: Design, part: Futures) -> Codes:
    """[futures, months, partners], places in ``REACTIONS``."""
    start = bench.week0(part)
    (twin_effort, twin_silence), (effort, silence) = (
        _paths(bench, bench.setting.simulation.run(start, one, part, bench.weeks, replay="record"))
        for one in (bench.today, design)
    )
    return reaction(effort, silence, twin_effort, twin_silence)


def reaction(effort: Array, silence: Array, twin_effort: Array, twin_silence: Array) -> Codes:
    """Place in ``REACTIONS``.

    Parameters
    ----------
    effort, twin_effort : mean over the month, under the design and today, share of selling hours
    silence, twin_silence : weeks silent without a break at the month's end, 0 for one that sells
    """
    gone, sells, twin_sells = silence >= GONE_WEEKS, silence == 0, twin_silence == 0
    lower = sells & twin_sells & (effort < (1.0 - NOTICEABLE) * twin_effort)
    higher = sells & (~twin_sells | (effort > (1.0 + NOTICEABLE) * twin_effort))
    cases = [~sells & twin_sells & gone, ~sells & twin_sells, lower, higher]
    places = [REACTIONS.index(name) for name in ("leaves", "silent", "drifts", "more")]
    return np.select(cases, places, REACTIONS.index("stays"))


def _paths(bench: Bench, run: Any) -> tuple[Array, Array]:
    """Mean effort of each month, and weeks silent at its end: [futures, months, partners]."""
    share_p, share_s, willing = (
        _field(run.tape, name, bench.partners) for name in ("share_p", "share_s", "willing")
    )
    effort, silence = (share_p + share_s) * willing, _running(willing <= 0.0)
    ends = month_ends(bench.weeks)
    means = [effort[:, first:last].mean(axis=1) for first, last in zip([0, *ends[:-1]], ends, strict=True)]
    return np.stack(means, axis=1), silence[:, np.array(ends) - 1]


def month_ends(weeks: int) -> list[int]:
    """Weeks at whose end a full month has passed.

    Parameters
    ----------
    weeks : horizon
    """
    return [round(month * WEEKS_PER_MONTH) for month in range(1, int(weeks / WEEKS_PER_MONTH + 1e-9) + 1)]


def _field(tape: Array, name: str, partners: int) -> Array:
    at = FIELDS.index(name) * BLOCK
    found: Array = tape[..., at : at + BLOCK].reshape(*tape.shape[:2], -1)[:, :, :partners]
    return found


def _running(holds: NDArray[np.bool_]) -> Array:
    """For how many weeks in a row something has held: [futures, weeks, partners]."""
    weeks = np.arange(1, holds.shape[1] + 1)[None, :, None]
    last_broken = np.maximum.accumulate(np.where(holds, 0, weeks), axis=1)
    return np.asarray(weeks - last_broken, dtype=np.float64)
