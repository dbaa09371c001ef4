"""Keep, find, delete and bring back designs and links, every version of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from sim.store.database import writing
from sim.store.errors import LibraryError
from sim.store.items import Item, kind_of, read, written
from sim.store.places import library_url
from sim.store.tables import ENTRIES, LONGEST_NAME, LONGEST_NOTE, VERSIONS
from sim.text.catalogue import say
from sim.text.numbers import count

TRIES = 3
"""How often a save is begun anew when another process took the same name at the same moment."""


@dataclass(frozen=True)
class Kept:
    """One version of what is kept under a name.

    Attributes
    ----------
    name, kind : of the entry; kind is ``programme`` or ``link``
    number : of the version, from 1
    versions : how many there are
    saved_at : when, in UTC
    note : what the user wrote about it
    is_deleted : whether the entry is out of sight
    text : the file it can be written to
    """

    name: str
    kind: str
    number: int
    versions: int
    saved_at: datetime
    note: str
    is_deleted: bool
    text: str

    @property
    def item(self) -> Item:
        """The programme, or the parameters of the link."""
        return read(self.text.encode(), self.name)[1]


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Library:
    """The library of one user, or of all who share a server.

    Parameters
    ----------
    address : of a database; None for that of the environment, else a file in the user's data folder
    clock : tells the time of a save
    """

    def __init__(self, address: str | None = None, clock: Callable[[], datetime] = now) -> None:
        self._url = library_url(address)
        self._clock = clock

    def save(self, name: str, item: Item, note: str = "") -> Kept:
        """Keep an item as the newest version under its name; what is there already gets no second number.

        Parameters
        ----------
        name : 1 to 80 characters that can be printed
        item : a programme, or the parameters of a link
        note : up to 2000 characters

        Raises
        ------
        LibraryError : a name that is deleted or holds another kind; a name or note that is too long
        SchemaError : a name that no programme can have
        """
        name, note = name.strip(), note.replace("\0", "").strip()
        if not (0 < len(name) <= LONGEST_NAME and name.isprintable()):
            raise LibraryError(say("library.name", found=len(name), most=LONGEST_NAME))
        if len(note) > LONGEST_NOTE:
            raise LibraryError(say("library.note", found=count(len(note)), most=count(LONGEST_NOTE)))
        text = written(name, item)
        for _ in range(TRIES - 1):
            try:
                return self._save(name, kind_of(item), text, note)
            except IntegrityError:  # another process was first
                continue
        return self._save(name, kind_of(item), text, note)

    def list(self, *, deleted: bool = False) -> tuple[Kept, ...]:
        """The newest version of everything, in the order of the names.

        Parameters
        ----------
        deleted : what is out of sight instead of what is there
        """
        with writing(self._url) as connection:
            there = ENTRIES.c.deleted_at.is_not(None) if deleted else ENTRIES.c.deleted_at.is_(None)
            newest = _newest().subquery()
            rows = connection.execute(
                _all().join(newest, VERSIONS.c.id == newest.c.id).where(there).order_by(ENTRIES.c.name)
            )
            return tuple(_kept(row) for row in rows)

    def versions(self, name: str) -> tuple[Kept, ...]:
        """Every version under a name, the newest first.

        Raises
        ------
        LibraryError : no such name
        """
        with writing(self._url) as connection:
            rows = connection.execute(
                _all().where(ENTRIES.c.name == name).order_by(VERSIONS.c.number.desc())
            ).all()
        return tuple(map(_kept, rows)) or self._unknown(name)

    def get(self, name: str, number: int | None = None) -> Kept:
        """One version; the newest where no number is given.

        Raises
        ------
        LibraryError : no such name or version
        """
        found = self.versions(name)
        if number is None:
            return found[0]
        for one in found:
            if one.number == number:
                return one
        raise LibraryError(say("library.no_version", name=name, number=number, versions=len(found)))

    def delete(self, name: str) -> None:
        """Put an entry out of sight; nothing is lost.

        Raises
        ------
        LibraryError : no such name, or deleted already
        """
        self._mark(name, is_deleted=True)

    def restore(self, name: str, number: int | None = None) -> Kept:
        """Bring a deleted entry back, or make an older version the newest one.

        Parameters
        ----------
        name : of the entry
        number : of the version that becomes the newest; None to bring the entry back as it was

        Raises
        ------
        LibraryError : no such name or version; no number for an entry that is not deleted
        """
        kept = self.get(name, number)
        if kept.is_deleted:
            self._mark(name, is_deleted=False)
        elif number is None:
            raise LibraryError(say("library.not_deleted", name=name))
        return self.get(name) if number is None else self.save(name, kept.item, kept.note)

    def add(self, content: bytes, label: str, note: str = "") -> Kept:
        """Keep what a file holds, under the name it carries.

        Parameters
        ----------
        content : of the file: a programme, or a link as the library writes it
        label : the file as the user knows it
        note : as in ``save``

        Raises
        ------
        SchemaError, LibraryError : as in ``save``, and for a file that cannot be used
        """
        name, item = read(content, label)
        return self.save(name, item, note)

    def _save(self, name: str, kind: str, text: str, note: str) -> Kept:
        with writing(self._url) as connection:
            entry = _entry(connection, name, kind)
            last = connection.execute(
                select(VERSIONS.c.number, VERSIONS.c.content, VERSIONS.c.note)
                .where(VERSIONS.c.entry_id == entry)
                .order_by(VERSIONS.c.number.desc())
            ).first()
            if last is None or (last.content, last.note) != (text, note or last.note):
                made = {"number": last.number + 1 if last else 1, "saved_at": self._clock()}
                connection.execute(insert(VERSIONS).values(entry_id=entry, content=text, note=note, **made))
        return self.get(name)

    def _mark(self, name: str, *, is_deleted: bool) -> None:
        when = self._clock() if is_deleted else None
        there = ENTRIES.c.deleted_at.is_(None) if is_deleted else ENTRIES.c.deleted_at.is_not(None)
        with writing(self._url) as connection:
            changed = connection.execute(
                update(ENTRIES).where(ENTRIES.c.name == name, there).values(deleted_at=when)
            )
        if not changed.rowcount:
            self._unknown(name)

    def _unknown(self, name: str) -> Any:
        raise LibraryError(say("library.unknown", name=name))


def _entry(connection: Connection, name: str, kind: str) -> int:
    """Number of the entry of a name, made where there is none; nobody else writes to it meanwhile."""
    found = connection.execute(select(ENTRIES).where(ENTRIES.c.name == name).with_for_update()).first()
    if found is None:
        made = connection.execute(insert(ENTRIES).values(name=name, kind=kind).returning(ENTRIES.c.id))
        return int(made.scalar_one())
    if found.deleted_at is not None:
        raise LibraryError(say("library.is_deleted", name=name))
    if found.kind != kind:
        raise LibraryError(say(f"library.holds.{found.kind}", name=name))
    return int(found.id)


def _newest() -> Any:
    """The newest version of each entry: its number in the table."""
    ranked = func.row_number().over(partition_by=VERSIONS.c.entry_id, order_by=VERSIONS.c.number.desc())
    inner = select(VERSIONS.c.id, ranked.label("place")).subquery()
    return select(inner.c.id).where(inner.c.place == 1)


def _all() -> Any:
    total = func.count().over(partition_by=VERSIONS.c.entry_id).label("total")
    counted = select(VERSIONS.c.id, total).subquery()
    return (
        select(ENTRIES, VERSIONS, counted.c.total)
        .join(VERSIONS, VERSIONS.c.entry_id == ENTRIES.c.id)
        .join(counted, counted.c.id == VERSIONS.c.id)
    )


def _kept(row: Row[Any]) -> Kept:
    found = row._mapping  # noqa: SLF001  (public in spite of its name)
    saved_at = found[VERSIONS.c.saved_at]
    return Kept(
        name=found[ENTRIES.c.name],
        kind=found[ENTRIES.c.kind],
        number=found[VERSIONS.c.number],
        versions=found["total"],
        saved_at=saved_at if saved_at.tzinfo else saved_at.replace(tzinfo=UTC),
        note=found[VERSIONS.c.note],
        is_deleted=found[ENTRIES.c.deleted_at] is not None,
        text=found[VERSIONS.c.content],
    )
