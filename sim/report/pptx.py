"""The board paper as two slides of PowerPoint: text and tables that can be edited, pictures as pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Length, Pt

from sim.charts.picture import Picture
from sim.charts.theme import PAPER_COLOURS, PAPER_INK, ROLES
from sim.report.drawing import png
from sim.report.paper import Paper
from sim.report.signs import printable
from sim.report.tables import Table
from sim.text.catalogue import say

WIDE: Final = (Inches(13.333), Inches(7.5))
MARGIN: Final = Inches(0.55)
BLANK: Final = 6
"""Place of the layout without placeholders in the library's own template."""

PLAIN_TABLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without fills and lines."""

FACE: Final = "Arial"
"""A typeface that every machine has: the library cannot embed one."""

LETTER: Final = 0.47
"""Mean width of a letter, in sizes of its type."""

MUTED: Final = "#5B6673"
HAIR: Final = "#D5DAE0"


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Length, ...]:
        """The same in the unit of the file."""
        return tuple(Inches(side) for side in (self.left, self.top, self.width, self.height))


def pptx(paper: Paper) -> bytes:
    """The paper on two wide slides.

    Parameters
    ----------
    paper : what stands on them
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE
    deck.core_properties.title = paper.question
    deck.core_properties.author = ""
    _first(deck.slides.add_slide(deck.slide_layouts[BLANK]), paper)
    _second(deck.slides.add_slide(deck.slide_layouts[BLANK]), paper)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _first(slide: Any, paper: Paper) -> None:
    _head(slide, paper, paper.answer)
    _text(slide, Box(0.55, 1.16, 12.2, 0.75), [f"{paper.doubt} {paper.watch}".strip()], size=13)
    _heading(slide, Box(0.55, 2.05, 7.3, 0.35), printable(paper.hero.title))
    _picture(slide, Box(0.55, 2.42, 7.3, 4.4), paper.hero, 690)
    _heading(slide, Box(8.15, 2.05, 4.6, 0.35), say("report.heading.why"))
    end = _table(slide, Box(8.15, 2.42, 4.6, 0.25), paper.accounts, (1.75, 0.95, 0.95, 0.95), size=10)
    _heading(slide, Box(8.15, end + 0.12, 4.6, 0.35), say("report.heading.changes"))
    _table(slide, Box(8.15, end + 0.47, 4.6, 0.25), paper.changes, (1.9, 1.35, 1.35), names=3, size=9.5)


def _second(slide: Any, paper: Paper) -> None:
    _head(slide, paper, printable(paper.groups.title))
    _heading(slide, Box(0.55, 1.22, 3.9, 0.35), say("report.heading.who"))
    _picture(slide, Box(0.55, 1.6, 3.9, 2.6), paper.groups, 330)
    _text(slide, Box(0.55, 4.35, 3.9, 1.6), paper.complaints, size=11)
    _heading(slide, Box(4.75, 1.22, 3.6, 0.35), say("report.heading.when"))
    _text(slide, Box(4.75, 1.55, 3.6, 0.6), [paper.timing_says], size=11)
    end = _table(slide, Box(4.75, 2.15, 3.6, 0.25), paper.timing, (0.95, 0.9, 1.75), size=10)
    _heading(slide, Box(4.75, end + 0.15, 3.6, 0.35), say("report.heading.unsure"))
    _text(slide, Box(4.75, end + 0.48, 3.6, 2.2), paper.unsure, size=10)
    _heading(slide, Box(8.65, 1.22, 4.2, 0.35), say("report.heading.effects"))
    narrow = Table(
        paper.effects.heads[:1] + paper.effects.heads[3:], tuple(r[:1] + r[3:] for r in paper.effects.rows)
    )
    end = _table(slide, Box(8.65, 1.6, 4.2, 0.25), narrow, (1.65, 0.72, 1.25, 0.58), size=8)
    _heading(slide, Box(8.65, end + 0.12, 4.2, 0.35), say("report.heading.assumed"))
    _text(slide, Box(8.65, end + 0.45, 4.2, 1.8), paper.assumed, size=9.5)
    recipe = [paper.recipe, paper.recipe_note]
    _text(slide, Box(0.55, 6.5, 12.2, 0.5), recipe, size=9, colour=MUTED)


