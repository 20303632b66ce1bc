"""The tables of classes, and what no table may hold."""

from pathlib import Path

from sqlmodel import SQLModel

from knowledge.records.class_tables import ClassMember, ClassTeacher
from knowledge.records.classes import open_class
from knowledge.records.pupils import join
from tests.support.records import change, engine_of, keeping, rows
from tests.support.school import NOW, PLAN, opened


def columns() -> dict[str, set[str]]:
    """List the columns of each table."""
    assert {ClassMember.__tablename__, ClassTeacher.__tablename__} <= {*SQLModel.metadata.tables}
    return {name: {column.name for column in table.columns} for name, table in SQLModel.metadata.tables.items()}


def test_the_id_of_a_chat_has_a_place_only_where_it_is_written_to() -> None:
    assert {name for name, held in columns().items() if "chat_id" in held} == {
        *("daily", "waiting", "inbox", "editors", "proposals"),
        *("class_teachers", "class_members", "class_invitations"),
    }


def test_no_row_says_which_chat_has_which_pseudonym() -> None:
    assert [name for name, held in columns().items() if "chat_id" in held and held & {"chat", "person"}] == []


def test_what_is_known_of_people_is_what_the_privacy_page_says() -> None:
    assert columns()["feedback"] == {"person", "message", "given_at", "entry", "verdict", "language", "via", "text"}
    assert columns()["preferences"] == {"person", "plain", "simple"}
    assert columns()["class_members"] == {"chat_id", "class_id", "joined_at"}
    assert columns()["class_questions"] == {
        *("id", "class_id", "person", "asked_at", "via", "language", "act", "entry", "options", "confidence", "text")
    }


async def test_the_id_of_an_erased_class_is_not_given_to_another(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        first = await opened(keeper)
        change(tmp_path / "bot.db", "DELETE FROM classes")
        assert (await opened(keeper)).id == first.id + 1


async def test_the_files_of_the_database_do_not_say_who_asked(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await open_class(keeper, 1, PLAN)
        [(code,)] = rows(tmp_path / "bot.db", "SELECT code FROM classes")
        await join(keeper, 77, str(code), NOW)
    assert rows(tmp_path / "bot.db", "SELECT chat_id, class_id FROM class_members") == [(77, 1)]
