"""Which of the levers that were moved makes the difference."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
import polars as pl

from sim.experiment.because import CENTS, whole_parts
from sim.experiment.bench import Bench
from sim.experiment.designs import Design, changed_levers
from sim.experiment.explain.part import earned, in_parts
from sim.experiment.explain.shares import Coalition, Shares, coalitions_in, orders_of, shares
from sim.experiment.futures import Futures
from sim.experiment.paired import quantiles
from sim.experiment.weekly import Array
from sim.schema.catalogue import value_at
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.programme import Programme
from sim.text.levers import group_name, lever_name

Group = tuple[str, ...]
"""Paths of levers that count as one."""
TOGETHER: Final = "transition"
"""Part of a programme whose levers say how it comes, and count as one."""
Tell = Callable[[int, int], None]
"""Told (runs done, runs in all)."""
COLUMNS: Final = {
    "levers": "paths of the levers that count as one, joined by a space",
    "cents": "hundredths of ¤ over the horizon, mean over futures; all add up to the rounded difference",
    "p10": "¤, lower end of the 80 % range over futures",
    "p90": "¤, upper end of the 80 % range over futures",
    "se": "¤, standard error of the mean by the choice of orders; 0 where every order was taken",
}


@dataclass(frozen=True)
class Credit:
    """Shares of the changed levers in net contribution, and in what each partner gains or loses.

    Attributes
    ----------
    groups : the levers, in the order of the schema
    shares : of the groups, ¤ over the horizon
    partners : [partners, groups], ¤ of a partner's profit over the horizon, mean over the same futures
    """

    groups: tuple[Group, ...]
    shares: Shares
    partners: Array

    @property
    def total(self) -> float:
        """The difference, ¤, mean over futures."""
        return float(self.shares.amounts.sum(axis=1).mean())

    @property
    def table(self) -> pl.DataFrame:
        """One row per group, largest first; see ``COLUMNS``."""
        amounts = self.shares.amounts
        low, high = quantiles(amounts, (0.1, 0.9))
        cents = whole_parts(amounts.mean(axis=0) * CENTS)
        names = [" ".join(group) for group in self.groups]
        columns = (names, cents, low, high, self.shares.errors)
        table = pl.DataFrame(dict(zip(COLUMNS, columns, strict=True)))
        return table.sort(pl.col("cents").abs(), descending=True)


def credit_of(bench: Bench, design: Design, futures: Futures, tell: Tell | None = None) -> Credit:
    """Share the difference of a design to today's programme among the levers that were moved.

    Every lever comes in every order (``shares``), each time in the same futures. A lever whose work needs
    another one shares with it.

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : with at least one lever that differs
    futures : some of the bench's
    tell : told how many of the runs are done; may raise to stop
    """
    today = bench.today.programme
    groups = lever_groups(today, design.programme)
    orders = orders_of(len(groups))
    wanted, earnings, profits = coalitions_in(orders), dict[Coalition, Array](), dict[Coalition, Array]()
    for done, coalition in enumerate(wanted, start=1):
        paths = [path for place in sorted(coalition) for path in groups[place]]
        mixed = Design(_with(today, design.programme, paths), design.start_week) if paths else bench.today
        earnings[coalition], profits[coalition] = _gained(bench, mixed, futures)
        if tell:
            tell(done, len(wanted))
    return Credit(groups, shares(orders, earnings), shares(orders, profits).amounts)


def in_words(group: Group) -> str:
    """What levers that count as one are called: the lever, or the part of the programme they belong to."""
    first, *others = group
    return group_name(first.partition(".")[0]) if others else lever_name(first)


def lever_groups(today: Programme, design: Programme) -> tuple[Group, ...]:
    """Levers that differ, each alone where it can be moved alone.

    Levers of one part of a programme stay together where one of them by itself would break the rules of the
    schema (a ladder without steps), and where they only say how the change comes.
    """
    parts = [
        tuple(paths)
        for _, paths in groupby(changed_levers(today, design), lambda path: path.partition(".")[0])
    ]
    return tuple(group for part in parts for group in _apart(today, design, part))


def _apart(today: Programme, design: Programme, part: Group) -> tuple[Group, ...]:
    is_free = all(
        _is_allowed(one, other, [path]) for one, other in ((today, design), (design, today)) for path in part
    )
    return tuple((path,) for path in part) if is_free and not part[0].startswith(TOGETHER) else (part,)


def _is_allowed(programme: Programme, other: Programme, paths: Iterable[str]) -> bool:
    try:
        _with(programme, other, paths)
    except SchemaError:
        return False
    return True


def _with(programme: Programme, other: Programme, paths: Iterable[str]) -> Programme:
    """A programme with some levers of another one."""
    return changed(programme, {path: value_at(other, path) for path in paths})


def _gained(bench: Bench, design: Design, futures: Futures) -> tuple[Array, Array]:
    """Over the horizon: net contribution, [futures], and mean profit of each partner, [partners]."""
    found = in_parts(futures, lambda part: _gained_in(bench, design, part))
    earnings, profits = zip(*found, strict=True)
    return np.concatenate(earnings), np.sum(profits, axis=0) / len(futures)


def _gained_in(bench: Bench, design: Design, part: Futures) -> tuple[Array, Array]:
    simulation = bench.setting.simulation
    run = simulation.run(bench.week0(part), design, part, bench.weeks)
    return earned(bench, run.weekly), run.partner[:, :, simulation.totals["profit"]].sum(axis=0)