def _head(slide: Any, paper: Paper, title: str) -> None:
    colours = dict(zip(ROLES, PAPER_COLOURS, strict=True))
    tone = {"better": colours["good"], "worse": colours["bad"]}.get(paper.verdict_key, colours["today"])
    _text(slide, Box(0.55, 0.24, 11.0, 0.3), [paper.question], size=11, colour=MUTED)
    verdict = Box(11.5, 0.24, 1.28, 0.3)
    _text(slide, verdict, [paper.verdict], size=12, colour=tone, bold=True, align=PP_ALIGN.RIGHT)
    _text(slide, Box(0.55, 0.52, 12.23, 0.65), [title], size=20, bold=True)
    _text(slide, Box(0.55, 7.08, 12.2, 0.26), [f"{paper.kicker} · {paper.names}"], size=9, colour=MUTED)


def _heading(slide: Any, box: Box, text: str) -> None:
    _text(slide, box, [text], size=12, bold=True)


def _text(
    slide: Any,
    box: Box,
    lines: Sequence[str],
    *,
    size: float,
    colour: str = PAPER_INK,
    bold: bool = False,
    align: Any = PP_ALIGN.LEFT,
) -> None:
    frame = slide.shapes.add_textbox(*box.emu).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size / 3)
        paragraph.alignment = align
        _write(paragraph, line, size, colour, bold)


def _write(paragraph: Any, text: str, size: float, colour: str, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FACE
    run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))  # type: ignore[no-untyped-call]


def _picture(slide: Any, box: Box, picture: Picture, width: int) -> None:
    """A picture as large as fits into the box, its description for those who cannot see it."""
    drawn = slide.shapes.add_picture(BytesIO(png(picture, width)), Inches(box.left), Inches(box.top))
    factor = min(Inches(box.width) / drawn.width, Inches(box.height) / drawn.height)
    drawn.width, drawn.height = Emu(int(drawn.width * factor)), Emu(int(drawn.height * factor))
    drawn._element.nvPicPr.cNvPr.set("descr", printable(f"{picture.title}. {picture.alt}"))  # noqa: SLF001


def _table(
    slide: Any, box: Box, table: Table, widths: Sequence[float], *, names: int = 1, size: float = 10.5
) -> float:
    """A table; returns where it ends, in inches from the top."""
    lines = [table.heads, *table.rows, *([table.total] if table.total else [])]
    frame = slide.shapes.add_table(len(lines), len(table.heads), *box.emu)
    grid = frame.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_TABLE  # noqa: SLF001
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Inches(width)
    end = box.top
    for place, line in enumerate(lines):
        height = max(_height(text, width, size) for text, width in zip(line, widths, strict=True))
        grid.rows[place].height = Inches(height)
        end += height
        last = place == len(lines) - 1
        for column, text in enumerate(line):
            cell = grid.cell(place, column)
            bold = bool(table.total) and last
            colour = MUTED if place == 0 else PAPER_INK
            _cell(cell, text, size=size, colour=colour, bold=bold, left=column < names)
            _underline(cell, PAPER_INK if last else HAIR)
    return end


def _height(text: str, width: float, size: float) -> float:
    """Height that a cell needs, in inches, from how many lines its text takes."""
    lines = ceil(max(1, len(text)) * size * LETTER / 72.0 / (width - 0.08))
    return (0.5 + 1.2 * lines) * size / 72.0


def _cell(cell: Any, text: str, *, size: float, colour: str, bold: bool, left: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(0.04)
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if left else PP_ALIGN.RIGHT
    _write(paragraph, text, size, colour, bold)


def _underline(cell: Any, colour: str) -> None:
    """A line under a cell; the library has no call for it."""
    line = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:lnB"), w=str(Pt(0.75)))  # noqa: SLF001
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=colour.removeprefix("#"))
