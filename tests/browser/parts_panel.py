"""What the tests of the panel share."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]
"""Opens the demo page: query, colour scheme, width of the window, zoom."""


def slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name)


def row(page: Page, name: str) -> Locator:
    return page.locator(".lever").filter(has=page.locator(".name", has_text=name))


def edits(page: Page, count: int) -> None:
    expect(page.get_by_text(f"count {count}", exact=True)).to_be_visible()
