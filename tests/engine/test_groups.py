"""Compiling the engine: once, however many threads ask for it first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from sim.engine import groups


@pytest.mark.compiled
def test_threads_that_start_together_compile_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started, compiled = Barrier(4), []

    def ask() -> tuple[object, ...]:
        started.wait()
        return groups.groups()

    monkeypatch.setattr(groups, "cache_directory", lambda: tmp_path)
    monkeypatch.setattr(groups, "_compile_in_two_processes", lambda: compiled.append(1))
    groups._groups.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: ask(), range(4)))
    assert compiled == [1]
    assert all(one is found[0] for one in found)
