"""Entries with their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "library_entries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_library_entries"),
        sa.UniqueConstraint("name", name="uq_library_entries"),
    )
    op.create_table(
        "library_versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library_versions"),
        sa.ForeignKeyConstraint(["entry_id"], ["library_entries.id"], name="fk_library_versions"),
        sa.UniqueConstraint("entry_id", "number", name="uq_library_versions"),
    )


def downgrade() -> None:
    """Take both tables away."""
    op.drop_table("library_versions")
    op.drop_table("library_entries")
