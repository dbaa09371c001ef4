"""The page that says why to believe the numbers, and what fails."""

import pytest
from playwright.sync_api import expect

from sim.evidence.table import committed_rows, panel_rows, variant_rows
from sim.evidence.world import VARIANTS
from tests.browser.pages import PATIENCE_MS

pytestmark = pytest.mark.browser


def test_every_fact_that_was_measured_stands_with_its_verdict_failures_too(visit) -> None:
    view = visit("model")
    expect(view.answer).to_have_text("Why believe the numbers, and where not.")
    verdicts = [row.verdict for row in committed_rows()]
    table = view.page.get_by_role("table", name="Published facts beside the model", exact=False)
    expect(table.get_by_text("fail", exact=True)).to_have_count(verdicts.count("fail"), timeout=PATIENCE_MS)
    expect(table.get_by_text("pass", exact=True)).to_have_count(verdicts.count("pass"))
    table = view.page.get_by_role("table", name="The same facts with partners", exact=False)
    every = [row[variant] for row in variant_rows() for variant in VARIANTS]
    expect(table.get_by_text("fail", exact=True)).to_have_count(every.count("fail"))
    shapes = view.page.get_by_role("table", name="Shapes of a real panel", exact=False)
    broken = [row for row in panel_rows() if row.verdict == "fail"]
    expect(shapes.get_by_role("row")).to_have_count(len(broken) + 2)
    for row in broken:
        expect(shapes.get_by_text(row.statement, exact=True)).to_be_visible()
    shapes.get_by_role("button", name="shapes that come out", exact=False).click()
    expect(shapes.get_by_role("row")).to_have_count(len(panel_rows()) + 2)
    expect(view.page.get_by_text("What these numbers cannot say")).to_be_visible()
    expect(view.page.get_by_text("The three weakest results")).to_be_visible()
