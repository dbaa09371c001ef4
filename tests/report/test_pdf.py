"""The PDF: two pages of text that can be read back, with its fonts inside."""

import pypdfium2
import pytest
from pypdfium2 import raw

from sim.report.paper import paper
from sim.report.pdf import images, pdf
from tests.charts.toys import compared
from tests.report.conftest import pages, renamed

EVIL = '#import "x" $ * _ <a> \\ "'


@pytest.fixture(scope="module")
def content(comparison) -> bytes:
    return pdf(paper(comparison))


def test_the_paper_says_what_was_found_on_two_pages(comparison, content: bytes) -> None:
    contents, found = paper(comparison), pages(content)
    assert len(found) == 2
    for sentence in (contents.question, contents.answer, contents.doubt, contents.verdict):
        assert sentence in found[0]
    for cell in (*contents.accounts.total, *contents.effects.rows[0]):
        assert cell in found[0]
    for sentence in (*contents.complaints, contents.timing_says, *contents.unsure, *contents.assumed):
        assert sentence in found[1]
    for word in (*contents.recipe.split(), contents.digest[:16]):
        assert word in found[1]


def test_every_font_is_embedded_and_pictures_are_drawn_not_painted(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    kinds = set()
    for page in document:
        for part in page.get_objects():
            kinds.add(part.type)
            if part.type == raw.FPDF_PAGEOBJ_TEXT:
                font = raw.FPDFTextObj_GetFont(part.raw)
                assert raw.FPDFFont_GetIsEmbedded(font) == 1
    document.close()
    assert {raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH} <= kinds
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_the_same_paper_is_the_same_file(comparison, content: bytes) -> None:
    assert pdf(paper(comparison)) == content


def test_names_are_words_whatever_they_hold(comparison) -> None:
    found = pages(pdf(paper(renamed(comparison, one=EVIL, two="fine"), EVIL)))
    assert len(found) == 2
    assert EVIL in found[0]


@pytest.mark.parametrize("name", ["计划", "🚀", "*\ufe0e", "خطة", "Żółw", "a\u200bb", "a\x07b", "a\ue000b"])
def test_letters_of_any_script_make_a_paper(comparison, name: str) -> None:
    found = pages(pdf(paper(renamed(comparison, one=name, two="fine"), name)))
    assert len(found) == 2
    assert paper(comparison, "one").unsure[0] in found[1]


def test_the_paper_is_tagged_for_screen_readers(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    assert raw.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_value("Title").startswith("What does")
    document.close()
    assert b"pdfuaid:part>1<" in content


@pytest.mark.parametrize("designs", [1, 7])
def test_long_words_and_many_designs_still_make_two_pages(designs: int) -> None:
    long = "x" * 78
    comparison = renamed(
        compared(*[1.0 + place / 10 for place in range(designs)]), before=long, one=long + "y"
    )
    contents = paper(comparison, long + "y", question="What would it be like to ask this? " * 8)
    found = pages(pdf(contents))
    assert len(found) == 2
    assert contents.effects.rows[-1][0] in found[0]
    assert contents.unsure[0] in found[1]
    assert contents.recipe_note in found[1]


def test_a_preview_is_the_same_two_pages(comparison) -> None:
    found = images(paper(comparison), 50.0)
    assert len(found) == 2
    assert all(image.startswith(b"\x89PNG") for image in found)
