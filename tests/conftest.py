"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every run; no deadline, because the first call of a compiled function compiles it.
settings.register_profile("partnerlab", deadline=None, derandomize=True)
settings.load_profile("partnerlab")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--data", metavar="FOLDER", help="folder of real partner tables, for tests marked data")


@pytest.fixture(scope="session")
def root() -> Path:
    """Top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def data_folder(request: pytest.FixtureRequest) -> Path:
    """Folder of real partner tables (make check-data DIR=...)."""
    folder = request.config.getoption("--data")
    if not folder or not Path(folder).is_dir():
        raise pytest.UsageError(f"--data needs a folder of partner tables, found: {folder}")
    return Path(folder)
