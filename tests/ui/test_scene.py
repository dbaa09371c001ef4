"""Moving levers, stepping back, putting designs side by side: the scene is a value, each step a function."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.schema.errors import SchemaError
from sim.schema.loading import load_programme
from sim.text.levers import START
from sim.ui import scene
from sim.ui.scene import LETTERS, Draft, Scene

TODAY = load_programme("weak-rules")
EDITS = (
    ("rebate.size", 1.5),
    ("direct.rule", "named-accounts"),
    ("rebate.shape", "flat"),
    ("contact.calls_per_quarter", 9.0),
    (START, 13),
)


def opened() -> Scene:
    return scene.opening(TODAY)


def test_a_scene_opens_with_nothing_changed() -> None:
    assert opened().changes == ()
    assert opened().draft.programme == TODAY


def test_a_moved_lever_is_a_change_and_back_at_its_place_it_is_none() -> None:
    moved = scene.edit(opened(), "rebate.size", 1.5)
    assert moved.changes == ("rebate.size",)
    assert scene.edit(moved, "rebate.size", TODAY.rebate.size).changes == ()


def test_a_later_start_counts_only_with_a_change_of_programme() -> None:
    late = scene.edit(opened(), START, 13)
    assert late.changes == ()
    assert scene.edit(late, "rebate.size", 1.5).changes == ("rebate.size", START)


def test_a_value_that_is_not_allowed_leaves_the_scene_as_it_was() -> None:
    before = opened()
    with pytest.raises(SchemaError):
        scene.edit(before, "rebate.size", 99.0)
    assert before == opened()


@given(some.lists(some.sampled_from(EDITS), max_size=8))
def test_undo_goes_all_the_way_back_and_redo_all_the_way_again(edits: list[tuple[str, object]]) -> None:
    now = opened()
    for path, value in edits:
        now = scene.edit(now, path, value)
    steps, there = len(now.past), now.draft
    for _ in range(steps):
        now = scene.undo(now)
    assert now.draft == Draft(TODAY)
    assert scene.undo(now) == now
    for _ in range(steps):
        now = scene.redo(now)
    assert now.draft == there
    assert scene.redo(now) == now


def test_the_same_value_again_is_no_step() -> None:
    once = scene.edit(opened(), "rebate.size", 1.5)
    assert scene.edit(once, "rebate.size", 1.5) == once


def test_a_new_change_forgets_what_was_undone() -> None:
    undone = scene.undo(scene.edit(opened(), "rebate.size", 1.5))
    assert undone.ahead
    assert scene.edit(undone, "rebate.size", 2.0).ahead == ()


def test_back_to_today_can_be_undone() -> None:
    moved = scene.edit(opened(), "rebate.size", 1.5)
    assert scene.undo(scene.back_to_today(moved)).draft == moved.draft


def test_a_design_stands_beside_today_once() -> None:
    once = scene.put_beside(scene.edit(opened(), "rebate.size", 1.5))
    assert len(once.tried) == 1
    assert scene.put_beside(once) == once


def test_there_are_as_many_places_as_letters() -> None:
    now = opened()
    for step in range(len(LETTERS) + 2):
        now = scene.put_beside(scene.edit(now, "rebate.size", 0.5 + step / 10))
    assert len(now.tried) == len(LETTERS)
    assert len(scene.take_away(now, 2).tried) == len(LETTERS) - 1


def test_my_today_is_what_later_changes_are_measured_against() -> None:
    mine = scene.become_today(scene.edit(opened(), "rebate.size", 1.5))
    assert mine.today.rebate.size == 1.5
    assert mine.changes == ()
    assert mine.past == ()
