"""The command line: what it prints where, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from sim.cli import main
from sim.experiment import compare as comparing
from sim.experiment.errors import Cancelled
from sim.experiment.tables import COLUMNS
from tests.experiment.toy import Toy, setting

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("--futures", "12", "--weeks", "30", "--no-cache")


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> Toy:
    """A toy market stands in for the engine: what is tested here is the command line."""
    market = Toy()
    monkeypatch.setattr(comparing, "prepare", lambda *_asked: setting(market))
    return market


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(list(words))
        shown = capsys.readouterr()
        return int(end.value.code or 0), shown.out, shown.err

    return run


def test_a_comparison_prints_the_sentence_first_and_then_a_table(call) -> None:
    code, out, err = call("compare", "flat-margin", "retro-volume", *SMALL)
    assert code == 0
    assert "retro-volume" in out.splitlines()[0]
    assert "flat-margin" in out.splitlines()[0]
    assert "Net contribution" in out
    assert err == ""


def test_json_is_the_only_thing_on_stdout(call) -> None:
    code, out, _ = call("compare", "flat-margin", "retro-volume", "solution-first", "--json", *SMALL)
    answer = json.loads(out)
    assert (code, answer["weeks"], answer["futures"], answer["seed"]) == (0, 30, 12, 1)
    assert {row["design"] for row in answer["outcomes"]} == {"retro-volume", "solution-first"}


def test_options_reach_the_experiment(call) -> None:
    _, out, err = call("compare", "flat-margin", "retro-volume", "--luck-only", "--seed", "7", *SMALL)
    assert "Only luck differs" in err
    _, out, err = call("compare", "flat-margin", "retro-volume", "--seed", "7", "--json", *SMALL)
    assert json.loads(out)["seed"] == 7


def test_a_comparison_file_answers_its_own_question(call) -> None:
    code, out, _ = call("compare", "bonus-or-rules", "--json", *SMALL)
    assert code == 0
    assert len({row["design"] for row in json.loads(out)["outcomes"]}) == 3
    assert call("compare", "bonus-or-rules", "--market", "baseline", *SMALL)[0] == 2


def test_a_programme_alone_is_run(call) -> None:
    code, out, _ = call("run", "retro-volume", *SMALL)
    assert code == 0
    assert out.startswith("retro-volume earns ")
    assert "80 % range" in out


def test_the_out_folder_holds_the_same_result_in_every_form(call, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "result"
    code, out, _ = call("compare", "flat-margin", "retro-volume", "--json", "--out", str(folder), *SMALL)
    assert code == 0
    tables = {f"{name}.{kind}" for name in COLUMNS for kind in ("parquet", "csv")}
    assert {path.name for path in folder.iterdir()} == tables | {"result.json"}
    assert json.loads((folder / "result.json").read_text("utf-8")) == json.loads(out)
    assert pl.read_parquet(folder / "runs.parquet").height == pl.read_csv(folder / "runs.csv").height == 24


def test_scenarios_are_listed_with_what_they_are_for(call) -> None:
    code, out, _ = call("scenarios")
    assert code == 0
    assert all(name in out for name in ("retro-volume", "baseline", "bonus-or-rules"))


def test_check_says_fine_or_everything_that_is_wrong(call, tmp_path: Path) -> None:
    good = ROOT / "scenarios" / "markets" / "baseline.yaml"
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\nname: bad\nfront: {discount_share: [90 %, 1 %, 2 %, 3 %]}\ncolour: red\n")
    code, out, err = call("check", str(good), str(bad))
    assert code == 2
    assert out == f"{good}: fine\n"
    assert "discount_share" in err
    assert "colour" in err
    assert call("check", str(good))[0] == 0


BAD = {
    "an unknown programme": ("compare", "flat-margin", "retro-volum"),
    "several unknown programmes": ("compare", "a-b", "c-d"),
    "a missing file": ("compare", "flat-margin", "no/such/file.yaml"),
    "an unknown comparison": ("compare", "no-such-question"),
    "a word for a number": ("compare", "flat-margin", "retro-volume", "--futures", "many"),
    "no futures": ("compare", "flat-margin", "retro-volume", "--futures", "0"),
    "too many designs": ("compare", "flat-margin", *["retro-volume"] * 8),
    "luck and doubt": ("compare", "flat-margin", "retro-volume", "--luck-only", "--doubt-only"),
    "a missing table": ("compare", "flat-margin", "retro-volume", "--partners", "no.csv"),
    "a column without a table": ("compare", "flat-margin", "retro-volume", "--date-column", "x"),
    "an unknown command": ("fly",),
    "an unknown option": ("compare", "flat-margin", "retro-volume", "--fast"),
    "nothing to check": ("check",),
    "a file that is none": ("check", "."),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_ends_with_code_2_and_one_message(what: str, call) -> None:
    code, out, err = call(*BAD[what])
    assert code == 2
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == (2 if what.startswith("several") else 1)


def test_the_nearest_name_is_offered(call) -> None:
    assert "did you mean retro-volume?" in call(*BAD["an unknown programme"])[2]


def test_an_out_folder_that_cannot_be_is_refused_before_anything_runs(call, tmp_path: Path, toy: Toy) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    code, _, err = call("compare", "flat-margin", "retro-volume", "--out", str(blocked), *SMALL)
    assert code == 2
    assert str(blocked) in err
    assert toy.runs == 0


def test_a_fault_of_ours_is_one_line_and_code_1(call, monkeypatch: pytest.MonkeyPatch, toy: Toy) -> None:
    monkeypatch.setattr(Toy, "week0", lambda *_a: (_ for _ in ()).throw(ZeroDivisionError("no\nlines")))
    code, _, err = call("compare", "flat-margin", "retro-volume", *SMALL)
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    monkeypatch.setenv("PARTNERLAB_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["compare", "flat-margin", "retro-volume", *SMALL])


@pytest.mark.parametrize("wish", [KeyboardInterrupt, Cancelled])
def test_a_stopped_command_says_so(wish: type[BaseException], call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Toy, "week0", lambda *_a: (_ for _ in ()).throw(wish()))
    code, _, err = call("compare", "flat-margin", "retro-volume", *SMALL)
    assert (code, err.strip()) == (130, "Stopped.")


def test_help_waits_for_nothing_that_only_an_answer_needs() -> None:
    heavy = {"numpy", "numba", "scipy", "polars", "pydantic", "sqlalchemy", "streamlit"}
    script = f"import sys, sim.cli; print(sorted({heavy} & set(sys.modules)))"
    command = [sys.executable, "-c", script]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("words", [("scenarios",), ("check", "scenarios/markets/baseline.yaml")])
def test_a_reader_that_leaves_early_gets_no_traceback(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "sim.cli", *words]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=buffered, **pipes) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
