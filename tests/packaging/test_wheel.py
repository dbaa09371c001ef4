"""The wheel carries all it needs: installed alone, it works from an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.packaging.test_locks import pinned
from tools.bootstrap import LOCKS, venv_python

pytestmark = pytest.mark.wheel

COMPARE = ["compare", "flat-margin", "retro-volume", "--json"]
ANSWER = {
    "sentence", "verdict", "market", "weeks", "futures", "seed", "schema", "engine", "digest", "warnings",
    "outcomes",
}  # fmt: skip


def run(*command: str | Path, cwd: Path) -> str:
    """Output of a command that must succeed, without variables that could lead it back to the project."""
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    outcome = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert outcome.returncode == 0, f"{command}\n{outcome.stdout}\n{outcome.stderr}"
    return outcome.stdout


def install(python: Path, *arguments: str | Path, cwd: Path) -> None:
    """Install into the environment of `python` with the pip that runs this test."""
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "--python", python, "install"]
    run(*pip, *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python of a new environment that holds the wheel and nothing else.

    Its dependencies are read from the environment that runs the tests, through a .pth line: they are locked
    and were installed a minute ago, and a second copy of some 400 MB would show nothing new. A .pth line does
    not follow the .pth lines of the folder it names, so the editable project cannot be seen from there.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    python = venv_python(folder)
    install(python, "--no-deps", "--no-index", wheel, cwd=folder)
    own = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def test_the_wheel_holds_code_scenarios_page_and_theme(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    scenarios = {path.relative_to(root / "scenarios").as_posix() for path in root.glob("scenarios/**/*.yaml")}
    assert scenarios
    assert {f"sim/_scenarios/{name}" for name in scenarios} <= names
    assert {"sim/_app.py", "sim/.streamlit/config.toml", "sim/py.typed"} <= names
    rooms = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert rooms == {"sim"}


def test_the_installed_wheel_compares_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = run(installed, "-c", "import sim; print(sim.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent.parent)
    check_answer(run(command(installed), *COMPARE, cwd=tmp_path))
    assert not list(tmp_path.iterdir()), "a comparison without --out leaves nothing behind"


def test_the_installed_wheel_writes_papers_and_keeps_designs(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PARTNERLAB_DATA", str(tmp_path / "data"))
    run(
        command(installed), "report", *COMPARE[1:3], "--futures", "12", "--weeks", "30", "--pdf", cwd=tmp_path
    )
    assert (tmp_path / "report" / "paper.pdf").read_bytes().startswith(b"%PDF")
    run(command(installed), "library", "save", "flat-margin", cwd=tmp_path)
    assert "name: flat-margin" in run(command(installed), "library", "export", "flat-margin", cwd=tmp_path)


def command(python: Path) -> Path:
    return python.with_name("partnerlab" + python.suffix)


def check_answer(output: str) -> None:
    answer = json.loads(output)
    assert set(answer) >= ANSWER
    assert answer["sentence"]
    assert {outcome["name"] for outcome in answer["outcomes"]}


@pytest.mark.slow
def test_the_wheel_names_all_its_dependencies(wheel: Path, root: Path, tmp_path: Path) -> None:
    """With only what the wheel itself asks for, in the locked versions."""
    lock = root / LOCKS[sys.version_info[:2]]
    limits = tmp_path / "limits.txt"
    limits.write_text("\n".join(f"{name}=={version}" for name, version in pinned(lock.read_text()).items()))
    venv.create(tmp_path / "alone", with_pip=False)
    python = venv_python(tmp_path / "alone")
    install(python, "--constraint", limits, wheel, cwd=tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    check_answer(run(command(python), *COMPARE, cwd=empty))
