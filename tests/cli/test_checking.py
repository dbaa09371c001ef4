"""A file's kind is seen from its folder or from what it holds."""

from pathlib import Path

import pytest

from sim.cli.checking import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("schema: 1\nname: a\nrebate: {shape: flat}\n", "programmes"),
        ("schema: 1\nname: a\nsegments: {}\noffers: {}\n", "markets"),
        ("schema: 1\nname: a\nquestion: why\ntoday: a\n", "comparisons"),
        ("schema: 1\nname: a\nquestion: why\ntoday: a\nstory: b\nexplains: c\n", "lessons"),
    ],
)
def test_the_content_tells_the_kind(text: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text)
    assert kind_of(path) == kind


def test_the_folder_wins(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "markets" / "file.yaml") == "markets"
