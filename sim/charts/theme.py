"""Colours and sizes of all charts; the page's theme gives text, grid and background, light and dark."""

from typing import Final

HERO_HEIGHT: Final = 300
DESIGN: Final = {"light": "#0072B2", "dark": "#4FA8DC"}
TODAY: Final = {"light": "#6B7480", "dark": "#A5B0BB"}
BAND_OPACITY: Final = {"light": 0.28, "dark": 0.32}
