"""A link brings back what it was made from, and a bad link breaks nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sim.schema.loading import list_scenarios, load_programme
from sim.ui import scene
from sim.ui.links import DEFAULT_TODAY, from_query, to_query
from sim.ui.scene import Draft, Scene

PROGRAMMES = some.sampled_from(list_scenarios()["programmes"])
SIZES = some.floats(0.0, 4.0)


def restored(now: Scene) -> Scene:
    found, refused = from_query(to_query(now))
    assert refused == ()
    return found


@given(
    today=PROGRAMMES, tried=some.lists(some.tuples(PROGRAMMES, some.integers(0, 150)), max_size=7), size=SIZES
)
@settings(max_examples=40)
def test_a_link_brings_the_scene_back(today: str, tried: list[tuple[str, int]], size: float) -> None:
    now = scene.opening(load_programme(today))
    now = scene.edit(now, "contact.calls_per_quarter", size)
    for name, week in tried:
        now = scene.put(now, Draft(load_programme(name), week))
    back = restored(now)
    assert (back.today, back.draft, back.tried) == (now.today, now.draft, now.tried)


def test_a_link_carries_market_horizon_seed_and_what_is_looked_at() -> None:
    now = Scene(
        load_programme("flat-margin"), Draft(load_programme("flat-margin")), weeks=104, seed=7, chosen="trust"
    )
    assert restored(now) == now


def test_an_own_today_travels_as_what_differs_from_the_shipped_one() -> None:
    mine = scene.become_today(scene.edit(scene.opening(load_programme("retro-volume")), "rebate.size", 2.5))
    assert json.loads(to_query(mine)["today"]) == {"from": "retro-volume", "rebate.size": 2.5}
    assert restored(mine).today == mine.today


def test_the_opening_scene_needs_no_words() -> None:
    assert to_query(scene.opening(load_programme(DEFAULT_TODAY))) == {}


@pytest.mark.parametrize(
    "query",
    [
        {"design": "no json"},
        {"design": "[1]"},
        {"design": '{"rebate.size": 99}'},
        {"design": '{"rebate.nothing": 1}'},
        {"design": '{"start_week": -1}'},
        {"design": "[" * 5000},
        {"design": '{"name":"' + "x" * 30_000 + '"}'},
        {"today": '{"from": "../secret"}'},
        {"market": "elsewhere"},
        {"weeks": "a year"},
        {"weeks": "99999"},
        {"seed": "-1"},
        {"chosen": "nothing"},
        {"b": "{"},
    ],
)
def test_a_part_that_cannot_be_used_is_left_out_and_told(query: dict[str, str]) -> None:
    found, refused = from_query(query)
    assert found == scene.opening(load_programme(DEFAULT_TODAY))
    assert refused == tuple(query)


def test_one_bad_part_spares_the_others() -> None:
    found, refused = from_query({"b": "{", "c": '{"rebate.size":2}', "weeks": "52"})
    assert refused == ("b",)
    assert (len(found.tried), found.weeks) == (1, 52)


def test_a_lesson_and_a_partner_come_back_and_a_partner_goes_by_its_pseudonym_alone() -> None:
    scene, refused = from_query({"lesson": "cliff", "partner": "P-0143"})
    assert (scene.lesson, scene.partner, refused) == ("cliff", "P-0143", ())
    assert from_query(to_query(scene))[0] == scene
    scene, refused = from_query({"lesson": "clif", "partner": "Miller Ltd"})
    assert (scene.lesson, scene.partner, set(refused)) == ("", "", {"lesson", "partner"})
