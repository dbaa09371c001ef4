"""All files of a report, under paths that stay in their folder."""

from pathlib import PurePosixPath

from sim.experiment.export import csv_of
from sim.report.bundle import KINDS, report_files


def test_every_kind_has_files_and_nothing_leaves_the_folder(comparison) -> None:
    found = dict(report_files(comparison))
    assert {"paper.pdf", "paper.pptx", "data.xlsx", "letter.md", "again/again.sh", "again/again.py"} <= set(
        found
    )
    assert all(found.values())
    for path in found:
        assert not PurePosixPath(path).is_absolute()
        assert ".." not in PurePosixPath(path).parts
    assert found["data/costs.csv"].decode() == csv_of(comparison.costs)


def test_a_kind_alone_brings_its_own_files_only(comparison) -> None:
    for kind in KINDS:
        own = {path for path, _ in report_files(comparison, kinds=[kind])}
        others = {path for path, _ in report_files(comparison, kinds=[k for k in KINDS if k != kind])}
        assert own
        assert not own & others
