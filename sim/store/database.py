"""The connection to the library: opened once, brought up to date on first use, safe for several processes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from sim.store.errors import LibraryError
from sim.store.places import told
from sim.text.catalogue import say

MIGRATIONS: Final = Path(__file__).parent / "migrations"
PATIENCE_SECONDS: Final = 20
"""How long a process waits for another one that writes."""

MIGRATION_LOCK: Final = 7_275_310
"""Number of the lock on a server under which one process migrates; any number that nothing else uses."""


@contextmanager
def writing(url: URL) -> Iterator[Connection]:
    """A transaction that sees and changes the library alone, kept whole or not at all.

    Parameters
    ----------
    url : of the library

    Raises
    ------
    LibraryError : it cannot be reached, or was written by a newer version
    """
    try:
        with _ready(url).begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except DatabaseError as error:
        raise LibraryError(say("library.unreachable", where=told(url), reason=_first_line(error))) from None


@cache
def _ready(url: URL) -> Engine:
    """The engine of a library whose tables are those of this version; it keeps no connection open."""
    engine = _engine(url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": MIGRATION_LOCK})
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise LibraryError(say("library.newer", where=told(url))) from None
    return engine


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "postgresql":
            return create_engine(url, poolclass=NullPool)
        return _sqlite(url)
    except ModuleNotFoundError as error:
        raise LibraryError(say("library.no_driver", package=error.name)) from None
    except OSError as error:
        raise LibraryError(say("library.unreachable", where=told(url), reason=error.strerror)) from None


def _sqlite(url: URL) -> Engine:
    """An engine on a file; every transaction begins with the right to write, so that none is in vain."""
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE_SECONDS})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins no transaction by itself
        connection.execute("PRAGMA foreign_keys = ON")
        with suppress(sqlite3.OperationalError):  # another process is at it
            connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _first_line(error: DBAPIError) -> str:
    return next(iter(str(error.orig).splitlines()), type(error.orig).__name__)
