"""The report on the command line."""

from pathlib import Path

import pytest

from sim.cli import main
from sim.experiment import compare as comparing
from sim.schema.loading import load_comparison
from tests.experiment.toy import Toy, setting
from tests.report.conftest import pages

SMALL = ("--futures", "12", "--weeks", "30", "--no-cache")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Calls the command in a toy market; gives code, stdout, stderr."""
    monkeypatch.setattr(comparing, "prepare", lambda *_asked: setting(Toy()))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(["report", *words])
        shown = capsys.readouterr()
        return int(end.value.code or 0), shown.out, shown.err

    return run


def test_a_report_is_written_and_its_files_are_named(call, tmp_path: Path) -> None:
    code, out, _ = call("flat-margin", "retro-volume", "--letter", "--recipe", "--out", "r", *SMALL)
    assert code == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(out.split()) == written
    assert {"r/letter.md", "r/again/again.sh"} <= written
    assert "r/paper.pdf" not in written


def test_the_question_of_a_comparison_file_is_the_title(call, tmp_path: Path) -> None:
    call("bonus-or-rules", "--design", "clear-rules", "--date", "2026-11-05", "--pdf", *SMALL)
    first = pages((tmp_path / "report" / "paper.pdf").read_bytes())[0]
    assert load_comparison("bonus-or-rules").question in first
    assert "5 November 2026" in first
    call("bonus-or-rules", "--question", "Ours?", "--pdf", *SMALL)
    assert "Ours?" in pages((tmp_path / "report" / "paper.pdf").read_bytes())[0]


def test_a_mistake_is_one_message_and_no_traceback(call, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for words, told in (
        (("flat-margin", "retro-volume", "--design", "x", "--pdf"), "retro-volume"),
        (("flat-margin", "retro-volume", "--date", "tomorrow", "--pdf"), "date"),
        (("flat-margin", "retro-volume", "--out", "file/x", "--pdf"), "file"),
        (("no-such-comparison", "--pdf"), "no-such-comparison"),
    ):
        code, out, err = call(*words, *SMALL)
        assert (code, out) == (2, ""), words
        assert told in err
        assert "Traceback" not in err
