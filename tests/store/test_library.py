"""Nothing that was kept is ever lost, whoever else is at it."""

import subprocess
import sys
from pathlib import Path

import pytest

from sim.intake.loading import load_partners
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.loading import load_programme, read_programme
from sim.store.errors import LibraryError
from sim.store.library import Library
from sim.store.tables import ENTRIES, LONGEST_NAME, LONGEST_NOTE, VERSIONS
from sim.ui import scene
from sim.ui.links import from_query, to_query
from tests.store.conftest import KINDS

ROOT = Path(__file__).resolve().parents[2]
EACH = pytest.mark.parametrize("address", KINDS, indirect=True)
TODAY = load_programme("weak-rules")


def larger(size: float):
    return changed(TODAY, {"rebate.size": size})


@EACH
def test_a_programme_comes_back_under_its_name_with_note_and_time(library: Library) -> None:
    kept = library.save("Bold plan ≥ 1.5 × – żółw", larger(1.5), "for the board\nof May")
    again = (
        Library(str(library._url)).get(kept.name)
        if library._url.drivername == "sqlite"
        else library.get(kept.name)
    )
    assert again == kept
    assert again.item == changed(larger(1.5), {"name": kept.name})
    assert (again.kind, again.number, again.versions, again.is_deleted) == ("programme", 1, 1, False)
    assert again.note == "for the board\nof May"
    assert again.saved_at.isoformat() == "2026-01-01T00:00:00+00:00"


@EACH
def test_every_save_is_a_version_and_older_ones_stay(library: Library) -> None:
    for size in (1.0, 1.5, 2.0):
        library.save("plan", larger(size), f"size {size}")
    found = library.versions("plan")
    assert [(one.number, one.note, one.item.rebate.size) for one in found] == [
        (3, "size 2.0", 2.0),
        (2, "size 1.5", 1.5),
        (1, "size 1.0", 1.0),
    ]
    assert library.get("plan", 1) == found[-1]
    assert [(one.name, one.number, one.versions) for one in library.list()] == [("plan", 3, 3)]


@EACH
def test_what_is_there_already_gets_no_second_number(library: Library) -> None:
    library.save("plan", larger(1.0), "first")
    assert library.save("plan", larger(1.0)).number == 1
    assert library.save("plan", larger(1.0), "another note").number == 2


@EACH
def test_what_is_deleted_is_out_of_sight_and_comes_back_whole(library: Library) -> None:
    library.save("plan", larger(1.0))
    library.save("plan", larger(2.0))
    before = library.versions("plan")
    library.delete("plan")
    assert library.list() == ()
    assert [one.name for one in library.list(deleted=True)] == ["plan"]
    with pytest.raises(LibraryError, match="Restore it first"):
        library.save("plan", larger(3.0))
    with pytest.raises(LibraryError, match="plan"):
        library.delete("plan")
    assert library.restore("plan").number == 2
    assert library.versions("plan") == before
    assert library.list(deleted=True) == ()


@EACH
def test_an_older_version_becomes_the_newest_and_none_is_lost(library: Library) -> None:
    library.save("plan", larger(1.0), "small")
    library.save("plan", larger(2.0), "large")
    back = library.restore("plan", 1)
    assert (back.number, back.note, back.item.rebate.size) == (3, "small", 1.0)
    assert [one.item.rebate.size for one in library.versions("plan")] == [1.0, 2.0, 1.0]
    library.delete("plan")
    assert library.restore("plan", 2).item.rebate.size == 2.0


@EACH
def test_a_link_brings_everything_back(library: Library) -> None:
    now = scene.edit(scene.opening(load_programme("retro-volume")), "rebate.size", 1.5)
    now = scene.put_beside(now)
    now = scene.edit(now, "direct.rule", "named-accounts")
    now = scene.replace(now, weeks=104, seed=7, chosen="trust", past=())
    kept = library.save("my view", to_query(now), "as on Monday")
    assert kept.kind == "link"
    assert from_query(kept.item) == (now, ())


