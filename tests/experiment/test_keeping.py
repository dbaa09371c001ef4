"""Runs are taken from the cache exactly when nothing they depend on has changed."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sim.experiment.cache import Cache
from sim.experiment.designs import Design
from sim.experiment.keeping import measure_once, run_key
from tests.experiment.toy import Toy, design, futures, programme

DRAWN = futures(np.linspace(0.1, 3.0, 12))
TODAY, BIG = design("today", 0.0), design("big", 2.0)


def test_a_second_time_nothing_runs_and_all_is_equal(tmp_path: Path) -> None:
    toy, cache = Toy(), Cache(tmp_path)
    first = measure_once(toy, (TODAY, BIG), DRAWN, 30, cache=cache)
    assert toy.runs == 24
    again = measure_once(toy, (BIG, TODAY), DRAWN, 30, cache=cache)
    assert toy.runs == 24
    assert np.array_equal(first[0].values, again[1].values, equal_nan=True)
    assert np.array_equal(first[1].partners, again[0].partners)


def test_a_new_design_runs_alone(tmp_path: Path) -> None:
    toy, cache = Toy(), Cache(tmp_path)
    measure_once(toy, (TODAY,), DRAWN, 30, cache=cache)
    measure_once(toy, (TODAY, BIG), DRAWN, 30, cache=cache)
    assert toy.runs == 24


def test_without_a_cache_everything_runs_and_nothing_is_written(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PARTNERLAB_CACHE", str(tmp_path))
    toy = Toy()
    for _ in range(2):
        measure_once(toy, (TODAY,), DRAWN, 30)
    assert toy.runs == 24
    assert not list(tmp_path.iterdir())


def test_the_key_ignores_names_and_sees_everything_else() -> None:
    key = run_key(Toy(), BIG, DRAWN, 30)
    renamed = programme("other", 2.0).model_copy(update={"intent": "another intent"})
    assert run_key(Toy(), Design(renamed), DRAWN, 30) == key
    toy = Toy()
    toy.identity = "other"
    others = [
        run_key(Toy(), design("big", 2.1), DRAWN, 30),
        run_key(Toy(), replace(BIG, start_week=1), DRAWN, 30),
        run_key(Toy(), BIG, DRAWN, 31),
        run_key(Toy(), BIG, replace(DRAWN, seed=2), 30),
        run_key(Toy(), BIG, replace(DRAWN, rows=DRAWN.rows + 1e-12), 30),
        run_key(Toy(), BIG, replace(DRAWN, luck_ids=DRAWN.luck_ids * 0), 30),
        run_key(Toy(), BIG, replace(DRAWN, names=("other",)), 30),
        run_key(toy, BIG, DRAWN, 30),
    ]
    assert len({key, *others}) == 9


def test_another_engine_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    key = run_key(Toy(), BIG, DRAWN, 30)
    monkeypatch.setattr("sim.experiment.keeping.engine_digest", lambda: "other")
    assert run_key(Toy(), BIG, DRAWN, 30) != key
