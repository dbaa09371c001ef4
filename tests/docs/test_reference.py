"""The generated pages of docs/ say what schema, rules and engine say, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.engine import run, settling
from sim.engine.groups import NAMES
from sim.experiment.outcomes import OUTCOMES
from tools.make_reference import COMMAND, pages
from tools.reference import code
from tools.reference.words import TEXTS

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
MADE = pages()
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)")
RULES = sorted((ROOT / "sim" / "rules").glob("[a-z]*.py"))


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_a_generated_page_is_up_to_date(path: Path) -> None:
    assert path.is_file(), f"run {COMMAND}"
    assert path.read_text("utf-8") == MADE[path], f"run {COMMAND}"


def test_every_rule_is_described() -> None:
    marked = [re.findall(r"^@rule\ndef (\w+)", path.read_text("utf-8"), re.MULTILINE) for path in RULES]
    assert re.findall(r"^### (\w+)$", code.rules(), re.MULTILINE) == [
        name for names in marked for name in names
    ]


def test_every_outcome_is_defined_once() -> None:
    assert list(TEXTS["definitions"]) == [outcome.name for outcome in OUTCOMES]


def test_the_week_calls_its_loops_in_the_order_of_the_engine() -> None:
    shown = re.findall(r"^\| \d+ \| `\w+\.(\w+)`", code.week(), re.MULTILINE)
    texts = [(ROOT / "sim" / "engine" / "groups" / f"{name}.py").read_text("utf-8") for name in NAMES]
    called = [set(re.findall(r"\b\w+\.(\w+)\(", text)) for text in texts]
    assert len(shown) > 40
    assert set(shown) <= set.union(*called)
    places = [next(i for i, names in enumerate(called) if name in names) for name in shown]
    assert len(places) == len(shown)
    weeks = (ROOT / "sim" / "engine" / "groups" / "weeks.py").read_text("utf-8")
    order = [weeks.index(f" {name}(", weeks.index("for b in")) for name in NAMES]
    assert order == sorted(order)


def test_figures_of_week_0_are_those_of_the_engine() -> None:
    text = " ".join((ROOT / "docs" / "model.md").read_text("utf-8").split())
    weight = f"{settling.SEARCH_WEIGHT:g}".removeprefix("0")
    speed = f"{settling.SEARCH_SPEED:g} times"
    figures = (run.BURN_IN_WEEKS, f"{run.SEARCH_WEEKS} of", speed, f"by {weight} of")
    assert re.search(".*?".join(map(str, figures)), text)


def anchors(page: Path) -> set[str]:
    """Anchors of the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text("utf-8")):
        file = page if not target else page.parent / target
        assert file.exists(), f"{page.name} links to {target}"
        if anchor:
            assert anchor in anchors(file), f"{page.name} links to {target}#{anchor}"
