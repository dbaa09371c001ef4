"""Explanations are kept, and those of a private table for the session alone."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import sim
from sim.experiment.designs import Design
from sim.ui import explaining

DESIGN = Design(sim.load_programme("retro-volume"))


def lab(*, private: bool, key: str = "one") -> Any:
    return SimpleNamespace(key=key, setting=SimpleNamespace(is_private=private))


@pytest.fixture(autouse=True)
def shelves(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    found = {"shared": explaining._Shelf(), "own": explaining._Shelf()}
    monkeypatch.setattr(explaining, "_shared_shelf", lambda: found["shared"])
    monkeypatch.setattr(explaining, "_own_shelf", lambda: found["own"])
    return found


def test_an_array_is_made_once_and_anything_that_differs_makes_another() -> None:
    made: list[int] = []

    def make() -> np.ndarray:
        made.append(1)
        return np.zeros(2)

    for one in (lab(private=False), lab(private=False), lab(private=False, key="two")):
        explaining.kept("shock", one, DESIGN, make)
    explaining.kept("shock", lab(private=False), Design(DESIGN.programme, 4), make)
    explaining.kept("shock", lab(private=False), DESIGN, make, "more")
    assert len(made) == 4


def test_what_is_made_of_a_private_table_is_not_on_the_shared_shelf(shelves: dict[str, Any]) -> None:
    explaining.kept("crowd", lab(private=True), DESIGN, lambda: "names")
    assert list(shelves["own"]._things.values()) == ["names"]
    assert not shelves["shared"]._things


def test_the_oldest_goes_first_and_what_was_used_stays() -> None:
    shelf = explaining._Shelf()
    for number in range(explaining._KEPT):
        shelf.put(str(number), number)
    assert shelf.get("0") == 0
    shelf.put("more", -1)
    assert shelf.get("0") == 0
    assert shelf.get("1") is None
