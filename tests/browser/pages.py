"""Opening a page of the app and waiting until it stands still."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

# The first visit may compile the engine.
PATIENCE_MS = 180_000
FUTURES = 80
"""Futures of a page under test, enough for a verdict; visitors get more."""
ALL_FUTURES = re.compile(rf"^{FUTURES} futures")
"""Not what is counted up meanwhile: 20 of 80 futures."""


def link(address: str, view: str = "", **parts: object) -> str:
    """Address of a view; parts of a scene are written as its links write them."""
    written = {key: value if isinstance(value, str) else json.dumps(value) for key, value in parts.items()}
    return f"{address}/{view}?{urlencode(written)}"


@dataclass(frozen=True)
class View:
    """One open page."""

    page: Page

    def settle(self) -> View:
        """Wait until the script has run and nothing is left to do."""
        self.page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE_MS)
        self.page.locator('[data-test-script-state="notRunning"]').first.wait_for(timeout=PATIENCE_MS)
        broken = self.page.get_by_test_id("stException").all_inner_texts()
        assert broken == [], broken
        return self

    @property
    def answer(self) -> Locator:
        """The sentence at the top."""
        return self.page.get_by_role("heading", level=1).first

    def slider(self, name: str) -> Locator:
        """The handle of a lever."""
        return self.page.get_by_role("slider", name=name, exact=True)

    def all_futures(self) -> View:
        """Wait until every future is in the picture."""
        self.page.get_by_text(ALL_FUTURES).first.wait_for(timeout=PATIENCE_MS)
        return self.settle()
