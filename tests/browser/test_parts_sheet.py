"""The sheet: a table to every reader, whose rows may be buttons."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.parts_panel import Opener

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened: Opener, request: pytest.FixtureRequest) -> Page:
    page = opened(getattr(request, "param", ""))
    page.locator(".sheet table").wait_for()
    return page


def test_it_is_a_table_with_headings(page) -> None:
    table = page.get_by_role("table", name="Verdicts")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Design", "mean", "verdict", "moved", "mainly because"]
    )
    row = table.get_by_role("row", name="C More bonus")
    expect(row.get_by_role("rowheader")).to_have_text("C More bonus")
    expect(row.get_by_role("cell").first).to_have_text("−0.4m")


def test_a_row_is_a_button_with_mouse_and_keyboard(page) -> None:
    better = page.get_by_role("button", name="B Clear rules + solutions")
    expect(better).to_have_attribute("aria-pressed", "false")
    better.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("row b", exact=True)).to_be_visible()
    expect(better).to_have_attribute("aria-pressed", "true")
    expect(better).to_be_focused()
    page.get_by_text("overpays the top tier").click()
    expect(page.get_by_text("row c", exact=True)).to_be_visible()
    expect(better).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("button", name="Today")).to_have_count(0)


def test_identical_rows_are_folded(page) -> None:
    line = page.get_by_role("button", name="3 identical")
    expect(line).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_text("Approved at once").last).to_be_hidden()
    line.click()
    expect(line).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".sheet").get_by_text("Approved at once")).to_have_count(3)
    expect(page.locator(".sheet").get_by_text("Approved at once").first).to_be_visible()


@pytest.mark.parametrize("page", ["sheet=320"], indirect=True)
def test_a_narrow_table_scrolls_inside_its_card(page) -> None:
    page.locator(".sheet").evaluate("(root) => root.scrollBy(1000, 0)")
    assert page.locator(".sheet").evaluate("(root) => root.scrollLeft") > 0
    expect(page.locator(".sheet")).to_have_attribute("tabindex", "0")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_loss_points_to_the_left_of_the_zero_line(page) -> None:
    places = page.locator(".sheet .bar svg").evaluate_all(
        """(bars) => bars.slice(0, 2).map((bar) => [bar.querySelector("line"), bar.querySelector("rect")]
            .map((node) => node.getBoundingClientRect()).map(({ left, right }) => (left + right) / 2))"""
    )
    (zero, gain), (same_zero, loss) = places
    assert zero == pytest.approx(same_zero)
    assert gain > zero
    assert loss < zero
