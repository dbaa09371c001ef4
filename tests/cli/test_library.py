"""The library on the command line."""

from pathlib import Path

import pytest

from sim.cli import main
from sim.schema.loading import load_programme


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Calls the command line with a library of its own; gives code, stdout, stderr."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PARTNERLAB_DATA", str(tmp_path / "data"))

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(["library", *words])
        shown = capsys.readouterr()
        return int(end.value.code or 0), shown.out, shown.err

    return run


def test_a_programme_is_kept_shown_deleted_and_restored(call) -> None:
    assert call("list")[1] == "Nothing is kept yet.\n"
    assert call("save", "weak-rules", "--note", "[as] it is") == (0, "weak-rules: version 1 of 1\n", "")
    shown = call("list")[1]
    assert "weak-rules" in shown
    assert "[as] it is" in shown
    assert "name: weak-rules" in call("show", "weak-rules")[1]
    assert call("delete", "weak-rules")[0] == 0
    assert call("list")[1] == "Nothing is kept yet.\n"
    assert "weak-rules" in call("list", "--deleted")[1]
    assert call("restore", "weak-rules") == (0, "weak-rules: version 1 of 1\n", "")


def test_what_is_exported_can_be_used_and_imported(call, tmp_path: Path) -> None:
    call("save", "weak-rules", "--name", "My plan")
    file = tmp_path / "plan.yaml"
    assert call("export", "My plan", "--out", str(file))[0] == 0
    assert file.read_text("utf-8") == call("export", "My plan")[1]
    assert load_programme(file).rebate == load_programme("weak-rules").rebate
    call("delete", "My plan")
    code, _, err = call("import", str(file))
    assert code == 2
    assert "Restore it first" in err


def test_the_address_of_the_page_is_kept_as_a_link(call) -> None:
    address = "http://127.0.0.1:8501/compare?today=%7B%22from%22%3A%22retro-volume%22%7D&weeks=52"
    assert call("save", address)[0] == 2
    assert call("save", address, "--name", "view")[0] == 0
    text = call("export", "view")[1]
    assert "retro-volume" in text
    assert "weeks: '52'" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "nothing"], "nothing of the name 'nothing'"),
        (["save", "no-such-programme"], "no-such-programme"),
        (["import", "no-such-file.yaml"], "no-such-file.yaml"),
        (["export", "weak-rules", "--version", "0"], "version"),
    ],
)
def test_a_mistake_is_one_message_and_no_traceback(call, words: list[str], told: str) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert "Traceback" not in err
