"""The style and script files beside this module, as the text Streamlit wants."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def source(*names: str) -> str:
    """Some files of this folder, one after the other.

    Parameters
    ----------
    names : with their endings; scripts in the order in which they need each other
    """
    return "\n".join((files("sim.ui.parts") / name).read_text("utf-8") for name in names)
