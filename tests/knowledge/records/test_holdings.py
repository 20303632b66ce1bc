"""Every table is listed with whose its rows are and how long they are kept: one that is not fails here.

What is looked at is the database as the revisions make it, so that no table can hide from the list.
"""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Connection, String, inspect
from sqlalchemy.engine.interfaces import ReflectedColumn

from knowledge.records.holdings import HOLDINGS, After, Holding, Kept, Key
from knowledge.records.tables import Moment
from knowledge.retention import Retention
from tests.support.records import engine_of, keeping

# What a column is called that has somebody in it.
SOMEBODY = re.compile(r"person|chat|user|pupil|teacher|member|author|owner|sender|student|name$")
# Hashes of no person: of a picture, of the secret of a link, of an update; the mark of a maintainer.
NOBODY = {
    ("editors", "token"),
    ("changes", "author"),
    ("pictures", "digest"),
    ("pictures", "file_id"),
    ("class_invitations", "token"),
}
# As long as a pseudonym.
PSEUDONYM = 32


@pytest.fixture
async def tables(tmp_path: Path) -> dict[str, list[ReflectedColumn]]:
    """The columns of every table, as the revisions make them."""

    def look(connection: Connection) -> dict[str, list[ReflectedColumn]]:
        inspector = inspect(connection)
        return {name: inspector.get_columns(name) for name in inspector.get_table_names() if name != "alembic_version"}

    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        async with keeper.store.engine.connect() as connection:
            return await connection.run_sync(look)


def test_every_table_is_listed_once(tables: dict[str, list[ReflectedColumn]]) -> None:
    assert sorted(holding.name for holding in HOLDINGS) == sorted(tables)


def test_no_column_with_somebody_in_it_is_left_out(tables: dict[str, list[ReflectedColumn]]) -> None:
    listed = {(holding.name, column) for holding in HOLDINGS for column in holding.by}
    suspect = {
        (table, column["name"]) for table, columns in tables.items() for column in columns if may_hold_somebody(column)
    }
    assert suspect - listed - NOBODY == set()


@pytest.mark.parametrize("holding", HOLDINGS, ids=lambda holding: holding.name)
def test_a_listed_table_has_the_columns_that_it_is_found_and_kept_by(holding: Holding) -> None:
    columns = holding.rows.columns
    assert {*holding.by} <= {*columns.keys()}
    if isinstance(holding.until, After):
        assert isinstance(columns[holding.until.moment].type, Moment)
        assert holding.until.period in {None, *(each.name for each in fields(Retention))}
    if holding.until is Kept.WITH_CLASS or Key.PUPIL in holding.by.values():
        assert holding.of_class
    if holding.until is Kept.ALWAYS:
        assert not holding.by


def may_hold_somebody(column: ReflectedColumn) -> bool:
    """Tell what is called like somebody, or is as long as a pseudonym."""
    kind = column["type"]
    return bool(SOMEBODY.search(column["name"])) or (isinstance(kind, String) and kind.length == PSEUDONYM)
