"""The chief's path through the Studio, in a real browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sim.schema.editing import changed
from sim.schema.loading import load_programme, to_yaml
from tests.browser.pages import FUTURES, PATIENCE_MS

pytestmark = pytest.mark.browser

CHANGES = {"rebate.size": 1.5, "direct.rule": "named-accounts"}


def test_a_first_visitor_reads_what_to_do_and_after_one_click_a_first_sentence(visit) -> None:
    view = visit()
    expect(view.answer).to_have_text("Nothing differs from Today yet: move a lever.")
    view.page.get_by_role("button", name="Try one: named accounts for direct sales").click()
    expect(view.answer).to_contain_text("Design B", timeout=PATIENCE_MS)
    expect(view.answer).to_contain_text("net contribution", timeout=PATIENCE_MS)
    expect(view.page.get_by_text("1 change to Today")).to_be_visible()


def test_a_lever_moves_the_picture_and_back_at_its_place_nothing_differs(visit) -> None:
    view = visit(design={"rebate.size": 1.05})
    before = view.answer.inner_text()
    view.slider("Rebate size").press("ArrowRight")
    expect(view.answer).not_to_have_text(before)
    expect(view.answer).to_contain_text("Design B")
    view.page.get_by_role("button", name="Reset").click()
    expect(view.answer).to_contain_text("Nothing differs")


def test_undo_and_redo_step_through_the_changes(visit) -> None:
    view = visit(design={"rebate.size": 1.5})
    first = view.all_futures().answer.inner_text()
    view.slider("Rebate size").press("PageUp")
    expect(view.answer).not_to_have_text(first)
    second = view.all_futures().answer.inner_text()
    view.page.get_by_role("button", name="Undo").click()
    expect(view.answer).to_have_text(first)
    view.page.get_by_role("button", name="Redo").click()
    expect(view.answer).to_have_text(second)


def test_the_page_says_what_the_command_line_says(visit, tmp_path: Path) -> None:
    today = load_programme("retro-volume")
    files = [tmp_path / "today.yaml", tmp_path / "design.yaml"]
    for file, name, changes in zip(files, ("Today", "Design B"), ({}, CHANGES), strict=True):
        file.write_text(to_yaml(changed(today, {**changes, "name": name})), "utf-8")
    command = [str(Path(sys.executable).with_name("partnerlab")), "compare", *map(str, files)]
    command += ["--futures", str(FUTURES), "--json"]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)

    view = visit(today={"from": "retro-volume"}, design=CHANGES).all_futures()
    assert said["sentence"].startswith(view.answer.inner_text().removesuffix("."))
    doubt = view.page.get_by_text("80 % range").first.inner_text()
    evidence = said["sentence"].partition("(")[2].partition(")")[0]
    assert evidence in doubt, "range and share of futures are the same"


def test_a_click_on_what_moved_opens_its_picture_and_the_link_remembers_it(visit) -> None:
    view = visit(design={"rebate.size": 2.0}).all_futures()
    view.page.get_by_role("button", name="Partner profit").click()
    expect(view.page.get_by_text("Partner profit is").first).to_be_visible()
    assert "chosen=partner_profit" in view.page.url


def test_a_lever_that_can_do_nothing_says_why(visit) -> None:
    view = visit(design={"rebate.shape": "none", "rebate.steps": []})
    expect(view.page.get_by_text("No rebate is paid", exact=False).first).to_be_visible()


def test_a_table_that_cannot_be_used_changes_nothing_and_says_why(visit, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("colour,shape\nred,round\n", "utf-8")
    view = visit(design={"rebate.size": 1.5}).all_futures()
    before = view.answer.inner_text()
    view.page.get_by_role("button", name="Market and horizon").click()
    view.page.locator('input[type="file"]').first.set_input_files(bad)
    expect(view.page.get_by_text("The table was not taken", exact=False)).to_be_visible()
    assert view.answer.inner_text() == before


def test_a_link_with_a_part_that_cannot_be_used_says_so_and_opens(visit) -> None:
    view = visit(design="{broken", weeks="52")
    expect(view.page.get_by_text("could not be used", exact=False)).to_be_visible()
    expect(view.page.get_by_text("1 year").first).to_be_visible()
