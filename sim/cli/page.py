"""The page: found beside the code and served to this machine only."""

import subprocess
import sys
import time
import urllib.request
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Final

import sim
from sim.cli.failing import CommandError
from sim.text.catalogue import say

START_SECONDS: Final = 120


def page_file() -> Path:
    """The page's script: inside an installed package, or at the top of the checkout.

    Raises
    ------
    CommandError : neither is there
    """
    package = Path(str(sim.__file__)).parent
    for script in (package / "_app.py", package.parent / "app.py"):
        if script.is_file():
            return script
    raise CommandError(say("cli.no_page"))


def open_page(port: int, *, opens_browser: bool) -> int:
    """Serve the page on 127.0.0.1 until it is stopped.

    The server is told that nobody watches it: else it lays an advertisement for developers over the page.

    Parameters
    ----------
    port : to listen on
    opens_browser : whether a browser window opens

    Returns
    -------
    exit code of the server
    """
    script = page_file()
    settings = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    flags = [part for name, value in settings.items() for part in (f"--{name}", value)]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags]
    with subprocess.Popen(command, cwd=script.parent) as server:  # noqa: S603  (no foreign words)
        address = f"http://127.0.0.1:{port}"
        if opens_browser and _answers(server, address):
            webbrowser.open(address)
        return server.wait()


def _answers(server: "subprocess.Popen[bytes]", address: str) -> bool:
    """Wait until the server answers; false where it ends before."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health"):  # noqa: S310  (this machine)
            return True
        time.sleep(0.1)
    return False
