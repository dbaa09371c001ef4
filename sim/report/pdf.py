"""The board paper as PDF: two pages, real text, embedded fonts, drawings instead of pixels."""

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any, Final

import typst

from sim.charts.theme import PAPER_COLOURS, PAPER_INK, ROLES
from sim.report.drawing import svg
from sim.report.fonts import FAMILY, font_folder
from sim.report.paper import Paper
from sim.text.catalogue import language, say

HERO_WIDTH: Final = 690
GROUPS_WIDTH: Final = 330
"""px of the drawings; text in them is as large as that around them on the page."""

_HEADINGS: Final = ("why", "changes", "effects", "who", "when", "unsure", "assumed", "recipe")
_TONES: Final = {"better": "good", "worse": "bad"}


def pdf(paper: Paper) -> bytes:
    """The paper on two A4 pages; the same paper always gives the same bytes.

    Parameters
    ----------
    paper : what stands on it
    """
    return _compiled(paper, "pdf")


def images(paper: Paper, dots_per_inch: float = 110.0) -> list[bytes]:
    """The pages as PNG, for a preview.

    Parameters
    ----------
    paper : what stands on them
    dots_per_inch : of the images
    """
    pages = _compiled(paper, "png", ppi=dots_per_inch)
    return pages if isinstance(pages, list) else [pages]


def _compiled(paper: Paper, form: str, **options: Any) -> Any:
    template = (files("sim.report") / "paper.typ").read_bytes()
    return typst.compile(
        template,
        format=form,
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_contents(paper))},
        **options,
    )


def _contents(paper: Paper) -> dict[str, Any]:
    """Everything the template sets, as plain values; it takes texts as they are and runs nothing in them."""
    tables = ("accounts", "changes", "effects", "timing")
    told = {name: value for name, value in vars(paper).items() if isinstance(value, str | tuple)}
    colours = dict(zip(ROLES, PAPER_COLOURS, strict=True))
    return {
        **told,
        **{name: asdict(getattr(paper, name)) for name in tables},
        "hero": _figure(paper.hero, HERO_WIDTH),
        "groups": _figure(paper.groups, GROUPS_WIDTH),
        "effort": _figure(paper.effort, GROUPS_WIDTH) if paper.effort else None,
        "headings": {name: say(f"report.heading.{name}") for name in _HEADINGS},
        "digest_says": say("report.digest", digest=paper.digest[:16]),
        "footer": say("report.footer"),
        "language": language(),
        "font": FAMILY,
        "ink": PAPER_INK,
        "role_colour": colours[paper.role],
        "tone": colours.get(_TONES.get(paper.verdict_key, ""), colours["today"]),
    }


def _figure(picture: Any, width: int) -> dict[str, str]:
    return {"svg": svg(picture, width), "title": picture.title, "alt": picture.alt}
