"""Where the library is: a file in the user's data folder, or the server that ``DATABASE_URL`` names."""

import os
from pathlib import Path
from typing import Final

import platformdirs
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sim.store.errors import LibraryError
from sim.text.catalogue import say

SERVER: Final = "DATABASE_URL"
FOLDER: Final = "PARTNERLAB_DATA"
"""Environment variables: address of a server; folder of the file where there is none."""

_POSTGRES: Final = ("postgres", "postgresql")
_DRIVER: Final = "postgresql+psycopg"


def library_url(address: str | None = None) -> URL:
    """Address of the library.

    Parameters
    ----------
    address : of a database, as ``DATABASE_URL`` has it; None asks the environment

    Raises
    ------
    LibraryError : no address of SQLite or PostgreSQL
    """
    given = address or os.environ.get(SERVER)
    if not given:
        return URL.create("sqlite", database=str(_file()))
    try:
        url = make_url(given)
    except ArgumentError:
        raise LibraryError(say("library.address", name=SERVER)) from None
    if url.drivername in _POSTGRES:
        url = url.set(drivername=_DRIVER)
    has_no_file = url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}
    if url.get_backend_name() not in {"sqlite", "postgresql"} or has_no_file:
        raise LibraryError(say("library.address", name=SERVER))
    return url


def told(url: URL) -> str:
    """The address as it may be shown: without password."""
    return url.render_as_string(hide_password=True)


def _file() -> Path:
    folder = Path(os.environ.get(FOLDER) or platformdirs.user_data_path("partnerlab"))
    return folder / "partnerlab.sqlite"
