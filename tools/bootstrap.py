"""Set up .venv from the lock file of this Python, then run something in it.

    python -m tools.bootstrap                    set up (or find it up to date)
    python -m tools.bootstrap -m tools.check     set up, then run .venv's python with these arguments

Plain standard library: this file runs before anything is installed. It also runs on Pythons too
old for the project, to say so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools import debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    (3, 11): "requirements.lock",
    (3, 12): "requirements-3.12.lock",
    (3, 13): "requirements-3.13.lock",
}
COMPILED = ("kernel", "rules", "engine")
"""Rooms of sim/ whose change compiles the engine again."""
SUPPORTED = "Partner Lab needs Python 3.11, 3.12 or 3.13"


class SetupError(Exception):
    """Setting up failed; the message says what to do."""


def venv_python(folder: Path = VENV) -> Path:
    """The interpreter inside a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv(folder: Path) -> None:
    """Make an empty virtual environment with pip in it."""
    if importlib.util.find_spec("ensurepip") is None:
        _install_ensurepip()
    outcome = _run([sys.executable, "-m", "venv", "--clear", folder])
    if outcome != 0:
        raise SetupError(f"{sys.executable} could not make a virtual environment in {folder.name}.")


def _install_ensurepip() -> None:
    """Debian keeps what `python -m venv` needs in a package of its own."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not debian.install(package):
        raise SetupError(f"This Python cannot make virtual environments. Install {package} and try again.")


def set_up() -> None:
    """Bring .venv in line with the lock file and pyproject.toml, doing nothing when it is."""
    lock = ROOT / LOCKS[sys.version_info[0], sys.version_info[1]]
    _once("packages", [lock], lambda: _install_packages(lock))
    _once("project", [lock, ROOT / "pyproject.toml"], _install_project)
    _once(
        "engine",
        [lock, *(file for room in COMPILED for file in sorted(ROOT.glob(f"sim/{room}/**/*.py")))],
        _compile,
    )


def _install_packages(lock: Path) -> None:
    print(f"Setting up .venv from {lock.name} (once; some minutes on a slow line) ...", flush=True)
    make_venv(VENV)
    _pip("--require-hashes", "--only-binary=:all:", "--requirement", lock)
    # What pip would do on one core; a file that is not for this Python is none of ours.
    _run([venv_python(), "-m", "compileall", "-qq", "-j", "0", VENV])


def _install_project() -> None:
    _pip("--no-deps", "--no-build-isolation", "--editable", ROOT)


def _compile() -> None:
    print("Compiling the engine (once; one or two minutes) ...", flush=True)
    if _run([venv_python(), "-m", "sim.engine"]) != 0:
        raise SetupError("The engine did not compile; the lines above say why.")


def _pip(*arguments: str | Path) -> None:
    common = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input", "--no-compile"]
    if _run([venv_python(), *common, *arguments]) != 0:
        raise SetupError("pip could not install what Partner Lab needs; its lines above say why.")


def _once(name: str, inputs: list[Path], install: Callable[[], None]) -> None:
    """Run `install` unless the stamp of the last success names the same Python, folder and inputs."""
    stamp = VENV / f"{name}.stamp"
    wanted = _digest(inputs)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and venv_python().exists():
        return
    started = time.monotonic()
    stamp.unlink(missing_ok=True)
    install()
    stamp.write_text(wanted, encoding="utf-8")
    print(f"{name} installed in {time.monotonic() - started:.0f} s", flush=True)


def _digest(inputs: list[Path]) -> str:
    digest = hashlib.sha256(f"{sys.version}\n{sys.base_prefix}\n{ROOT}\n".encode())
    for path in inputs:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _other_python() -> str | None:
    """A Python on PATH that the project supports; a shim that does not start is passed over."""
    for major, minor in LOCKS:
        found = shutil.which(f"python{major}.{minor}")
        if found and _run([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def _run(command: list[Any], **options: Any) -> int:
    return subprocess.run(
        [str(part) for part in command], cwd=str(ROOT), stdin=subprocess.DEVNULL, check=False, **options
    ).returncode


def _go_on_with(python: str | Path, arguments: list[str]) -> int:
    try:
        return subprocess.run([str(python), *arguments], cwd=str(ROOT), check=False).returncode
    except KeyboardInterrupt:
        return 130


def main(arguments: list[str]) -> int:
    """Set up, then hand over to .venv's python."""
    if sys.version_info[:2] not in LOCKS:
        other = _other_python()
        if other:
            return _go_on_with(other, ["-m", "tools.bootstrap", *arguments])
        print(f"{SUPPORTED}; this is {sys.version.split()[0]} and none of them is on PATH.", file=sys.stderr)
        return 2
    try:
        set_up()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return _go_on_with(venv_python(), arguments) if arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
