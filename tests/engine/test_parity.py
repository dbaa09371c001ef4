"""The compiled engine and the one made of objects give the same bits."""

import ast
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sim.engine.agents
from sim.engine.agents.run import MesaEngine
from sim.engine.layout import MOST_STEPS
from sim.engine.run import SEARCH_WEEKS, Engine, Week0
from sim.schema.catalogue import catalogue
from sim.schema.loading import load_programme
from sim.schema.programme import Programme
from tests.engine.small import (
    TODAY,
    engine,
    futures,
    same,
    small_market,
    unequal,
    unequal_state,
    variant,
    week,
)  # fmt: skip

CAPPED = {"rebate__cap_target": 1.5, "rewards__growth_share": 0.05}
PROGRAMMES = {
    "flat-margin": load_programme("flat-margin"),
    "retro-volume": TODAY,
    "growth bonus and cap": variant("incremental-growth", **CAPPED),
    "solution-first": load_programme("solution-first"),
    "direct-heavy": load_programme("direct-heavy"),
    "capped retroactive, half-years": variant(
        "retro-volume", rebate__clock="half-year", rebate__cap_target=1.3
    ),
    "leaked, with favours for the large": variant(
        "flat-margin", contact__focus=1.0, transition__leaked=True, transition__reversed_after_weeks=6
    ),
    "benefits, silent partners asked back and won back": variant(
        "retro-volume",
        rewards__benefits_per_year=2000,
        transition__reinvites="silent-asked",
        monitoring__winback_hours=0.3,
    ),
    "dearer list, hasty approvals that end, contracts ended and offered again": variant(
        "solution-first",
        price__list_index=1.1,
        registration__approval_hours=2,
        registration__approval_share=0.95,
        registration__protection_weeks=10,
        transition__ends="below-silver",
        transition__reinvites="ended-asked",
        transition__reversed_after_weeks=9,
    ),
    "invoiced by the vendor": variant(
        "retro-volume", price__invoiced_by="vendor", price__customer_discount_share=0.1
    ),
    "a price cut that is known, and ends": variant(
        "retro-volume", price__list_index=0.8, transition__notice_weeks=5, transition__reversed_after_weeks=12
    ),
    "capped slices, years": variant("incremental-growth", rebate__clock="year", **CAPPED),
}


def twin(ours: Engine) -> MesaEngine:
    return MesaEngine(ours.market, ours.today, ours.partners)


def part_of(week0: Week0, future: int) -> Week0:
    return Week0(*(array[future : future + 1] for array in vars(week0).values()))


@pytest.mark.parametrize("today", ["retro-volume", "direct-heavy"])
def test_whole_burn_in_with_its_search_stage(today: str) -> None:
    ours = engine(small_market(1, 3, 3, 3), load_programme(today))
    drawn = futures(1, seed=3)
    one, other = (kind.week0(drawn, SEARCH_WEEKS + 52) for kind in (ours, twin(ours)))
    assert unequal_state(one, other, ours.partners.size) == []


@pytest.mark.parametrize("name", PROGRAMMES)
def test_programmes_that_start_inside_the_horizon(name: str, few: Engine, start: Week0, two_futures) -> None:
    weeks = 30 if PROGRAMMES[name].rebate.clock == "quarter" else 56
    future, week0 = two_futures.part(0, 1), part_of(start, 0)
    runs = [kind.run(week0, PROGRAMMES[name], future, weeks, change_week=4) for kind in (few, twin(few))]
    assert np.all(np.isfinite(runs[0].weekly))
    assert unequal(*runs, few.partners.size) == []


@pytest.mark.parametrize("way", ["in-house", "hunters", "outsourced", "on-the-job"])
def test_a_roster_that_moves(way: str) -> None:
    moving = small_market(3, 6, 9, 8, exit_per_year=0.6)
    roster = moving.roster.model_copy(update={"turnover_share": 1.0, "reachable_share": 0.004})
    ours, drawn = engine(moving.model_copy(update={"roster": roster})), futures(1, seed=5)
    start = ours.week0(drawn)
    design = variant(
        "retro-volume", recruitment__way=way, recruitment__pace=3.0, recruitment__onboarding_hours=1.0
    )
    runs = [kind.run(start, design, drawn, 60) for kind in (ours, twin(ours))]
    assert min(week(runs[0], name).sum() for name in ("joined", "left", "begun")) > 0
    assert unequal(*runs, ours.partners.size) == []


def test_several_blocks_are_summed_in_the_same_order() -> None:
    ours, drawn = engine(small_market(5, 45, 90, 130)), futures(1)
    week0 = ours.week0(drawn)
    runs = [kind.run(week0, PROGRAMMES["growth bonus and cap"], drawn, 4) for kind in (ours, twin(ours))]
    assert ours.world.facts.shape[0] == 3
    assert unequal(*runs, ours.partners.size) == []


