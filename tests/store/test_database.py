"""The tables are those the migrations leave; an address that cannot be used is told without its password."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from sim.store.database import writing
from sim.store.errors import LibraryError
from sim.store.library import Library
from sim.store.places import library_url, told
from sim.store.tables import METADATA
from tests.store.conftest import KINDS

EACH = pytest.mark.parametrize("address", KINDS, indirect=True)


@EACH
def test_the_migrations_leave_the_tables_of_this_version(address: str) -> None:
    with writing(library_url(address)) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


@EACH
def test_a_transaction_is_kept_whole_or_not_at_all(address: str) -> None:
    url = library_url(address)

    def fails_half_way() -> None:
        with writing(url) as connection:
            connection.execute(text("INSERT INTO library_entries (name, kind) VALUES ('half', 'link')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails_half_way()
    with writing(url) as connection:
        assert connection.execute(text("SELECT count(*) FROM library_entries")).scalar_one() == 0


@EACH
def test_a_version_without_an_entry_is_refused_by_the_tables(address: str) -> None:
    columns, values = "entry_id, number, saved_at, note, content", "9, 1, '2026-01-01', '', ''"
    insert = f"INSERT INTO library_versions ({columns}) VALUES ({values})"
    with pytest.raises(Exception, match=r"(?i)foreign key"), writing(library_url(address)) as connection:
        connection.execute(text(insert))


def test_a_library_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    from sim.store.database import _ready

    address = f"sqlite:///{tmp_path / 'partnerlab.sqlite'}"
    Library(address).list()
    with writing(library_url(address)) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    _ready.cache_clear()
    with pytest.raises(LibraryError, match="newer version"):
        Library(address).list()


def test_without_a_server_the_library_is_a_file_of_the_user(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PARTNERLAB_DATA", str(tmp_path / "deep" / "data"))
    assert Library().list() == ()
    assert (tmp_path / "deep" / "data" / "partnerlab.sqlite").is_file()
    assert (tmp_path / "deep" / "data").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_address_of_a_server_may_be_written_as_is_usual(monkeypatch, scheme: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://me:secret@host:5433/plans")
    url = library_url()
    assert (url.drivername, url.host, url.port, url.database) == ("postgresql+psycopg", "host", 5433, "plans")
    assert "secret" not in told(url)


@pytest.mark.parametrize(
    "address", ["mysql://me:secret@host/x", "no address", "oracle://x", "sqlite://", "sqlite:///:memory:"]
)
def test_another_kind_of_address_is_refused_without_being_repeated(address: str) -> None:
    with pytest.raises(LibraryError, match="DATABASE_URL") as refused:
        Library(address)
    assert "secret" not in str(refused.value)


def test_a_place_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(f"sqlite:///{tmp_path / 'file' / 'partnerlab.sqlite'}").list()
    with pytest.raises(LibraryError, match="cannot be used") as refused:
        Library("postgresql://me:secret@127.0.0.1:1/x").list()
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "partnerlab.sqlite").write_text("not a database at all, but long enough to look at" * 30)
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(f"sqlite:///{tmp_path / 'partnerlab.sqlite'}").list()
