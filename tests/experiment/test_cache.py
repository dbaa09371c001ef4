"""The cache: whole files, one result per digest, a cap, two processes at once."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from sim.experiment.cache import Cache, cache_folder, digest, write_whole

ROOT = Path(__file__).resolve().parents[2]
ARRAYS = {"a": np.arange(6.0).reshape(2, 3), "b": np.array([np.nan, 1.0])}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "results")


def test_what_is_kept_comes_back_bit_by_bit(cache: Cache) -> None:
    cache.put("k", ARRAYS)
    found = cache.get("k")
    assert found is not None
    assert all(np.array_equal(found[name], ARRAYS[name], equal_nan=True) for name in ARRAYS)


def test_what_is_not_there_or_torn_is_none(cache: Cache) -> None:
    assert cache.get("k") is None
    cache.put("k", ARRAYS)
    path = cache.folder / "k.npz"
    for torn in (path.read_bytes()[:100], b"", b"no archive"):
        path.write_bytes(torn)
        assert cache.get("k") is None


def test_objects_are_never_unpickled(cache: Cache) -> None:
    cache.folder.mkdir(parents=True)
    np.savez(cache.folder / "k.npz", a=np.array([{"bad": 1}], dtype=object), allow_pickle=True)
    assert cache.get("k") is None


def test_the_cap_removes_what_was_not_read_for_longest(cache: Cache) -> None:
    small = Cache(cache.folder, cap_bytes=30_000)
    block = {"a": np.zeros(1250)}  # 10 kB
    for age, key in enumerate(("old", "older-but-read")):
        small.put(key, block)
        os.utime(small.folder / f"{key}.npz", (1000.0 - age, 1000.0 - age))
    assert small.get("older-but-read") is not None
    small.put("new", block)
    assert small.get("old") is None
    assert small.get("older-but-read") is not None
    assert small.get("new") is not None


def test_leftovers_of_a_crash_are_swept_and_work_in_progress_is_not(cache: Cache) -> None:
    cache.put("k", ARRAYS)
    left, busy = cache.folder / "left.tmp", cache.folder / "busy.tmp"
    left.touch()
    busy.touch()
    os.utime(left, (time.time() - 7200,) * 2)
    cache.put("l", ARRAYS)
    assert not left.exists()
    assert busy.exists()


def test_a_folder_closed_to_us_only_costs_the_keeping(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = Cache(blocked / "results")
    cache.put("k", ARRAYS)
    assert cache.get("k") is None


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")
    monkeypatch.setattr(Path, "replace", lambda *_a: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_keeping_again_replaces_the_file_as_a_whole_or_not_at_all(cache: Cache, monkeypatch) -> None:
    cache.put("k", ARRAYS)
    monkeypatch.setattr(Path, "replace", lambda *_a: (_ for _ in ()).throw(OSError("full")))
    cache.put("k", {"a": np.zeros(1)})
    assert cache.get("k").keys() == ARRAYS.keys()


WORKER = """
import sys
import numpy as np
from pathlib import Path
from sim.experiment.cache import Cache
cache, wrong = Cache(Path(sys.argv[1]), cap_bytes=120_000), 0
for round in range(150):
    number = round % 8
    cache.put(f"k{number}", {"a": np.full(2500, float(number))})
    found = cache.get(f"k{(round * 3) % 8}")
    wrong += found is not None and not np.all(found["a"] == (round * 3) % 8)
print(wrong)
"""


def test_two_processes_read_and_write_the_same_folder_without_harm(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WORKER, str(tmp_path / "results")]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in "ab"
    ]
    ended = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0, 0], ended
    assert [out.strip() for out, _ in ended] == ["0", "0"], (
        "a reader saw half a file or another key's content"
    )
    sizes = [path.stat().st_size for path in (tmp_path / "results").iterdir()]
    assert sum(sizes) <= 120_000 + max(sizes)
    assert not list((tmp_path / "results").glob("*.tmp"))


def test_a_digest_sees_every_part_and_where_it_ends() -> None:
    parts = [
        ("a", "bc"),
        ("ab", "c"),
        ({"x": 1, "y": 2.0},),
        (np.arange(3),),
        (np.arange(3.0),),
        (np.zeros((1, 3)),),
    ]
    digests = [digest(*part) for part in parts] + [digest(np.zeros((3, 1)))]
    assert len(set(digests)) == len(digests)
    assert digest(1, 23) != digest(12, 3)
    assert digest({"x": 1, "y": 2.0}) == digest(json.loads('{"y": 2.0, "x": 1}'))


def test_a_digest_refuses_what_has_no_canonical_form() -> None:
    with pytest.raises(TypeError):
        digest(object())


def test_the_environment_moves_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PARTNERLAB_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path / "results"
