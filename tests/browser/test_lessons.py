"""A class at a lesson, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser


def test_every_lesson_is_offered_and_opens(visit) -> None:
    view = visit("lessons")
    expect(view.answer).to_contain_text("Predict first")
    view.page.get_by_role("button", name="The silent partner").click()
    expect(view.answer).to_have_text("The silent partner")
    assert "lesson=silent-partner" in view.page.url


def test_nothing_is_revealed_before_a_sentence_is_chosen_and_the_choice_is_scored(visit) -> None:
    view = visit("lessons", lesson="moving-car")
    reveal = view.page.get_by_role("button", name="Keep the prediction and reveal")
    expect(reveal).to_be_disabled()
    expect(view.page.get_by_text("What explains it")).to_have_count(0)
    view.page.get_by_text("Less. What is paid at once", exact=False).click()
    reveal.click()
    view.all_futures()
    expect(view.page.get_by_text("of 100 points")).to_be_visible()
    expect(view.page.get_by_text("You said: Less.", exact=False)).to_be_visible()
    expect(view.page.get_by_text("What explains it")).to_be_visible()
    expect(view.page.get_by_role("listitem")).to_have_count(3)


def test_a_line_is_drawn_and_kept_beside_the_range(visit) -> None:
    view = visit("lessons", lesson="promise")
    sliders = view.page.get_by_role("slider")
    expect(sliders).to_have_count(8)
    sliders.nth(1).press("ArrowLeft")
    view.settle()
    view.page.get_by_role("button", name="Keep the prediction and reveal").click()
    expect(view.page.get_by_text("your line lies inside the range in", exact=False)).to_be_visible(
        timeout=PATIENCE_MS
    )
    view.page.get_by_role("button", name="Predict again").click()
    expect(view.page.get_by_role("slider")).to_have_count(8, timeout=PATIENCE_MS)


def test_a_lesson_stands_on_a_projector_and_leads_to_the_studio(visit) -> None:
    view = visit("lessons", lesson="silent-partner")
    view.page.get_by_text("Larger, for a projector").click()
    expect(view.page.locator("html")).to_have_css("font-size", "18.9px")
    view.page.get_by_text("It does not pay.", exact=False).click()
    view.page.get_by_role("button", name="Keep the prediction and reveal").click()
    view.all_futures()
    view.page.get_by_role("button", name="Go on in the Studio").click()
    expect(view.answer).to_contain_text("Design B", timeout=PATIENCE_MS)
    expect(view.answer).to_contain_text("over 2 years")