@pytest.mark.parametrize("replay", ["behaviour", "beliefs"])
def test_replay_and_its_tape(replay: str, few: Engine, start: Week0, two_futures) -> None:
    ours, theirs = few, twin(few)
    tapes = [kind.run(start, TODAY, two_futures, 14, replay="record").tape for kind in (ours, theirs)]
    count, place = few.partners.size, np.s_[:, :, 0, :]
    tapes = [tape.reshape(2, 14, -1, 11, 128)[:, :, 0, :, :count] for tape in tapes]
    assert same(*tapes), place
    tape, new = ours.run(start, TODAY, two_futures, 14, replay="record").tape, PROGRAMMES["flat-margin"]
    runs = [kind.run(start, new, two_futures, 14, replay=replay, tape=tape) for kind in (ours, theirs)]
    assert unequal(*runs, count) == []


def bounded(path: str) -> st.SearchStrategy:
    """Any value that the schema allows for a lever of one number or choice."""
    entry = next(entry for entry in catalogue(Programme) if entry.path == path)
    if entry.options:
        return st.sampled_from(entry.options)
    if isinstance(entry.default, bool):
        return st.booleans()
    low, high = float(entry.meta.low), float(entry.meta.high)
    if isinstance(entry.default, int):
        return st.integers(int(low), int(high))
    return st.floats(low, high, allow_subnormal=False)


NUMBERS = [
    entry.path
    for entry in catalogue(Programme)
    if entry.meta is not None
    and "[]" not in entry.path
    and entry.path not in ("rebate.shape", "rebate.steps", "rebate.cap_target")
    and not isinstance(entry.default, tuple)
]
STEPS = st.lists(
    st.tuples(st.floats(0.0, 3.0, allow_subnormal=False), st.floats(0.0, 0.3, allow_subnormal=False)),
    min_size=1, max_size=6, unique_by=lambda step: step[0],
)  # fmt: skip


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """A programme drawn from the whole space of levers."""
    levers = {path.replace(".", "__"): draw(bounded(path)) for path in NUMBERS}
    shape = draw(st.sampled_from(["none", "flat", "incremental", "retroactive"]))
    steps = {"none": [], "flat": [(0.0, draw(st.floats(0.0, 0.3)))]}.get(shape, sorted(draw(STEPS)))
    cap = draw(st.sampled_from([0.0, 3.5])) if shape != "none" else 0.0
    tiers = sorted(draw(st.tuples(*[st.floats(0.0, 0.6, allow_subnormal=False)] * 4)))
    thresholds = sorted(draw(st.lists(st.integers(0, 20_000_000), min_size=3, max_size=3, unique=True)))
    named = [{"from_target": start, "rate_share": rate} for start, rate in steps]
    plan = {"rebate": {**load_programme("flat-margin").rebate.model_dump(mode="json")}}
    plan["rebate"].update(shape=shape, steps=named, cap_target=cap)
    return variant(
        "flat-margin", **plan, **levers, front__discount_share=tiers, front__tier_threshold_list=thresholds
    )


@settings(max_examples=25)
@given(programmes())
def test_programmes_from_anywhere_in_the_space_of_levers(
    few: Engine, start: Week0, two_futures, drawn
) -> None:
    runs = [
        kind.run(part_of(start, 1), drawn, two_futures.part(1, 2), 17, change_week=1)
        for kind in (few, twin(few))
    ]
    assert unequal(*runs, few.partners.size) == []


def test_partners_tell_what_happened_to_them(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, TODAY, two_futures, 26)
    busiest = int(np.argmax(run.partner[1, :, 4]))
    story = twin(few).story(part_of(start, 1), TODAY, two_futures.part(1, 2), 26, partner=busiest)
    won = [event.amount for event in story if event.what == "won"]
    assert len(won) == run.partner[1, busiest, 4]
    assert sum(won) == pytest.approx(run.partner[1, busiest, 0], rel=1e-12)
    assert [event.week for event in story] == sorted(event.week for event in story)


def test_objects_calculate_nothing_themselves() -> None:
    arithmetic = ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult
    files = list(Path(sim.engine.agents.__path__[0]).glob("*.py"))
    assert len(files) > 10
    for path in files:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.BinOp | ast.AugAssign):
                assert not isinstance(node.op, arithmetic), f"{path.name}:{node.lineno}"


def test_a_plan_has_no_more_steps_than_both_engines_read() -> None:
    assert MOST_STEPS >= 6 + 1
