"""Run by Alembic: carries out the steps on the connection that was handed over."""

from alembic import context

from sim.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
