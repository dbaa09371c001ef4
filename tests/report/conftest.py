"""Comparisons to write papers on, and what can be read back from a file."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from sim.experiment.comparison import Comparison
from tests.charts.toys import compared


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Two designs in the toy market; the headline speaks of one of them."""
    return compared(1.0, 2.0)


def renamed(comparison: Comparison, **names: str) -> Comparison:
    """The same comparison with other names of programmes, today's among them."""

    def of(name: str) -> str:
        return names.get(name, name)

    def keyed(found: dict) -> dict:
        return {of(name): value for name, value in found.items()}

    programmes = {
        of(name): one.model_copy(update={"name": of(name)}) for name, one in comparison.programmes.items()
    }
    mappings = ("measured", "findings", "headlines", "reasons", "starts")
    return replace(
        comparison,
        today=of(comparison.today),
        designs=tuple(map(of, comparison.designs)),
        programmes=programmes,
        **{name: keyed(getattr(comparison, name)) for name in mappings},
    )


def pages(content: bytes) -> list[str]:
    """Text of each page of a PDF, in the order in which it is read."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
