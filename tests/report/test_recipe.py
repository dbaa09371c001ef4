"""A recipe gives the very same figures again, in a shell and in Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sim
from sim.report import recipe

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"weeks": 30, "futures": 12, "seed": 3, "cache": False}


def environment(folder: Path) -> dict[str, str]:
    """A shell in which ``partnerlab`` is the command line of this checkout."""
    stub = folder / "bin" / "partnerlab"
    stub.parent.mkdir()
    stub.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sim.cli "$@"\n')
    stub.chmod(0o755)
    path = f"{stub.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def printed(command: list[str], folder: Path, variables: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def own_designs() -> list[sim.Design]:
    """A design with words that a shell would carry out, and one that starts later with notice."""
    today = sim.load_programme("weak-rules")
    evil = sim.changed(
        today, {"name": "$(touch evil) 'x'", "intent": "a\nEND\ntouch evil\n", "rebate.size": 1.5}
    )
    late = sim.changed(today, {"name": "late", "transition.notice_weeks": 4, "rebate.size": 2.0})
    return [sim.Design(evil), sim.Design(late, start_week=5)]


CASES = {
    "shipped": ("weak-rules", ["clear-rules"], {}),
    "own": ("weak-rules", own_designs(), {"doubt_only": True}),
    "luck": ("retro-volume", ["weak-rules"], {"luck_only": True}),
}


@pytest.mark.parametrize("case", CASES)
def test_a_recipe_gives_the_same_sentence_and_digest(case: str, tmp_path: Path) -> None:
    today, designs, kind = CASES[case]
    result = sim.compare(today, designs, **SIZES, **kind)
    variables = environment(tmp_path)

    (tmp_path / "again.py").write_text(recipe.python(result), encoding="utf-8")
    sentence, same = printed([sys.executable, "again.py"], tmp_path, variables).splitlines()
    assert (sentence, same) == (result.sentence, "True")

    script = recipe.shell(result)
    assert script.endswith(recipe.shell_line(result) + "\n")
    (tmp_path / "again.sh").write_text(f"{script.rstrip()} --json\n", encoding="utf-8")
    answer = json.loads(printed(["sh", "again.sh"], tmp_path, variables))
    assert (answer["sentence"], answer["digest"]) == (result.sentence, result.digest)
    assert not (tmp_path / "evil").exists()


def test_shipped_programmes_need_no_files_and_others_bring_them() -> None:
    shipped = sim.compare("weak-rules", ["clear-rules"], **SIZES)
    assert recipe.files(shipped) == {}
    own = sim.compare("weak-rules", own_designs(), **SIZES)
    assert set(recipe.files(own)) == {
        recipe.QUESTION,
        "programmes/today.yaml",
        "programmes/design-b.yaml",
        "programmes/design-c.yaml",
    }


def test_a_market_of_one_s_own_is_asked_for(comparison) -> None:
    for text in (recipe.python(comparison), recipe.shell(comparison)):
        assert "toy" in text.splitlines()[0]
        assert "your-market" in text
