"""The typeface of the house in files that may be embedded: Source Sans, under the Open Font License."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

FAMILY: Final = "Source Sans Pro"

_PACKAGE: Final = "font_source_sans_pro"


@cache
def font_folder() -> Path:
    """Where the files of the typeface lie; they come with a package and are only read.

    Raises
    ------
    FileNotFoundError : the package is not installed
    """
    found = find_spec(_PACKAGE)
    places = list(found.submodule_search_locations or ()) if found else []
    if not places:
        raise FileNotFoundError(_PACKAGE)
    return Path(places[0]) / "files"
