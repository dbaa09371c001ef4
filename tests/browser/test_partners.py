"""The crowd and one partner, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser


def test_the_crowd_is_listed_and_a_box_marks_a_part_of_it(visit) -> None:
    view = visit("partners")
    everybody = view.page.get_by_text(re.compile(r"^All \d+ partners$"))
    expect(everybody).to_be_visible(timeout=PATIENCE_MS)
    expect(view.page.get_by_text("So far there is only today's programme", exact=False)).to_be_visible()
    chart = view.page.locator(".st-key-card-crowd").get_by_test_id("stVegaLiteChart").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    view.page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 0.2 * box["height"])
    view.page.mouse.down()
    view.page.mouse.move(box["x"] + 0.9 * box["width"], box["y"] + 0.6 * box["height"], steps=8)
    view.page.mouse.up()
    expect(view.page.get_by_text(re.compile(r"^\d+ partners? marked$"))).to_be_visible(timeout=PATIENCE_MS)
    expect(everybody).to_have_count(0)


def test_a_partner_in_the_link_is_followed_under_every_design(visit) -> None:
    view = visit("partners", design={"rebate.size": 2.0}, partner="P-0007")
    expect(view.page.get_by_text("P-0007 under each programme")).to_be_visible(timeout=PATIENCE_MS)
    rows = view.page.get_by_role("table").filter(has_text="One more order adds").locator("tbody tr")
    expect(rows).to_have_count(2, timeout=PATIENCE_MS)


def test_a_story_is_told_in_dated_sentences(visit) -> None:
    view = visit("partners", partner="P-0007")
    view.page.get_by_role("button", name="Tell its story").click()
    expect(view.page.get_by_text("The story of P-0007", exact=False)).to_be_visible(timeout=PATIENCE_MS)
