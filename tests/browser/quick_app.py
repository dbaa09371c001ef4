"""The app with fewer futures: here the page is tested, not the engine."""

from __future__ import annotations

from sim.experiment.sensitivity import Effort
from sim.ui import explaining, runs
from sim.ui.shell import show
from tests.browser.pages import FUTURES

if __name__ == "__main__":
    runs.FUTURES = FUTURES
    explaining.MOVED = Effort(screening=2, kept=6, walks=3)
    show()
