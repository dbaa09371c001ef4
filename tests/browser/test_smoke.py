"""The page opens, in light and in dark, without an error and without asking anything of the outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

# The first visit may compile the engine.
PATIENCE_MS = 180_000
# Of .streamlit/config.toml.
PAGE_COLOUR = {"light": "rgb(246, 247, 249)", "dark": "rgb(15, 23, 32)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_opens(
    scheme: str, chromium: Browser, address: str, guard, escapes: list[str], root: Path
) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 1000})
    context.route("**/*", guard)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE_MS)
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(timeout=PATIENCE_MS)
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"first-{scheme}.png", full_page=True)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", PAGE_COLOUR[scheme])
    assert errors == []
    assert escapes == [], "the page asked for something on another machine"
    context.close()
