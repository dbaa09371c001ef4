"""Every partner reacts in one way a month, and only where its twin under today's programme does not."""

import numpy as np
import polars as pl
import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.reaction import (
    GONE_WEEKS,
    REACTIONS,
    month_ends,
    reaction,
    reactions_of,
    starts_of,
)
from sim.experiment.outcomes import OUTCOMES
from sim.experiment.request import Request
from sim.experiment.setting import prepare

TODAY = sim.load_programme("retro-volume")
ACTIVE = [outcome.name for outcome in OUTCOMES].index("active_partners")


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(TODAY, "baseline"), TODAY, Request(weeks=52, futures=5))


def tried(start: int = 0, **changes: object) -> Design:
    return Design(sim.changed(TODAY, {"name": "tried", **changes}), start)


@pytest.mark.parametrize(
    ("effort", "silence", "twin_effort", "twin_silence", "name"),
    [
        (0.3, 0, 0.3, 0, "stays"),
        (0.314, 0, 0.3, 0, "stays"),
        (0.316, 0, 0.3, 0, "more"),
        (0.286, 0, 0.3, 0, "stays"),
        (0.284, 0, 0.3, 0, "drifts"),
        (0.1, 1, 0.3, 0, "silent"),
        (0.0, GONE_WEEKS - 1, 0.3, 0, "silent"),
        (0.0, GONE_WEEKS, 0.3, 0, "leaves"),
        (0.0, GONE_WEEKS, 0.0, 1, "stays"),
        (0.1, 0, 0.3, 1, "more"),
    ],
)
def test_what_a_reaction_is(
    effort: float, silence: int, twin_effort: float, twin_silence: int, name: str
) -> None:
    given = (np.array([one]) for one in (effort, silence, twin_effort, twin_silence))
    assert REACTIONS[reaction(*given)[0]] == name


def test_months_are_twelve_a_year_and_end_with_it() -> None:
    assert month_ends(52) == [4, 9, 13, 17, 22, 26, 30, 35, 39, 43, 48, 52]
    assert len(month_ends(156)) == 36
    assert month_ends(5) == [4]


def test_where_nothing_changes_everybody_stays(bench: Bench) -> None:
    found = reactions_of(bench, tried(), bench.futures(5))
    assert found.filter(reaction="stays")["share"].to_list() == [1.0] * (found["group"].n_unique() * 12)


def test_shares_add_up_and_kinds_of_partners_to_all(bench: Bench) -> None:
    found = reactions_of(bench, tried(**{"front.discount_share": (0.15, 0.17, 0.19, 0.21)}), bench.futures(5))
    sums = found.group_by("group", "month").agg(pl.col("share").sum())
    np.testing.assert_allclose(sums["share"], 1.0)
    segments = list(bench.setting.roster.segments)
    sizes = {name: segments.count(name) / len(segments) for name in set(segments)}
    last = found.filter(month=12, reaction="drifts")
    kinds = sum(
        sizes[row["group"]] * row["share"] for row in last.iter_rows(named=True) if row["group"] != "all"
    )
    assert last.filter(group="all")["share"].item() == pytest.approx(kinds)


def test_who_fell_silent_less_who_came_back_is_what_the_vendor_has_fewer(bench: Bench) -> None:
    design = tried(**{"transition.ends": "below-silver"})
    found = reactions_of(bench, design, bench.futures(5)).filter(group="all", month=12)
    share = dict(found.select("reaction", "share").iter_rows())
    runs = bench.whole([design]).measured
    fewer = -(runs["tried"].values - runs[TODAY.name].values)[:, ACTIVE].mean() / bench.partners
    assert share["leaves"] + share["silent"] == pytest.approx(fewer, abs=0.02)
    assert share["leaves"] > 0.1


def test_a_reaction_starts_when_the_design_does(bench: Bench) -> None:
    cut = {"front.discount_share": (0.15, 0.17, 0.19, 0.21)}
    at_once, later = (
        starts_of(reactions_of(bench, tried(week, **cut), bench.futures(5)))
        .filter(group="all", reaction="drifts")["starts"]
        .item()
        for week in (0, 26)
    )
    assert at_once <= 3
    assert 7 <= later <= 9
    everybody = starts_of(reactions_of(bench, tried(), bench.futures(5)))
    assert everybody.drop_nulls("starts")["reaction"].unique().to_list() == ["stays"]
