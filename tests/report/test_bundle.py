"""All files of a report, under paths that stay in their folder."""

from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from sim.experiment.export import csv_of
from sim.report.bundle import KINDS, report_files
from tests.report.conftest import renamed


@pytest.fixture(scope="module")
def by_kind(comparison) -> dict[str, dict[str, bytes]]:
    return {kind: dict(report_files(comparison, kinds=[kind])) for kind in KINDS}


def test_every_kind_has_files_and_nothing_leaves_the_folder(comparison, by_kind) -> None:
    found = {path: content for files in by_kind.values() for path, content in files.items()}
    assert {"paper.pdf", "paper.pptx", "data.xlsx", "letter.md", "again/again.sh", "again/again.py"} <= set(
        found
    )
    assert all(found.values())
    for path in found:
        assert not PurePosixPath(path).is_absolute()
        assert ".." not in PurePosixPath(path).parts
    assert found["data/costs.csv"].decode() == csv_of(comparison.costs)


def test_each_file_belongs_to_one_kind_and_all_kinds_come_together(comparison, by_kind) -> None:
    assert all(by_kind.values())
    paths = [path for own in by_kind.values() for path in own]
    assert len(paths) == len(set(paths))
    assert sorted(paths) == sorted(path for path, _ in report_files(comparison))


@pytest.mark.parametrize("names", [("a\x07b", "<b>&\"'", "计划 🚀"), ("../../up", "=1+1", "x" * 80)])
def test_no_name_of_a_design_breaks_a_file(comparison, names: tuple[str, str, str]) -> None:
    """Of today's programme, and of both designs; the letter is about the first design."""
    known = (comparison.today, *comparison.designs)
    strange = renamed(comparison, **dict(zip(known, names, strict=True)))
    found = dict(report_files(strange, strange.designs[0]))
    for path, content in found.items():
        if path.endswith((".xlsx", ".pptx")):
            with ZipFile(BytesIO(content)) as archive:
                for part in archive.namelist():
                    if part.endswith((".xml", ".rels")):
                        ET.fromstring(archive.read(part))
        if path.endswith(".svg"):
            ET.fromstring(content)
    assert "up" not in "".join(found)
