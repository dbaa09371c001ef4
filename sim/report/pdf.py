"""The board paper as PDF: two pages, real text, embedded fonts, drawings instead of pixels."""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any, Final

import typst

from sim.charts.theme import PAPER_COLOURS, PAPER_INK, ROLES
from sim.report.drawing import svg
from sim.report.fonts import FAMILY, font_folder
from sim.report.paper import Paper
from sim.report.signs import printable
from sim.text.catalogue import language, say

HERO_WIDTH: Final = 690
GROUPS_WIDTH: Final = 330
"""px of the drawings; text in them is as large as that around them on the page."""

_HEADINGS: Final = ("why", "changes", "effects", "who", "when", "unsure", "assumed", "recipe")
_TONES: Final = {"better": "good", "worse": "bad"}


def pdf(paper: Paper) -> bytes:
    """The paper on two A4 pages, tagged for screen readers (PDF/UA-1); the same paper gives the same bytes.

    Letters that the typeface of the house lacks are taken from this machine's; the pages are tagged, but
    may then not keep to the standard.

    Parameters
    ----------
    paper : what stands on it
    """
    told = _inputs(paper)
    try:
        return typst.compile(
            _template(), format="pdf", pdf_standards="ua-1", font_paths=_fonts(), sys_inputs=told
        )
    except typst.TypstError:  # a name in letters that the typeface lacks, which the standard forbids
        return typst.compile(_template(), format="pdf", font_paths=_all_fonts(), sys_inputs=told)


def images(paper: Paper, dots_per_inch: float = 110.0) -> list[bytes]:
    """The pages as PNG, for a preview.

    Parameters
    ----------
    paper : what stands on them
    dots_per_inch : of the images
    """
    pages: Any = typst.compile(
        _template(), format="png", ppi=dots_per_inch, font_paths=_fonts(), sys_inputs=_inputs(paper)
    )
    return pages if isinstance(pages, list) else [pages]


def _template() -> bytes:
    return (files("sim.report") / "paper.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])


@cache
def _all_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[str(font_folder())])


def _inputs(paper: Paper) -> dict[str, str]:
    return {"paper": json.dumps(_contents(paper))}


def _contents(paper: Paper) -> dict[str, Any]:
    """Everything the template sets, as plain values; it takes texts as they are and runs nothing in them."""
    tables = ("accounts", "changes", "effects", "timing")
    told = {
        name: value
        for name, value in vars(paper).items()
        if isinstance(value, str | tuple) and name != "more"
    }
    colours = dict(zip(ROLES, PAPER_COLOURS, strict=True))
    return {
        **told,
        **{name: asdict(getattr(paper, name)) for name in tables},
        "hero": _figure(paper.hero, HERO_WIDTH),
        "groups": _figure(paper.groups, GROUPS_WIDTH),
        "effort": _figure(paper.effort, GROUPS_WIDTH) if paper.effort else None,
        "more": [_figure(picture, GROUPS_WIDTH) for picture in paper.more[:2]],
        "headings": {name: say(f"report.heading.{name}") for name in _HEADINGS},
        "footer": say("report.footer"),
        "language": language(),
        "font": FAMILY,
        "ink": PAPER_INK,
        "role_colour": colours[paper.role],
        "tone": colours.get(_TONES.get(paper.verdict_key, ""), colours["today"]),
    }


def _figure(picture: Any, width: int) -> dict[str, str]:
    return {"svg": svg(picture, width), "title": printable(picture.title), "alt": picture.alt}
