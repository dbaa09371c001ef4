"""A lever moved alone does what it says, and back again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.flatten import steps_of
from sim.engine.layout import T
from sim.rules.closing import step_pay
from sim.schema.catalogue import as_data, catalogue, value_at
from sim.schema.editing import changed, edited, paid_at_target, scaled, shifted
from sim.schema.errors import SchemaError
from sim.schema.loading import list_scenarios, load_programme
from sim.schema.programme import STANDARD_REBATE, Programme

PROGRAMMES = {name: load_programme(name) for name in list_scenarios()["programmes"]}
RETRO, FLATLY = PROGRAMMES["retro-volume"], PROGRAMMES["flat-margin"]
LEVERS = {entry.path: entry for entry in catalogue(Programme) if entry.meta and "[]" not in entry.path}
SHAPES = ("none", "flat", "incremental", "retroactive")

programmes = st.sampled_from(sorted(PROGRAMMES)).map(PROGRAMMES.__getitem__)


def shares(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high).map(lambda value: min(max(round(value, 6), low), high))


@st.composite
def ladders(draw: st.DrawFn) -> list[dict[str, float]]:
    starts = sorted(draw(st.sets(shares(0.0, 3.0), max_size=6)))
    return [{"from_target": start, "rate_share": draw(shares(0.0, 0.3))} for start in starts]


def values(path: str) -> st.SearchStrategy:
    """Values of a lever inside its bounds."""
    entry = LEVERS[path]
    if entry.options or isinstance(entry.default, bool):
        return st.sampled_from(entry.options or (True, False))
    low, high = entry.meta.low, entry.meta.high
    if path == "rebate.steps":
        return ladders()
    if isinstance(entry.default, tuple):
        count = len(entry.default)
        return st.lists(shares(low, high), min_size=count, max_size=count, unique=True).map(sorted)
    if isinstance(entry.default, int):
        return st.integers(int(low), int(high))
    return shares(low, high)


moves = st.sampled_from(sorted(LEVERS)).flatmap(lambda path: st.tuples(st.just(path), values(path)))


@given(programmes, st.lists(moves, min_size=1, max_size=8))
def test_levers_moved_one_after_the_other_always_give_a_programme(
    today: Programme, walk: list[tuple[str, object]]
) -> None:
    design = today
    for path, value in walk:
        design = edited(design, today, path, value)
        reached = as_data(value_at(design, path))
        assert reached == as_data(value) or path == "rebate.cap_target"


@given(programmes, moves)
def test_a_lever_moved_back_gives_todays_programme_again(today: Programme, move: tuple[str, object]) -> None:
    path, value = move
    there = edited(today, today, path, value)
    if path == "registration.points_share" and not today.registration.offered:
        there = edited(there, today, "registration.offered", False)
    if path == "rebate.steps":
        there = edited(there, today, "rebate.shape", today.rebate.shape) if today.rebate.steps else there
    back = edited(there, today, path, value_at(today, path))
    assert back == today


@given(programmes, st.lists(st.sampled_from(SHAPES), min_size=1, max_size=5))
def test_shapes_tried_and_left_again_give_todays_rebate(today: Programme, tried: list[str]) -> None:
    design = today
    for shape in (*tried, today.rebate.shape):
        design = edited(design, today, "rebate.shape", shape)
    assert design == today


def test_none_has_no_steps_and_a_ladder_comes_back() -> None:
    without = edited(RETRO, RETRO, "rebate.shape", "none")
    assert without.rebate.steps == ()
    assert edited(without, RETRO, "rebate.shape", "incremental").rebate.steps == RETRO.rebate.steps


def test_flat_pays_what_the_plan_before_paid_at_target() -> None:
    flat = edited(RETRO, RETRO, "rebate.shape", "flat")
    assert as_data(flat.rebate.steps) == [{"from_target": 0.0, "rate_share": 0.04}]
    slices = edited(RETRO, RETRO, "rebate.shape", "incremental")
    flat = edited(slices, RETRO, "rebate.shape", "flat")
    assert flat.rebate.steps[0].rate_share == pytest.approx(0.3 * 0.01 + 0.2 * 0.02)


def test_flat_from_a_plan_that_pays_nothing_at_target_has_its_first_rate() -> None:
    late = edited(RETRO, RETRO, "rebate.steps", [{"from_target": 1.2, "rate_share": 0.05}])
    assert edited(late, RETRO, "rebate.shape", "flat").rebate.steps[0].rate_share == 0.05


def test_where_today_has_no_ladder_there_is_a_standard_one() -> None:
    ladder = edited(FLATLY, FLATLY, "rebate.shape", "retroactive")
    assert ladder.rebate.steps == STANDARD_REBATE.steps
    flat = edited(FLATLY, FLATLY, "rebate.shape", "flat")
    assert flat.rebate.steps[0].rate_share == 0.025


def test_a_ladder_made_of_a_flat_rebate_has_its_rate_at_target_and_stays_in_bounds() -> None:
    flat = edited(FLATLY, FLATLY, "rebate.steps", [{"from_target": 0.0, "rate_share": 0.04}])
    flat = edited(flat, FLATLY, "rebate.shape", "flat")
    rates = [step.rate_share for step in edited(flat, FLATLY, "rebate.shape", "retroactive").rebate.steps]
    assert rates == pytest.approx([0.016, 0.04, 0.08])
    high = edited(flat, FLATLY, "rebate.steps", [{"from_target": 0.0, "rate_share": 0.25}])
    rates = [step.rate_share for step in edited(high, FLATLY, "rebate.shape", "retroactive").rebate.steps]
    assert rates == pytest.approx([0.1, 0.25, 0.3])


@given(ladders().filter(bool), st.sampled_from(("incremental", "retroactive")), shares(0.0, 5.0))
def test_what_is_paid_at_target_is_what_the_engine_pays(ladder: list, shape: str, cap: float) -> None:
    plan = edited(edited(RETRO, RETRO, "rebate.steps", ladder), RETRO, "rebate.shape", shape)
    plan = edited(changed(plan, {"rebate.size": 1.0}), RETRO, "rebate.cap_target", cap)
    paid = sum(step_pay(s[T.jump], s[T.slope], s[T.threshold] - 1.0) for s in steps_of(plan))
    if plan.rebate.cap_target != 1.0 or ladder[-1]["from_target"] < 1.0:
        assert paid_at_target(plan.rebate) == pytest.approx(paid, abs=1e-12)


def test_a_flat_rebate_of_today_comes_back_from_slices() -> None:
    today = changed(RETRO, {"rebate.shape": "flat", "rebate.steps": [{"from_target": 0, "rate_share": 0.03}]})
    slices = edited(today, today, "rebate.shape", "incremental")
    assert edited(slices, today, "rebate.shape", "flat") == today


def test_steps_bring_their_shape() -> None:
    ladder = as_data(RETRO.rebate.steps)
    assert edited(FLATLY, FLATLY, "rebate.steps", ladder).rebate.shape == "incremental"
    flat = edited(RETRO, RETRO, "rebate.shape", "flat")
    assert edited(flat, RETRO, "rebate.steps", ladder).rebate.shape == "incremental"
    larger = [{"from_target": 0.0, "rate_share": 0.1}]
    assert edited(flat, RETRO, "rebate.steps", larger).rebate.shape == "flat"
    assert edited(RETRO, RETRO, "rebate.steps", ladder[1:]).rebate.shape == "retroactive"
    assert edited(RETRO, RETRO, "rebate.steps", []).rebate.shape == "none"


def test_points_that_are_moved_are_offered_and_stay_when_the_offer_ends() -> None:
    assert not FLATLY.registration.offered
    design = edited(FLATLY, FLATLY, "registration.points_share", 0.08)
    assert (design.registration.offered, design.registration.points_share) == (True, 0.08)
    ended = edited(design, FLATLY, "registration.offered", False)
    assert (ended.registration.offered, ended.registration.points_share) == (False, 0.08)


@pytest.mark.parametrize(("cap", "kept"), [(0.0, 0.0), (0.25, 0.75), (0.5, 0.75), (0.6, 0.6), (2.0, 2.0)])
def test_a_cap_stays_above_the_first_step(cap: float, kept: float) -> None:
    assert edited(RETRO, RETRO, "rebate.cap_target", cap).rebate.cap_target == kept


def test_a_cap_stays_above_the_first_step_of_another_shape() -> None:
    flat = edited(edited(RETRO, RETRO, "rebate.shape", "flat"), RETRO, "rebate.cap_target", 0.4)
    assert flat.rebate.cap_target == 0.4
    assert edited(flat, RETRO, "rebate.shape", "retroactive").rebate.cap_target == 0.75
    assert edited(flat, RETRO, "rebate.steps", as_data(RETRO.rebate.steps)).rebate.cap_target == 0.75


def test_a_value_out_of_bounds_or_out_of_order_is_refused() -> None:
    with pytest.raises(SchemaError, match="allowed 0 to 4"):
        edited(RETRO, RETRO, "rebate.size", 9.0)
    with pytest.raises(SchemaError, match="no tier may get less"):
        edited(RETRO, RETRO, "front.discount_share", [0.3, 0.2, 0.3, 0.3])


@given(programmes, st.floats(-1.0, 1.0))
def test_all_tiers_move_by_the_same_points_within_the_bounds(today: Programme, by: float) -> None:
    before = today.front.discount_share
    after = shifted(before, by)
    assert edited(today, today, "front.discount_share", after).front.discount_share == after
    gaps = [high - low for low, high in pairwise(before)]
    assert [high - low for low, high in pairwise(after)] == pytest.approx(gaps, abs=2e-6)
    if min(before) + by >= 0.0 and max(before) + by <= 0.6:
        assert after[0] - before[0] == pytest.approx(by, abs=1e-6)


def test_tiers_that_reach_a_bound_stop_there_together() -> None:
    assert shifted((0.22, 0.25, 0.28, 0.31), 0.9) == (0.51, 0.54, 0.57, 0.6)
    assert shifted((0.22, 0.25, 0.28, 0.31), -0.9) == (0.0, 0.03, 0.06, 0.09)
    assert shifted((0.22, 0.25, 0.28, 0.31), 0.0) == (0.22, 0.25, 0.28, 0.31)


@given(programmes, st.floats(0.05, 100.0))
def test_all_thresholds_move_by_the_same_factor_within_the_bounds(today: Programme, factor: float) -> None:
    before = [float(amount) for amount in today.front.tier_threshold_list]
    after = scaled(today.front.tier_threshold_list, factor)
    edited(today, today, "front.tier_threshold_list", after)
    assert [b / a for a, b in zip(after, before, strict=True)] == pytest.approx(
        3 * [before[0] / after[0]], rel=1e-4
    )
    assert max(after) <= 20e6
    assert scaled(before, 1.0) == tuple(before)


def test_a_factor_must_be_above_zero() -> None:
    with pytest.raises(ValueError, match="above 0"):
        scaled((50e3, 300e3, 1.5e6), 0.0)
