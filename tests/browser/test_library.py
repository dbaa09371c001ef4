"""What is kept comes back, in this browser and in a fresh one; what is taken away holds the answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zipfile import ZipFile

import pypdfium2
import pytest
from playwright.sync_api import expect

from sim.text.catalogue import say
from tests.browser.pages import PATIENCE_MS, View

pytestmark = pytest.mark.browser

DESIGN = {"rewards.solution_share": 0.06, "direct.rule": "hard-deck"}
SCENE = {
    "design": DESIGN,
    "b": {"name": "larger", "rebate.size": 1.5},
    "c": {"name": "named", "direct.rule": "named-accounts"},
    "weeks": "104",
    "seed": "7",
    "chosen": "trust",
    "letter": "C",
    "part": "assumptions",
}

FILES = {"paper.pdf", "paper.pptx", "data.xlsx", "letter.md", "again/again.sh", "again/again.py"}


MOST_STEPS = 12
"""Clicks and fields that a chief may need from opening the app to the paper."""


class Steps:
    """Counts what a visitor does."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self, act: Callable[..., object], *how: str) -> None:
        act(*how)
        self.taken += 1


def keep(view: View, name: str, kind: str) -> None:
    """Keep what is at hand under a name."""
    view.page.get_by_role("link", name="Library").click()
    expect(view.answer).to_have_text("What is worth keeping.", timeout=PATIENCE_MS)
    view.page.get_by_label("Name").fill(name)
    view.page.get_by_text(kind, exact=True).first.click()
    view.page.get_by_role("button", name="Keep", exact=True).click()
    expect(view.page.get_by_text(f"{name} is kept as version", exact=False)).to_be_visible(
        timeout=PATIENCE_MS
    )


def entry(view: View, name: str, button: str) -> None:
    """Press a button of an entry."""
    view.page.locator(f".st-key-{button}-{name}").get_by_role("button").click()


def test_a_whole_page_comes_back_from_the_library_and_from_its_link_in_a_fresh_browser(visit) -> None:
    view = visit(**SCENE)
    sentence, address = view.all_futures().answer.inner_text(), view.page.url
    keep(view, "everything", "whole page")
    other = visit("library")
    entry(other, "everything", "open")
    expect(other.answer).to_have_text(sentence, timeout=PATIENCE_MS)
    other.all_futures()
    wanted, found = (sorted(one.partition("?")[2].split("&")) for one in (address, other.page.url))
    assert [part.partition("=")[0] for part in found] == [part.partition("=")[0] for part in wanted]
    third = visit(fresh=True)
    third.page.goto(other.page.url)
    expect(third.answer).to_have_text(sentence, timeout=PATIENCE_MS)


def test_a_design_has_versions_goes_away_and_comes_back(visit) -> None:
    view = visit(design=DESIGN)
    keep(view, "draft", "programme")
    view = visit(design={"rebate.size": 1.5})
    keep(view, "draft", "programme")
    expect(view.page.get_by_text("version 2 of 2", exact=False)).to_be_visible()
    entry(view, "draft", "delete")
    expect(view.page.get_by_text("draft is deleted", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    entry(view, "draft", "restore")
    expect(view.page.get_by_text("draft is back", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    entry(view, "draft", "open")
    expect(view.page.get_by_text("1 change to Today")).to_be_visible(timeout=PATIENCE_MS)


def test_a_bad_name_and_a_bad_file_are_refused_in_one_sentence(visit, tmp_path) -> None:
    view = visit("library")
    view.page.get_by_role("button", name="Keep", exact=True).click()
    expect(view.page.get_by_text("A name in the library has 1 to 80 characters", exact=False)).to_be_visible()
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\nname: x\nrebate: {siez: 2}\n", "utf-8")
    view.page.locator('input[type="file"]').set_input_files(bad)
    view.page.get_by_role("button", name="Take in").click()
    expect(view.page.get_by_text("siez", exact=False).first).to_be_visible(timeout=PATIENCE_MS)


def test_a_chief_has_a_two_page_paper_in_at_most_twelve_steps(visit) -> None:
    """Raise the solution reward, keep direct sales away; read why, who and when; take the paper."""
    view = visit(weeks="52")
    button, radio = (partial(view.page.get_by_role, role) for role in ("button", "radio"))
    steps = Steps()
    for _ in range(3):
        steps.take(view.slider("Solution reward").press, "PageUp")
    steps.take(radio(name="hard deck").check)
    sentence = view.all_futures().answer.inner_text()
    steps.take(view.page.get_by_role("link", name="Why", exact=True).click)
    expect(view.page.get_by_text("Largest share", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    steps.take(radio(name="Who").click)
    expect(view.page.get_by_text("Who will complain")).to_be_visible(timeout=PATIENCE_MS)
    steps.take(radio(name="When").click)
    expect(view.page.get_by_text("When bookings alone would tell")).to_be_visible(timeout=PATIENCE_MS)
    steps.take(radio(name="Assumptions").click)
    expect(view.page.get_by_text("What the model assumes")).to_be_visible(timeout=PATIENCE_MS)
    assert view.answer.inner_text() == sentence
    steps.take(button(name="Report").click)
    with view.page.expect_download(timeout=PATIENCE_MS) as arriving:
        steps.take(button(name="Board paper", exact=False).click)
    assert steps.taken <= MOST_STEPS
    paper = pypdfium2.PdfDocument(arriving.value.path())
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in paper]
    assert len(pages) == 2
    for told in (sentence, say("report.heading.why")):
        assert told in pages[0]
    for heading in ("who", "when", "unsure"):
        assert say(f"report.heading.{heading}") in pages[1]


def test_everything_comes_in_one_archive(visit) -> None:
    view = visit("compare", b=SCENE["b"], c=SCENE["c"])
    view.all_futures()
    view.page.get_by_role("button", name="Report").click()
    with view.page.expect_download(timeout=PATIENCE_MS) as arriving:
        view.page.get_by_role("button", name="Everything", exact=False).click()
    names = ZipFile(arriving.value.path()).namelist()
    assert set(names) >= FILES
    assert any(name.endswith(".svg") for name in names)
