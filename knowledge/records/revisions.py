"""Brings the tables of a database to a revision, and tells at which it is."""

from importlib import resources
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

# Of PostgreSQL's advisory lock under which one process at a time changes tables.
_LOCK = 4_127_001
# As long as a revision of large tables may take in another process.
_PATIENCE = "SET LOCAL lock_timeout = '60s'"


def upgrade(connection: Connection) -> None:
    """Bring a database to the newest revision; of several processes at once, one does and the others wait."""
    if revision_of(connection) == newest_revision():
        return
    # Alembic is needed once per start; importing it here keeps `ask` and the tests of pure parts without it.
    from alembic import command  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        connection.execute(text(_PATIENCE))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    command.upgrade(configured(connection), "head")


def revision_of(connection: Connection) -> str | None:
    """Tell the revision of a database; None if it has no tables of the bot's."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def newest_revision() -> str:
    """Tell the revision that this code is written for."""
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    return ScriptDirectory.from_config(config).get_current_head() or ""


def configured(connection: Connection) -> "Config":
    """Give Alembic's configuration for one connection."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.attributes["connection"] = connection
    return config


_SCRIPTS = str(resources.files("knowledge.records") / "migrations")
