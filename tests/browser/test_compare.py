"""The strategist's path through Compare, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser

THREE = {
    "b": {"name": "larger-bonus", "rebate.size": 1.5},
    "c": {"name": "named", "direct.rule": "named-accounts"},
    "d": {"name": "more-calls", "contact.calls_per_quarter": 9.0},
}


def test_an_empty_page_teaches_and_opens_a_question(visit) -> None:
    view = visit("compare")
    expect(view.answer).to_have_text("Put designs side by side.")
    view.page.get_by_role("button", name="Do partners sell more for a larger bonus", exact=False).click()
    table = view.page.get_by_role("table", name="Designs with mean difference", exact=False)
    expect(table.get_by_role("row")).to_have_count(4, timeout=PATIENCE_MS)
    expect(view.answer).to_contain_text("than Today over 3 years")


def test_every_design_keeps_its_letter_in_every_table(visit) -> None:
    view = visit("compare", **THREE).all_futures()
    verdicts = view.page.get_by_role("table", name="Designs with mean difference", exact=False)
    levers = view.page.get_by_role("table", name="Levers in which a design differs", exact=False)
    for letter, design in zip("BCD", THREE.values(), strict=True):
        name = f"{design['name']} ({letter})"
        expect(verdicts.get_by_text(name)).to_be_visible()
        expect(levers.get_by_text(name)).to_be_visible()
    expect(levers.get_by_role("row").filter(has_text="identical")).to_have_count(1)
    expect(levers.get_by_role("row")).to_have_count(1 + len(THREE) + 1)


def test_a_design_is_taken_away(visit) -> None:
    view = visit("compare", **THREE)
    view.page.get_by_role("button", name="Remove").click()
    view.page.get_by_role("button", name="named (C)").click()
    table = view.page.get_by_role("table", name="Designs with mean difference", exact=False)
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table.get_by_text("more-calls (C)")).to_be_visible()


def test_a_name_from_a_file_is_shown_as_it_stands(visit, tmp_path: Path) -> None:
    name = '**b** <img src="http://elsewhere.invalid/x.png">'
    file = tmp_path / "own.yaml"
    file.write_text(
        f"schema: 1\nextends: retro-volume\nname: '{name}'\n".replace("extends: retro-volume\n", ""), "utf-8"
    )
    view = visit("compare", b=THREE["b"])
    view.page.get_by_role("button", name="Add a design").click()
    view.page.locator('input[type="file"]').last.set_input_files(file)
    expect(view.page.get_by_text(f"{name} (C)").first).to_be_visible()


def test_a_file_that_is_no_programme_is_refused_and_the_designs_stay(visit, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("schema: 1\nname: x\nrebate: {siez: 2}\n", "utf-8")
    view = visit("compare", b=THREE["b"])
    view.page.get_by_role("button", name="Add a design").click()
    view.page.locator('input[type="file"]').last.set_input_files(file)
    expect(view.page.get_by_text("The file was not taken", exact=False)).to_be_visible()
    expect(view.page.get_by_text("siez", exact=False).first).to_be_visible()
    expect(view.page.get_by_text("larger-bonus (B)").first).to_be_visible()
