"""The page: found beside the code and served to this machine only."""

import subprocess
import sys
from pathlib import Path

import sim
from sim.cli.failing import CommandError
from sim.text.catalogue import say


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
        "server.headless": str(not opens_browser).lower(),
        "browser.gatherUsageStats": "false",
    }
    flags = [part for name, value in settings.items() for part in (f"--{name}", value)]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags]
    return subprocess.run(command, cwd=script.parent, check=False).returncode  # noqa: S603  (no foreign words)
