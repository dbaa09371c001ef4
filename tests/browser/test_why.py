"""The page that explains a design, in a real browser."""

from __future__ import annotations

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser

DESIGN = {"rewards.solution_share": 0.02, "direct.rule": "named-accounts"}
SUM = "Net contribution"
PARTS = {
    "layers": {"Mechanics", "Reaction", "Second round"},
    "credit": {"Solution reward", "Rule for direct sales"},
}


def figures(view, card: str) -> dict[str, str]:
    """The figures behind a card: part → mean difference."""
    view.page.locator(f".st-key-card-{card}").get_by_role("button", name="Figures").click()
    table = view.page.get_by_role("table").filter(has_text="Mean difference").last
    expect(table).to_be_visible(timeout=PATIENCE_MS)
    rows = table.locator("tbody tr").all()
    found = {
        row.locator("th, td").nth(0).inner_text(): row.locator("th, td").nth(1).inner_text() for row in rows
    }
    view.page.keyboard.press("Escape")
    return found


def test_an_empty_page_teaches_and_offers_an_example(visit) -> None:
    view = visit("why")
    expect(view.answer).to_have_text("Here a design is explained.")
    view.page.get_by_role("button", name="Try one", exact=False).click()
    expect(view.answer).to_contain_text("Design B", timeout=PATIENCE_MS)


def test_both_waterfalls_end_in_the_answer(visit) -> None:
    view = visit("why", design=DESIGN).all_futures()
    expect(view.page.get_by_text("Largest share", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    said = re.search(r"¤[\d.]+[km]", view.answer.inner_text())
    assert said
    for card, parts in PARTS.items():
        found = figures(view, card)
        assert set(found) == parts | {SUM}
        assert found[SUM].strip("+−") == said.group()


def test_the_part_and_the_design_are_in_the_link(visit) -> None:
    view = visit("why", b={"name": "larger", "rebate.size": 1.5}, c={"name": "named", **DESIGN}, letter="C")
    expect(view.answer).to_contain_text("named (C)", timeout=PATIENCE_MS)
    view.page.get_by_role("radio", name="Assumptions").click()
    expect(view.page.get_by_text("Policy against assumption", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    assert "part=assumptions" in view.page.url
    assert "letter=C" in view.page.url


def test_an_assumption_is_told_apart_from_the_design(visit) -> None:
    view = visit("why", design=DESIGN, part="assumptions")
    title = view.page.get_by_text("the assumption by", exact=False)
    expect(title).to_be_visible(timeout=PATIENCE_MS)
    before = title.inner_text()
    view.page.get_by_role("slider").first.press("ArrowLeft")
    expect(title).not_to_have_text(before, timeout=PATIENCE_MS)


def test_every_assumption_is_moved_when_asked_can_be_stopped_and_is_kept(visit) -> None:
    view = visit("why", design=DESIGN, part="assumptions", weeks="13")
    card, button = view.page.locator(".st-key-card-sensitivity"), partial(view.page.get_by_role, "button")
    start = button(name="Move every assumption")
    start.click(timeout=PATIENCE_MS)
    expect(card.get_by_text(re.compile(r"^Future \d+ of [\d,]+"))).to_be_visible(timeout=PATIENCE_MS)
    button(name="Stop").click()
    expect(start).to_be_visible(timeout=PATIENCE_MS)
    start.click()
    told = card.get_by_text("Mean change of the difference", exact=False)
    expect(told).to_be_visible(timeout=PATIENCE_MS)
    for name in ("Stop", "Move every assumption"):
        expect(button(name=name)).to_have_count(0)
    finding = card.get_by_role("paragraph").first.inner_text()
    for part in ("Why", "Assumptions"):
        view.page.get_by_role("radio", name=part, exact=True).click()
    expect(told).to_be_visible(timeout=PATIENCE_MS)
    expect(card.get_by_role("paragraph").first).to_have_text(finding)


def test_who_and_when_are_answered(visit) -> None:
    """A discount cut without notice: somebody complains, and the change itself disturbs."""
    view = visit("why", design={"front.discount_share": [0.15, 0.17, 0.19, 0.21]}, part="who")
    expect(view.page.get_by_text("Who will complain")).to_be_visible(timeout=PATIENCE_MS)
    expect(view.page.get_by_text("lose more than 10 %", exact=False).first).to_be_visible(timeout=PATIENCE_MS)
    expect(view.page.get_by_text("The largest fifth of partners make")).to_be_visible(timeout=PATIENCE_MS)
    listed = view.page.get_by_role("table", name="Partners that lose most", exact=False)
    expect(listed.get_by_text("Front discount", exact=False).first).to_be_visible(timeout=PATIENCE_MS)
    expect(view.page.get_by_text("of it by the lever", exact=False).first).to_be_visible()
    expect(view.page.get_by_text("For every ¤ that partners' selling time", exact=False)).to_be_visible()
    view.page.get_by_role("radio", name="When").click()
    expect(view.page.get_by_text("of partners sell more than under Today", exact=False)).to_be_visible(
        timeout=PATIENCE_MS
    )
    shock = view.page.get_by_text("The change itself disturbs trust or effort for", exact=False)
    expect(shock).to_be_visible(timeout=PATIENCE_MS)
    expect(view.page.get_by_text("When bookings alone would tell")).to_be_visible()
    expect(
        view.page.get_by_text("A partner that stops selling is noticed after", exact=False)
    ).to_be_visible()


def test_side_effects_name_the_rule_that_invites_gaming(visit) -> None:
    view = visit("why", design={"rewards.solution_share": 0.02}, part="side", weeks="52")
    expect(view.page.get_by_text("minutes to explain", exact=False)).to_be_visible(timeout=PATIENCE_MS)
    table = view.page.get_by_role("table", name="Gaming", exact=False)
    ahead = table.get_by_role("row").filter(has_text="Ordering ahead")
    expect(ahead).to_contain_text("pays for all sales once it is reached", timeout=PATIENCE_MS)
