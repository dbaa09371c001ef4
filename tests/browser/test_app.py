"""The page as `partnerlab app` serves it to somebody who has never seen it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import free_port, wait_until_healthy
from tests.browser.pages import View

pytestmark = pytest.mark.browser

LATE_MS = 1500
"""Notices that Streamlit lays over a page have come by then."""
TOPMOST = """heading => {
  const {left, right, top, bottom} = heading.getBoundingClientRect()
  const inside = [left + 2, (left + right) / 2, right - 2].map(x => [x, (top + bottom) / 2])
  return inside.every(([x, y]) => heading.contains(document.elementFromPoint(x, y)))
}"""


@pytest.fixture
def started(root: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a page that the command started, and the file where the visitor's browser notes its way."""
    port, log, noted = free_port(), tmp_path / "log.txt", tmp_path / "noted.txt"
    note = tmp_path / "browser.py"
    note.write_text(f"import sys; open({str(noted)!r}, 'w').write(sys.argv[1])")
    own = {
        "BROWSER": f"{sys.executable} {note} %s",
        "PARTNERLAB_DATA": str(tmp_path),
        "PYTHONPATH": str(root),
    }
    command = [sys.executable, "-m", "sim.cli", "app", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=root, env=os.environ | own, stdout=output, stderr=output, start_new_session=True
        )
        try:
            wait_until_healthy(server, port, log)
            yield f"http://127.0.0.1:{port}", noted
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=20)


def test_the_command_leads_the_browser_there_and_nothing_lies_over_the_first_sentence(
    chromium: Browser, started: tuple[str, Path]
) -> None:
    address, noted = started
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    view = View(page).settle()
    page.wait_for_timeout(LATE_MS)
    expect(page.get_by_test_id("stSkillsNudge")).to_have_count(0)
    assert view.answer.evaluate(TOPMOST)
    assert noted.read_text() == address
    page.close()
