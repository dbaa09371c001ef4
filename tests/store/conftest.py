"""Libraries to try: in a file, and on a PostgreSQL server that lives as long as the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from sim.store.library import Library
from tools import postgres

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
USER = "partnerlab"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a fresh server, without the name of a database."""
    programs = postgres.find()
    assert programs, postgres.HOW_TO_GET_IT
    folder = Path(tempfile.mkdtemp(prefix="partnerlab-pg-"))
    who = _not_root(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def call(program: str, *words: str) -> None:
        command = [*who, str(Path(programs, program)), *words]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)

    data = str(folder / "data")
    call("initdb", "--pgdata", data, "--username", USER, "--auth", "trust", "--encoding", "UTF8")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    call("pg_ctl", "--pgdata", data, "--options", options, "--log", str(folder / "log"), "--wait", "start")
    try:
        yield f"postgresql://{USER}@127.0.0.1:{port}/"
    finally:
        call("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _not_root(folder: Path) -> list[str]:
    """What to put before a command of the server, which refuses to be run by root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


@pytest.fixture
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty library: a file, or a new database on the server."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"sqlite:///{tmp_path / 'own' / 'partnerlab.sqlite'}"
    home = request.getfixturevalue("server")
    name = f"library_{abs(hash(request.node.nodeid))}"
    with psycopg.connect(f"{home}postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return home + name


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute at every look."""
    times = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(10_000))
    return lambda: next(times)


@pytest.fixture
def library(address: str, clock) -> Library:
    """A library at an address."""
    return Library(address, clock)
