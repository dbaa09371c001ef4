"""A link that was kept brings everything back, in a browser that has never seen the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from sim.store.library import Library
from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser


def test_a_kept_link_restores_the_page_in_a_fresh_browser(visit, tmp_path: Path) -> None:
    first = visit(today={"from": "retro-volume"}, design={"rebate.size": 1.5}, weeks="104", seed="7")
    before = first.all_futures().answer.inner_text()
    first.page.get_by_role("button", name="Put into Compare").click()
    first.slider("Rebate size").press("PageUp")
    expect(first.answer).not_to_have_text(before, timeout=PATIENCE_MS)
    first.all_futures()
    expect(first.page.get_by_role("button", name="Put into Compare")).to_be_enabled(timeout=PATIENCE_MS)
    first.page.get_by_role("button", name="Partner profit").click()
    first.all_futures()
    said = first.answer.inner_text()
    parts = dict(parse_qsl(urlsplit(first.page.url).query))
    assert {"today", "design", "b", "weeks", "seed", "chosen"} <= set(parts)

    library = Library(f"sqlite:///{tmp_path / 'kept.sqlite'}")
    library.save("Monday", parts)
    second = visit(fresh=True, **library.get("Monday").item).all_futures()
    expect(second.answer).to_have_text(said)
    expect(second.page.get_by_text("Partner profit is").first).to_be_visible(timeout=PATIENCE_MS)
    assert dict(parse_qsl(urlsplit(second.page.url).query)) == parts