@EACH
def test_a_file_from_one_library_can_be_read_into_another(library: Library, tmp_path: Path) -> None:
    other = Library(f"sqlite:///{tmp_path / 'other.sqlite'}")
    for kept in (library.save("plan", larger(1.5)), library.save("view", {"today": '{"from":"weak-rules"}'})):
        moved = other.add(kept.text.encode(), "file.yaml", "from a colleague")
        assert (moved.name, moved.kind, moved.item) == (kept.name, kept.kind, kept.item)
        assert moved.note == "from a colleague"
    text = library.get("plan").text
    assert read_programme(text.encode(), "x") == library.get("plan").item


@EACH
def test_a_name_holds_one_kind(library: Library) -> None:
    library.save("plan", larger(1.0))
    with pytest.raises(LibraryError, match="programme already"):
        library.save("plan", {"weeks": "52"})
    library.save("view", {"weeks": "52"})
    with pytest.raises(LibraryError, match="link already"):
        library.save("view", larger(1.0))


@EACH
def test_what_is_not_there_is_told(library: Library) -> None:
    for ask in (library.get, library.delete, library.restore, library.versions):
        with pytest.raises(LibraryError, match="nothing of the name 'x'"):
            ask("x")
    library.save("plan", larger(1.0))
    with pytest.raises(LibraryError, match="versions are 1 to 1"):
        library.get("plan", 2)
    with pytest.raises(LibraryError, match="not deleted"):
        library.restore("plan")


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "a\nb", "a\0b"])
def test_a_name_that_cannot_be_shown_is_refused(library: Library, name: str) -> None:
    with pytest.raises((LibraryError, SchemaError)):
        library.save(name, larger(1.0))
    assert library.list() == ()


def test_a_note_that_is_too_long_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="2,000"):
        library.save("plan", larger(1.0), "x" * (LONGEST_NOTE + 1))


@pytest.mark.parametrize(
    "link",
    [{"a b": "x"}, {"x": "y" * 20_001}, {f"p{place}": "" for place in range(41)}, {"x": 1}, {"": ""}],
)
def test_a_link_that_the_page_did_not_make_is_refused(library: Library, link: dict) -> None:
    with pytest.raises(LibraryError, match="no link of the page"):
        library.save("view", link)


def test_sales_of_partners_are_never_kept(library: Library) -> None:
    table = load_partners(ROOT / "examples" / "partners.csv")
    for private in (table, [1.0], "a table", b"bytes"):
        with pytest.raises(TypeError, match="kept are programmes and links"):
            library.save("plan", private)
    columns = {column.name for table in (ENTRIES, VERSIONS) for column in table.columns}
    of_versions = {"entry_id", "number", "saved_at", "note", "content"}
    assert columns == {"id", "name", "kind", "deleted_at"} | of_versions


SAVER = """
import sys
from sim.schema.editing import changed
from sim.schema.loading import load_programme
from sim.store.library import Library

library, who = Library(sys.argv[1]), float(sys.argv[2])
for turn in range(10):
    library.save("plan", changed(load_programme("weak-rules"), {"rebate.size": who + turn / 100}), str(who))
"""


@EACH
def test_processes_that_save_at_once_from_the_first_moment_lose_nothing(address: str, tmp_path: Path) -> None:
    script = tmp_path / "saver.py"
    script.write_text(SAVER)
    variables = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    calls = [[sys.executable, str(script), address, who] for who in ("1.0", "2.0", "3.0")]
    running = [
        subprocess.Popen(call, env=variables, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        for call in calls
    ]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    found = Library(address).versions("plan")
    assert [one.number for one in found] == list(range(30, 0, -1))
    for who in ("1.0", "2.0", "3.0"):
        sizes = [one.item.rebate.size for one in reversed(found) if one.note == who]
        assert sizes == [float(who) + turn / 100 for turn in range(10)]
