"""The slides: two of them, with text and tables that can be edited."""

from io import BytesIO

import pytest
from pptx import Presentation

from sim.report.paper import paper
from sim.report.pptx import pptx


@pytest.fixture(scope="module")
def slides(comparison):
    return list(Presentation(BytesIO(pptx(paper(comparison)))).slides)


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def tables(slide) -> list[list[tuple[str, ...]]]:
    return [
        [tuple(cell.text for cell in row.cells) for row in shape.table.rows]
        for shape in slide.shapes
        if shape.has_table
    ]


def test_two_slides_say_what_the_paper_says(comparison, slides) -> None:
    contents = paper(comparison)
    assert len(slides) == 2
    assert contents.answer in texts(slides[0])
    assert any(contents.doubt in text for text in texts(slides[0]))
    second = "\n".join(texts(slides[1]))
    for sentence in (*contents.complaints, contents.timing_says, *contents.unsure, contents.recipe):
        assert sentence in second


def test_the_accounts_are_a_table_that_ends_with_the_sum(comparison, slides) -> None:
    contents = paper(comparison)
    assert tables(slides[0])[0] == [contents.accounts.heads, *contents.accounts.rows, contents.accounts.total]


def test_every_picture_is_described(slides) -> None:
    pictures = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == 2
    for picture in pictures:
        assert len(picture._element.nvPicPr.cNvPr.get("descr")) > 40


def test_nothing_stands_outside_the_slide(slides) -> None:
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12192000
            assert shape.top + shape.height <= 6858000
