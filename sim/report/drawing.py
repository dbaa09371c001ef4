"""Pictures of the page drawn without a page: as vector graphics, or as pixels where nothing else is taken."""

from functools import cache
from math import isfinite
from typing import Any, Final

import vl_convert

from sim.charts.picture import Picture
from sim.charts.theme import INK, PAPER_COLOURS, PAPER_INK
from sim.report.fonts import FAMILY, font_folder
from sim.report.signs import printable

VEGA_LITE: Final = "6.4"
"""Version that the specifications of the charts are written in."""

WIDTH: Final = 640
SHARP: Final = 3.0
"""Pixels of an image per px of the drawing: 300 to the inch where a drawing is 100 mm wide per 400 px."""


def svg(picture: Picture, width: int = WIDTH) -> str:
    """A picture as SVG with text that stays text.

    Parameters
    ----------
    picture : of a comparison
    width : px
    """
    _know_fonts()
    config = {"font": FAMILY, "range": {"category": list(PAPER_COLOURS)}, "view": {"stroke": None}}
    rows = [
        {name: _known(value) for name, value in row.items()} for row in picture.data.iter_rows(named=True)
    ]
    spec = _inked(dict(picture.spec)) | {"width": width, "data": {"values": rows}, "config": config}
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return drawn


def png(picture: Picture, width: int = WIDTH, sharp: float = SHARP) -> bytes:
    """A picture as PNG.

    Parameters
    ----------
    picture : of a comparison
    width : px of the drawing
    sharp : pixels of the image per px of the drawing
    """
    pixels: bytes = vl_convert.svg_to_png(_on_white(svg(picture, width)), scale=sharp)
    return pixels


def _on_white(drawn: str) -> str:
    """The drawing with paper below it: bands that let it shine through look alike wherever they are put."""
    start = drawn.index(">", drawn.index("<svg")) + 1
    return f'{drawn[:start]}<rect width="100%" height="100%" fill="#FFFFFF"/>{drawn[start:]}'


@cache
def _know_fonts() -> None:
    vl_convert.register_font_directory(str(font_folder()))


def _inked(spec: Any) -> Any:
    """The specification with the colour of the text on paper instead of that of the page around it."""
    if isinstance(spec, dict):
        return {key: _inked(value) for key, value in spec.items()}
    if isinstance(spec, list):
        return [_inked(value) for value in spec]
    return PAPER_INK if spec == INK else spec


def _known(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    return None if isinstance(value, float) and not isfinite(value) else value
