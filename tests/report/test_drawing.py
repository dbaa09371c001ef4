"""Pictures without a page look like those on it."""

import tomllib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from sim.charts.theme import PAPER_COLOURS, PAPER_INK, ROLES
from sim.report.drawing import png, svg
from sim.report.fonts import FAMILY, font_folder
from tests.charts.toys import PICTURES, compared, picture

ROOT = Path(__file__).resolve().parents[2]


def test_paper_has_the_colours_of_the_page() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]["light"]
    assert list(PAPER_COLOURS) == theme["chartCategoricalColors"]
    assert theme["textColor"] == PAPER_INK
    assert len(PAPER_COLOURS) == len(ROLES)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_drawing_is_whole_and_needs_nothing_from_elsewhere(kind: str) -> None:
    made = picture(kind, compared(1.0, 2.0))
    drawn = svg(made)
    assert "currentColor" not in drawn
    assert "undefined" not in drawn
    assert "NaN" not in drawn
    root = ET.fromstring(drawn)
    assert float(root.get("height")) >= made.height
    texts = [node for node in root.iter() if node.tag.endswith("text")]
    assert texts
    assert {node.get("font-family") for node in texts} == {FAMILY}
    assert not [node for node in root.iter() if node.tag.endswith("image")]


def test_a_picture_in_pixels_is_as_sharp_as_asked_and_on_white() -> None:
    image = Image.open(BytesIO(png(picture("hero", compared(1.0, 2.0)), 400, 2.0)))
    assert image.width >= 800
    assert image.convert("RGBA").getpixel((1, 1)) == (255, 255, 255, 255)


def test_the_typeface_is_there_with_its_licence() -> None:
    names = {path.name for path in font_folder().iterdir()}
    assert {"SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "LICENSE.txt"} <= names
    assert "SIL OPEN FONT LICENSE" in (font_folder() / "LICENSE.txt").read_text("utf-8").upper()
