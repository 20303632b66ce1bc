"""Everything that is kept about one person, in all tables: given as it stands, or erased at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.records.class_tables import ClassMember, ClassTeacher, SchoolClass
from knowledge.records.holdings import HOLDINGS, Holding, Key
from knowledge.records.keeper import Keeper
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.pupils import pupil_of
from knowledge.records.tables import Conversation

_CLASSES = SchoolClass.metadata.tables["classes"].columns
_CONVERSATIONS = Conversation.metadata.tables["conversations"]
_MEMBERS = ClassMember.metadata.tables["class_members"].columns
_TEACHERS = ClassTeacher.metadata.tables["class_teachers"].columns
# Databases take so many values at once.
_AT_ONCE = 500


async def everything_about(keeper: Keeper, chat: int) -> Mapping[str, list[dict[str, Any]]] | None:
    """Give all rows about the person of a private chat, by table; None while the database is away.

    With them come the classes that the person teaches or is in.
    """

    async def work(engine: AsyncEngine) -> Mapping[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {}
        async with engine.connect() as connection:
            classes = await _class_ids(connection)
            for holding in HOLDINGS:
                for theirs in _theirs(holding, keeper.pseudonyms, chat, classes):
                    rows = (await connection.execute(select(holding.rows).where(theirs))).mappings()
                    found.setdefault(holding.name, []).extend(map(dict, rows))
            own = {row["class_id"] for rows in found.values() for row in rows if row.get("class_id")}
            rows = (await connection.execute(select(*_CLASSES).where(_CLASSES["id"].in_(own)))).mappings()
            found["classes"] = [*map(dict, rows)]
        return {name: rows for name, rows in found.items() if rows}

    return await keeper.read(work, None)


async def forget_person(keeper: Keeper, chat: int) -> Mapping[str, int] | None:
    """Erase all rows about the person of a private chat; give how many of which table, None if it could not be done.

    A class of which the person is the only teacher is erased with all that belongs to it.
    """

    async def work(engine: AsyncEngine) -> Mapping[str, int]:
        erased: Counter[str] = Counter()
        async with engine.begin() as connection:
            for class_id in await _taught_alone(connection, chat):
                erased += await erase_class(connection, keeper.pseudonyms, class_id)
            classes = await _class_ids(connection)
            for holding in HOLDINGS:
                for theirs in _theirs(holding, keeper.pseudonyms, chat, classes):
                    erased[holding.name] += (await connection.execute(delete(holding.rows).where(theirs))).rowcount
        return +erased

    return await keeper.change(work, None)


async def forget_pupil(keeper: Keeper, chat: int, class_id: int) -> bool:
    """Erase all that a person did in one class, also in one that they left; False if it could not be done."""
    person = pupil_of(keeper.pseudonyms, class_id, chat)

    async def work(engine: AsyncEngine) -> bool:
        async with engine.begin() as connection:
            for holding in HOLDINGS:
                columns = [name for name, key in holding.by.items() if key is Key.PUPIL]
                for name in columns:
                    await connection.execute(delete(holding.rows).where(holding.rows.columns[name] == person))
        return True

    return await keeper.change(work, default=False)


async def taught_alone(keeper: Keeper, chat: int) -> int | None:
    """Count the classes of which a person is the only teacher; None while the database is away."""

    async def work(engine: AsyncEngine) -> int:
        async with engine.connect() as connection:
            return len(await _taught_alone(connection, chat))

    return await keeper.read(work, None)


async def erase_class(connection: AsyncConnection, pseudonyms: Pseudonyms, class_id: int) -> Counter[str]:
    """Erase a class and all that belongs to it; give how many rows of which table."""
    await _unlearn_language(connection, pseudonyms, class_id)
    erased: Counter[str] = Counter()
    for holding in HOLDINGS:
        if holding.of_class:
            belonging = holding.rows.columns["class_id"] == class_id
            erased[holding.name] += (await connection.execute(delete(holding.rows).where(belonging))).rowcount
    rows = SchoolClass.metadata.tables["classes"]
    erased["classes"] += (await connection.execute(delete(rows).where(_CLASSES["id"] == class_id))).rowcount
    return +erased


async def _unlearn_language(connection: AsyncConnection, pseudonyms: Pseudonyms, class_id: int) -> None:
    """Let the language of a class go with it: its pupils are answered as before, unless they chose another one."""
    language = await connection.scalar(select(_CLASSES["language"]).where(_CLASSES["id"] == class_id))
    if language is None:
        return
    members = await connection.scalars(select(_MEMBERS["chat_id"]).where(_MEMBERS["class_id"] == class_id))
    columns = _CONVERSATIONS.columns
    theirs = columns["chat"].in_([pseudonyms.of(chat) for chat in members]) & (columns["person"] == "")
    await connection.execute(update(_CONVERSATIONS).where(theirs, columns["choice"] == language).values(choice=None))


def _theirs(holding: Holding, pseudonyms: Pseudonyms, chat: int, classes: list[int]) -> Iterator[ColumnElement[bool]]:
    """Give the conditions under which a row is the person's: several, where there are many pseudonyms."""
    columns = holding.rows.columns
    own: dict[Key, str | int] = {Key.PSEUDONYM: pseudonyms.of(chat), Key.NUMBER: chat}
    known = [columns[name] == own[key] for name, key in holding.by.items() if key in own]
    if known:
        yield or_(*known)
    for name, key in holding.by.items():
        if key is Key.PUPIL:
            for start in range(0, len(classes), _AT_ONCE):
                pupils = [pupil_of(pseudonyms, class_id, chat) for class_id in classes[start : start + _AT_ONCE]]
                yield columns[name].in_(pupils)


async def _class_ids(connection: AsyncConnection) -> list[int]:
    return [*(await connection.execute(select(_CLASSES["id"]))).scalars()]


async def _taught_alone(connection: AsyncConnection, chat: int) -> list[int]:
    others = select(_TEACHERS["class_id"]).where(_TEACHERS["chat_id"] != chat)
    alone = and_(_TEACHERS["chat_id"] == chat, _TEACHERS["class_id"].not_in(others))
    return [*(await connection.execute(select(_TEACHERS["class_id"]).where(alone))).scalars()]
