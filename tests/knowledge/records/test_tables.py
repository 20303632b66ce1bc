"""Rows of the tables."""

import datetime as dt
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, create_engine, select

from knowledge.records.tables import Conversation, Moment, Pick, Question, now

ZONE = dt.timezone(dt.timedelta(hours=2))


def test_a_moment_keeps_its_zone_on_sqlite(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    SQLModel.metadata.create_all(engine)
    asked_at = dt.datetime(2026, 1, 31, 23, 59, 58, 123456, dt.UTC)
    with Session(engine) as session:
        session.add(Question(asked_at=asked_at, chat="c", via="text", language="nl", act="answer", confidence=1.0))
        session.commit()
    with Session(engine) as session:
        [found] = session.exec(select(Question)).all()
        assert found.asked_at == asked_at
        assert found.asked_at.tzinfo is dt.UTC
    engine.dispose()


@pytest.mark.parametrize(
    ("stored", "given"),
    [
        (None, None),
        (dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),  # noqa: DTZ001
        (dt.datetime(2026, 1, 1, tzinfo=ZONE), dt.datetime(2026, 1, 1, tzinfo=ZONE)),
    ],
)
def test_what_a_database_holds_becomes_an_aware_moment(stored: dt.datetime | None, given: dt.datetime | None) -> None:
    dialect = create_engine("sqlite://").dialect
    assert Moment().process_result_value(stored, dialect) == given


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (None, None),
        (dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 1)),  # noqa: DTZ001
        (dt.datetime(2026, 1, 1, tzinfo=ZONE), dt.datetime(2025, 12, 31, 22, tzinfo=dt.UTC)),
    ],
)
def test_a_moment_of_any_zone_is_held_in_utc(given: dt.datetime | None, stored: dt.datetime | None) -> None:
    held = Moment().process_bind_param(given, create_engine("sqlite://").dialect)
    assert held == stored
    assert (held and held.tzinfo) == (stored and stored.tzinfo)


def test_this_moment_is_in_utc() -> None:
    assert now().utcoffset() == dt.timedelta(0)


def test_no_column_could_hold_a_name() -> None:
    columns = {
        column.name
        for table in (Question, Conversation, Pick)
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
    }
    assert columns == {
        *("id", "asked_at", "chat", "via", "language", "act", "entry", "confidence", "text", "base"),
        *("choice", "offered", "updated_at", "person", "thread", "picked_at"),
    }
