"""The page is served to this machine only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest

import sim
from sim.cli import page
from sim.cli.failing import CommandError


def test_the_page_of_a_wheel_comes_before_that_of_a_checkout(tmp_path: Path, monkeypatch) -> None:
    package = tmp_path / "sim"
    package.mkdir()
    monkeypatch.setattr(sim, "__file__", str(package / "__init__.py"))
    with pytest.raises(CommandError):
        page.page_file()
    (tmp_path / "app.py").touch()
    assert page.page_file() == tmp_path / "app.py"
    (package / "_app.py").touch()
    assert page.page_file() == package / "_app.py"


def test_the_server_listens_on_this_machine_only_and_tells_nobody(tmp_path: Path, monkeypatch) -> None:
    called: list[list[str]] = []

    class Server:
        def __init__(self, command: list[str], **_: object) -> None:
            called.append(command)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

        def wait(self) -> int:
            return 3

    monkeypatch.setattr(page, "page_file", lambda: tmp_path / "app.py")
    monkeypatch.setattr(subprocess, "Popen", Server)
    assert page.open_page(8600, opens_browser=False) == 3
    command = called[0]
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    flags = dict(zip(command[5::2], command[6::2], strict=True))
    assert flags == {
        "--server.address": "127.0.0.1",
        "--server.port": "8600",
        "--server.headless": "true",
        "--browser.gatherUsageStats": "false",
    }
