"""The browser of the browser tests: the system's Chromium."""

from __future__ import annotations

import os
import shutil

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO_GET_IT = (
    "install Chromium (Debian, Ubuntu: apt-get install chromium) or put its path into the variable CHROMIUM, "
    "then run make test again"
)


def find() -> str | None:
    """Path of a Chromium: the variable CHROMIUM, else the first one on PATH."""
    candidates = (os.environ.get("CHROMIUM", ""), *NAMES)
    return next((path for name in candidates if name and (path := shutil.which(name))), None)


def find_or_install() -> str | None:
    """Path of a Chromium, installed from the system's packages where that is possible."""
    return find() or (find() if debian.install("chromium") else None)
