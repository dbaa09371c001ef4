"""Write the lock files: one for each Python, all hashes, no addresses.

Run by ``make lock``. Needs uv, a development tool that the project itself does not depend on;
it is installed into build/lock when it is not on PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from tools.bootstrap import LOCKS, ROOT, make_venv, venv_python

OPTIONS = (
    "--extra=dev",
    "--universal",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--only-binary=:all:",
    "--custom-compile-command=make lock",
    "--quiet",
)


def find_uv() -> str:
    """The uv on PATH, or one installed into build/lock."""
    found = shutil.which("uv")
    if found:
        return found
    folder = ROOT / "build" / "lock"
    python = venv_python(folder)
    if not python.exists():
        make_venv(folder)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(python.with_name("uv" + python.suffix))


def main(arguments: list[str]) -> int:
    """Renew the locks; ``--upgrade`` takes the newest releases."""
    uv = find_uv()
    for (major, minor), lock in LOCKS.items():
        version = f"--python-version={major}.{minor}"
        command = [uv, "pip", "compile", "pyproject.toml", f"--output-file={lock}", version]
        subprocess.run([*command, *OPTIONS, *arguments], cwd=ROOT, check=True)
        print(f"wrote {lock}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
