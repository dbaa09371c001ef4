"""From a lever let go to a new picture: milliseconds in a real browser, preview and all futures.

    python -m benchmarks.page [moves]

Needs Chromium. Browser, server and this script share the processors, so figures are on the high side.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import QUIET, served
from tests.browser.pages import PATIENCE_MS, View, link
from tools import browser as system_browser

ROOT = Path(__file__).resolve().parent.parent
GOALS_MS = {"preview, median": 150.0, "preview, 95 %": 300.0, "all 200 futures, median": 2000.0}
WATCH = """() => {
  const lines = '.stVegaLiteChart .mark-line path'
  const read = () => [...document.querySelectorAll(lines)].map(p => p.getAttribute('d')).join()
  const before = read(), start = performance.now()
  window.changed = null
  const look = () => { if (read() !== before) window.changed = performance.now() - start
                       else requestAnimationFrame(look) }
  requestAnimationFrame(look)
}"""


def main(moves: int = 30) -> None:
    """Print medians and 95th percentiles against the goals."""
    path = os.environ.get("CHROMIUM") or system_browser.find()
    with TemporaryDirectory() as folder, served("app.py", ROOT, Path(folder) / "log.txt") as address:
        times = measured(address, path, moves)
    report(times)


def measured(address: str, path: str | None, moves: int) -> list[tuple[float, float]]:
    """Times of so many moves of one lever."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        page = chromium.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(link(address, design={"rebate.size": 1.25}))
        View(page).all_futures()
        times = [move(page, place) for place in range(moves)]
        chromium.close()
    return times


def move(page: Page, place: int) -> tuple[float, float]:
    """One press of an arrow key: ms to the first new picture, ms to all futures."""
    slider = View(page).slider("Rebate size")
    slider.focus()
    page.evaluate(WATCH)
    started = page.evaluate("performance.now()")
    slider.press("ArrowRight" if place % 20 < 10 else "ArrowLeft")
    page.wait_for_function("window.changed !== null", timeout=PATIENCE_MS)
    preview = page.evaluate("window.changed")
    View(page).all_futures()
    return preview, page.evaluate("performance.now()") - started


def report(times: list[tuple[float, float]]) -> None:
    """Print what was found beside what is wanted."""
    preview, whole = (list(column) for column in zip(*times, strict=True))
    found = {
        "preview, median": median(preview),
        "preview, 95 %": quantiles(preview, n=20)[-1],
        "all 200 futures, median": median(whole),
    }
    print(f"{len(times)} moves of a lever, 502 partners, 156 weeks")
    for name, ms in found.items():
        print(f"{name:26s} {ms:7.0f} ms (goal {GOALS_MS[name]:.0f}){' over' if ms > GOALS_MS[name] else ''}")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
