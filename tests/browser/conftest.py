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
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.browser.pages import View, link
from tools import browser as system_browser

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic",
         "--disable-sync", "--no-first-run")  # fmt: skip
HERE = ("127.0.0.1", "localhost")
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(f"EXCLUDE {name}" for name in HERE)
START_SECONDS = 60
PATIENCE_MS = 60_000
expect.set_options(timeout=20_000)
"""Beside other work everything is slow; what has to be quick is timed alone."""


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page with few futures, served for this session on a free port."""
    with served(
        "tests/browser/quick_app.py", root, tmp_path_factory.mktemp("streamlit") / "log.txt"
    ) as address:
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
    """The system's Chromium, to which no other machine has a name or an address."""
    path = os.environ.get("CHROMIUM") or system_browser.find()
    assert path, f"No Chromium here. To get it: {system_browser.HOW_TO_GET_IT}."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, NOWHERE_ELSE])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """A profile that has the scripts of the page at hand, as everybody's has from the second visit on."""
    context = chromium.new_context()
    yield context
    context.close()


@pytest.fixture
def new_page(chromium: Browser, profile: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Opens empty pages; afterwards none may have met an error or asked for anything elsewhere."""
    pages: list[Page] = []
    errors: list[str] = []
    escapes: list[str] = []

    def ask(request: Request) -> None:
        if urlsplit(request.url).hostname not in (*HERE, None):
            escapes.append(request.url)

    def empty(scheme: str, width: int, height: int, zoom: float = 1.0, *, fresh: bool = False) -> Page:
        own = fresh or zoom != 1.0
        page = (chromium.new_context(device_scale_factor=zoom) if own else profile).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", ask)
        return page

    yield empty
    for page in pages:
        page.close() if page.context == profile else page.context.close()
    assert errors == []
    assert escapes == [], "the page asked for something on another machine"


@pytest.fixture
def visit(new_page: Callable[..., Page], address: str) -> Callable[..., View]:
    """Opens views of the app: view, colour scheme, size, a profile that was never here, parts of a scene."""

    def opened(
        view: str = "",
        scheme: str = "light",
        size: tuple[int, int] = (1440, 1000),
        *,
        fresh: bool = False,
        **parts: object,
    ) -> View:
        page = new_page(scheme, *size, fresh=fresh)
        page.goto(link(address, view, **parts))
        return View(page).settle()

    return opened


@pytest.fixture
def opened(new_page: Callable[..., Page], parts_address: str) -> Callable[..., Page]:
    """Opens the demo page: query, colour scheme, width and zoom of the window, a profile of its own."""

    def open_page(
        query: str = "", scheme: str = "light", width: int = 900, zoom: float = 1.0, *, fresh: bool = False
    ) -> Page:
        page = new_page(scheme, int(width / zoom), int(1200 / zoom), zoom, fresh=fresh)
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{parts_address}/?{query}")
        page.locator(".lever").first.wait_for()
        page.locator('[data-test-script-state="notRunning"]').first.wait_for()
        return page

    return open_page
