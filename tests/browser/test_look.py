"""Every page, light and dark, and on a projector: kept as pictures, and free of barriers."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from sim.ui.scene import PARTS
from tests.browser.pages import View
from tests.browser.test_compare import THREE

pytestmark = pytest.mark.browser

DESIGN = {"rewards.solution_share": 0.06, "direct.rule": "hard-deck", "rebate.size": 0.5}
EXPLAINED = {"design": DESIGN, "weeks": "26"}
VIEWS = {
    "studio": ("", {"design": {"rebate.size": 1.5, "direct.rule": "named-accounts"}}),
    "compare": ("compare", THREE),
    "empty": ("compare", {}),
    **{part: ("why", {**EXPLAINED, "part": part}) for part in PARTS},
    "partners": ("partners", {**EXPLAINED, "partner": "P-0007"}),
    "lessons": ("lessons", {}),
    "lesson": ("lessons", {"lesson": "moving-car"}),
    "model": ("model", {}),
    "library": ("library", {}),
}
COUNTED = {"studio", "compare", *PARTS}
"""Views that count their futures up."""
LARGE = {"studio", "compare", "empty"}
SIZES = {"1280": (1280, 1700), "1920": (1920, 1700)}
SHOWN = [(view, size) for view in VIEWS for size in SIZES if size == "1280" or view in LARGE]
# Of .streamlit/config.toml.
PAGE_COLOUR = {"light": "rgb(246, 247, 249)", "dark": "rgb(15, 23, 32)"}
NOT_OURS = {
    ("presentation-role-conflict", "stFileUploader"),
    ("target-size", "stFileUploader"),
    ("svg-img-alt", "stVegaLiteChart"),
    ("svg-img-alt", "brush_brush"),
}
"""Rule and part of Streamlit or Vega whose own markup breaks it."""
ASKED = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast"]},
}
"""What is asked of a page: everything, then only what the colours change."""
FADED_MS = 600
"""Colours have changed by then."""


def barriers(one: View, scheme: str) -> list[tuple[str, str]]:
    found = Axe().run(one.page, options=ASKED[scheme]).response["violations"]
    return [
        (rule["id"], node["html"][:200])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not any(rule["id"] == known and part in str(node) for known, part in NOT_OURS)
    ]


@pytest.mark.parametrize(("view", "size"), SHOWN)
def test_a_page_stands_in_both_colours_without_a_serious_barrier_of_ours(
    view: str, size: str, visit, root: Path
) -> None:
    path, parts = VIEWS[view]
    one = visit(path, "light", SIZES[size], **parts)
    if view in COUNTED:
        one.all_futures()
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, colour in PAGE_COLOUR.items():
        one.page.emulate_media(color_scheme=scheme)
        expect(one.page.get_by_test_id("stApp")).to_have_css("background-color", colour)
        one.page.wait_for_timeout(FADED_MS)
        one.page.screenshot(path=folder / f"{view}-{scheme}-{size}.png")
        assert barriers(one, scheme) == [], scheme
    width = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0, "nothing hangs over the edge"


def test_a_projector_makes_everything_larger(visit, root: Path) -> None:
    one = visit("", "light", (1920, 1080), **VIEWS["studio"][1])
    before = one.answer.bounding_box()
    one.page.get_by_role("button", name="Market and horizon").click()
    one.page.get_by_text("Larger, for a projector").click()
    one.page.keyboard.press("Escape")
    expect(one.page.locator("html")).to_have_css("font-size", "18.9px")
    after = one.settle().answer.bounding_box()
    one.page.screenshot(path=root / "build" / "screenshots" / "projector.png")
    assert before is not None
    assert after is not None
    assert after["height"] > 1.2 * before["height"]
