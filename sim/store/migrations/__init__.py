"""How the tables of the library came about, step by step (Alembic)."""
