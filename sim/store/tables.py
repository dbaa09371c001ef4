"""The tables of the library, as the newest migration leaves them."""

from typing import Final

from sqlalchemy import Column, DateTime, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

LONGEST_NAME: Final = 80
LONGEST_NOTE: Final = 2000
LONGEST_KIND: Final = 20

METADATA: Final = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s", "uq": "uq_%(table_name)s"}
)

ENTRIES: Final = Table(
    "library_entries",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("kind", String(LONGEST_KIND), nullable=False),
    Column("deleted_at", DateTime(timezone=True)),
    UniqueConstraint("name"),
)
"""What is kept, one row per name."""

VERSIONS: Final = Table(
    "library_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("library_entries.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Column("note", String(LONGEST_NOTE), nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("entry_id", "number"),
)
"""What was kept under a name: one row per version, never changed."""
