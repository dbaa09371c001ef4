"""The lock files install the same bytes everywhere and name no place to get them from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools.bootstrap import LOCKS

LOCK_NAMES = sorted(LOCKS.values())


def entries(text: str) -> list[str]:
    """Requirements with their hashes, one string each."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return [entry for entry in "\n".join(lines).replace("\\\n", " ").splitlines() if entry.strip()]


def pinned(text: str) -> dict[str, str]:
    """Normalised name → version."""
    found = (re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry) for entry in entries(text))
    return {normal(match.group(1)): match.group(2) for match in found if match}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCK_NAMES)
def test_every_line_pins_a_version_with_hashes(root: Path, lock: str) -> None:
    found = entries((root / lock).read_text("utf-8"))
    assert len(found) > 50
    loose = [entry for entry in found if not re.match(r"\s*[\w.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", entry)]
    assert not loose


@pytest.mark.parametrize("lock", LOCK_NAMES)
def test_a_lock_names_no_address(root: Path, lock: str) -> None:
    text = (root / lock).read_text("utf-8")
    assert not re.findall(r"\w+://\S+|--(?:extra-)?index-url.*|--find-links.*|--trusted-host.*", text)


@pytest.mark.parametrize("lock", LOCK_NAMES)
def test_a_lock_satisfies_what_the_project_declares(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    versions = pinned((root / lock).read_text("utf-8"))
    for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        wanted = Requirement(line)
        version = versions.get(normal(wanted.name))
        assert version, f"{lock} lacks {wanted.name}: run make lock"
        assert wanted.specifier.contains(version), f"{lock} has {wanted.name} {version}, wanted {line}"


def test_there_is_one_lock_for_each_python_the_project_names(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    named = {line.rsplit(" ", 1)[1] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)}
    assert named == {f"{major}.{minor}" for major, minor in LOCKS}
    assert all((root / lock).is_file() for lock in LOCK_NAMES)
