"""Both pages, light and dark, at two sizes and on a projector: kept as pictures, and free of barriers."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_compare import THREE

pytestmark = pytest.mark.browser

VIEWS = {
    "studio": {"design": {"rebate.size": 1.5, "direct.rule": "named-accounts"}},
    "compare": THREE,
    "empty": {},
}
SIZES = {"1280": (1280, 1700), "1920": (1920, 1700)}
# Of .streamlit/config.toml.
PAGE_COLOUR = {"light": "rgb(246, 247, 249)", "dark": "rgb(15, 23, 32)"}
NOT_OURS = {
    ("presentation-role-conflict", "stFileUploader"),
    ("target-size", "stFileUploader"),
    ("svg-img-alt", "stVegaLiteChart"),
}
"""Rule and part of Streamlit whose own markup breaks it."""


def opened(visit, view: str, scheme: str, size: tuple[int, int] = (1440, 1700)):
    path = "" if view == "studio" else "compare"
    return visit(path, scheme, size, **VIEWS[view])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", PAGE_COLOUR)
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_stands_in_its_colours_and_is_kept_as_a_picture(
    view: str, scheme: str, size: str, visit, root: Path
) -> None:
    one = opened(visit, view, scheme, SIZES[size])
    if view != "empty":
        one.all_futures()
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    one.page.screenshot(path=folder / f"{view}-{scheme}-{size}.png")
    expect(one.page.get_by_test_id("stApp")).to_have_css("background-color", PAGE_COLOUR[scheme])
    width = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0, "nothing hangs over the edge"


@pytest.mark.parametrize("scheme", PAGE_COLOUR)
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_has_no_serious_barrier_of_ours(view: str, scheme: str, visit) -> None:
    one = opened(visit, view, scheme)
    found = Axe().run(one.page).response["violations"]
    ours = [
        (rule["id"], node["html"][:200])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not any(rule["id"] == known and part in str(node) for known, part in NOT_OURS)
    ]
    assert ours == []


def test_a_projector_makes_everything_larger(visit, root: Path) -> None:
    one = opened(visit, "studio", "light", (1920, 1080))
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
