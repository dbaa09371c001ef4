"""A page that is really served, and a real browser that cannot leave this machine."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.pages import View, link
from tools import browser as system_browser

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic",
         "--disable-sync", "--no-first-run")  # fmt: skip
START_SECONDS = 60
PATIENCE_MS = 60_000


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page, served for this session on a free port."""
    with served("app.py", root, tmp_path_factory.mktemp("streamlit") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def parts_address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page that shows the parts and nothing else."""
    with served("tests/browser/parts_demo.py", root, tmp_path_factory.mktemp("parts") / "log.txt") as address:
        yield address


@contextlib.contextmanager
def served(script: str, root: Path, log: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(root), "PARTNERLAB_DATA": str(log.parent)}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=root, env=environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL
        )
        try:
            wait_until_healthy(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health"):
            return
        time.sleep(0.2)
    pytest.fail(f"the page did not start:\n{log.read_text('utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = os.environ.get("CHROMIUM") or system_browser.find()
    assert path, f"No Chromium here. To get it: {system_browser.HOW_TO_GET_IT}."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def escapes() -> list[str]:
    """Addresses elsewhere that the page asked for; each request was aborted."""
    return []


@pytest.fixture
def guard(escapes: list[str]):
    """Handler of requests: on to this machine, or stopped and noted."""

    def handle(route: Route) -> None:
        if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
            route.continue_()
            return
        escapes.append(route.request.url)
        route.abort()

    return handle


@pytest.fixture
def visit(
    chromium: Browser, address: str, guard: Callable[[Route], None], escapes: list[str]
) -> Iterator[Callable[..., View]]:
    """Opens views of the app; afterwards none may have met an error or asked for anything elsewhere."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(
        view: str = "", scheme: str = "light", size: tuple[int, int] = (1440, 1000), **parts: object
    ) -> View:
        width, height = size
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
        context.route("**/*", guard)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(link(address, view, **parts))
        return View(page).settle()

    yield opened
    for context in contexts:
        context.close()
    assert errors == []
    assert escapes == [], "the page asked for something on another machine"


@pytest.fixture
def opened(chromium: Browser, parts_address: str, guard) -> Iterator[Callable[..., Page]]:
    """Opens the demo page: query, colour scheme, width and zoom of the window."""
    contexts = []
    errors: list[str] = []

    def open_page(query: str = "", scheme: str = "light", width: int = 900, zoom: float = 1.0) -> Page:
        size = {"width": int(width / zoom), "height": int(1200 / zoom)}
        context = chromium.new_context(color_scheme=scheme, viewport=size, device_scale_factor=zoom)
        contexts.append(context)
        context.route("**/*", guard)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{parts_address}/?{query}")
        page.locator(".lever").first.wait_for()
        page.locator('[data-test-script-state="notRunning"]').first.wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
