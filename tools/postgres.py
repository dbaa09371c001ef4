"""The PostgreSQL server of the library's tests: the programs of the system's package."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools import debian

HOW_TO_GET_IT = (
    "install PostgreSQL (Debian, Ubuntu: apt-get install postgresql) or put the folder of its programs into "
    "the variable POSTGRES_BIN, then run make test again"
)


def find() -> str | None:
    """Folder of the server's programs: the variable POSTGRES_BIN, PATH, else where Debian puts them."""
    on_path = shutil.which("initdb")
    debians = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    candidates = [os.environ.get("POSTGRES_BIN", ""), str(Path(on_path).parent) if on_path else "", *debians]
    return next((str(folder) for folder in candidates if folder and Path(folder, "initdb").is_file()), None)


def find_or_install() -> str | None:
    """The same, installed from the system's packages where that is possible."""
    return find() or (find() if debian.install("postgresql") else None)
