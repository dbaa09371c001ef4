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


def test_each_file_belongs_to_one_kind(comparison) -> None:
    kinds = {kind: [path for path, _ in report_files(comparison, kinds=[kind])] for kind in KINDS}
    assert all(kinds.values())
    paths = [path for own in kinds.values() for path in own]
    assert len(paths) == len(set(paths))
