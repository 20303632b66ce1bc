"""Updates, written down before they are answered and known again when they come twice.

Every function may raise SQLAlchemyError. Moments are in UTC. A `worker` is the number of a process.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, bindparam, cast, column, func, select, table, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.records.inbox_tables import Arrived

_INBOX = Arrived.metadata.tables["inbox"]
_OF = _INBOX.columns
# An update that was taken over so often is set aside: it may be what ends the process. Many only waited behind such
# a one, or behind a hundred kills, and are not to be lost for it.
MOST_TRIES = 50
GIVEN_UP = "gave up"
# Of PostgreSQL's advisory locks that say which processes are alive.
WORKERS = 4_127_002


def _take_new(insert: Any) -> Any:  # noqa: ANN401  (each database has a type of its own)
    put = insert(_INBOX).on_conflict_do_nothing(index_elements=[_OF["update_id"]])
    return put.returning(_OF["id"], _OF["chat_id"], _OF["content"])


# Made once: to make a statement takes longer than to find a row.
_TAKES: Mapping[str, Any] = {"sqlite": _take_new(sqlite.insert), "postgresql": _take_new(postgresql.insert)}
_FINISHED = (
    update(_INBOX)
    .where(_OF["id"].in_(bindparam("ids", expanding=True)))
    .values(done_at=bindparam("at"), chat_id=None, person_id=None, content=None, worker=None)
)

_LOCKS = table("pg_locks", *map(column, ("locktype", "database", "classid", "objid", "granted")))
_DATABASES = table("pg_database", column("oid"), column("datname"))


@dataclass(frozen=True, slots=True)
class Arriving:
    """An update as it came: its number, the chat (or else the person) whose order is kept, who sent it, its JSON."""

    update_id: int
    chat: int
    person: int | None
    content: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is written down and waits to be answered, under its number in the table."""

    id: int
    chat: int
    content: str


async def take_in(
    engine: AsyncEngine, arriving: Sequence[Arriving], at: dt.datetime, worker: int | None
) -> list[Waiting]:
    """Write updates down, for a `worker` or for whoever takes them; give those that are new, in their order."""
    rows = [
        {
            "update_id": each.update_id,
            "arrived_at": at,
            "chat_id": each.chat,
            "person_id": each.person,
            "content": each.content,
            "worker": worker,
            "tries": 0 if worker is None else 1,
        }
        for each in arriving
    ]
    async with engine.begin() as connection:
        found = (await connection.execute(_TAKES[engine.dialect.name], rows)).all()
    return sorted((Waiting(*row) for row in found), key=lambda waiting: waiting.id)


async def adopt(engine: AsyncEngine, worker: int, at: dt.datetime) -> list[Waiting]:
    """Take over everything that waits, whoever had it: for the only process that answers."""
    async with engine.begin() as connection:
        await _give_up(connection, at, _OF["done_at"].is_(None))
        return await _take(connection, worker, _OF["done_at"].is_(None))


async def claim(
    engine: AsyncEngine, worker: int, most: int, at: dt.datetime, *, of_the_gone: bool = True
) -> list[Waiting]:
    """Take up to `most` updates that nobody has who is alive, on PostgreSQL: of each chat the first that waits.

    After the server was away nobody seems to be alive until they are there again: if not `of_the_gone`, only what
    nobody ever had is taken.
    """
    earlier = _INBOX.alias()
    blocked = (
        select(1)
        .where(earlier.c.chat_id == _OF["chat_id"], earlier.c.id < _OF["id"], earlier.c.done_at.is_(None))
        .where(earlier.c.worker.is_distinct_from(worker))
    )
    nobodys = _OF["worker"].is_(None)
    free = _OF["done_at"].is_(None) & (nobodys | ~_is_alive(_OF["worker"]) if of_the_gone else nobodys)
    heads = select(_OF["id"]).where(free, ~blocked.exists()).order_by(_OF["id"]).limit(most)
    async with engine.begin() as connection:
        ids = [*(await connection.execute(heads.with_for_update(skip_locked=True))).scalars()]
        if not ids:
            return []
        await _give_up(connection, at, _OF["id"].in_(ids))
        return await _take(connection, worker, _OF["id"].in_(ids) & _OF["done_at"].is_(None))


async def finish(engine: AsyncEngine, ids: Iterable[int], at: dt.datetime) -> None:
    """Write down that updates are answered; what they said goes."""
    async with engine.begin() as connection:
        await connection.execute(_FINISHED, {"ids": [*ids], "at": at})


async def set_aside(engine: AsyncEngine, number: int, error: str, at: dt.datetime) -> None:
    """Put an update aside that can't be read, with the kind of the error."""
    async with engine.begin() as connection:
        await connection.execute(
            update(_INBOX).where(_OF["id"] == number).values(done_at=at, worker=None, error=error[:64])
        )


async def waiting_and_aside(engine: AsyncEngine) -> tuple[int, int]:
    """Count what waits and what was set aside."""
    async with engine.connect() as connection:
        waits = await connection.scalar(select(func.count()).where(_OF["done_at"].is_(None)))
        aside = await connection.scalar(select(func.count()).where(_OF["error"].is_not(None)))
    return waits or 0, aside or 0


async def _take(connection: AsyncConnection, worker: int, which: ColumnElement[bool]) -> list[Waiting]:
    taking = update(_INBOX).where(which).values(worker=worker, tries=_OF["tries"] + 1)
    found = (await connection.execute(taking.returning(_OF["id"], _OF["chat_id"], _OF["content"]))).all()
    return sorted((Waiting(*row) for row in found), key=lambda waiting: waiting.id)


async def _give_up(connection: AsyncConnection, at: dt.datetime, which: ColumnElement[bool]) -> None:
    tried = which & (_OF["tries"] >= MOST_TRIES)
    await connection.execute(update(_INBOX).where(tried).values(done_at=at, worker=None, error=GIVEN_UP))


def _is_alive(worker: ColumnElement[Any]) -> ColumnElement[bool]:
    """Tell whether a process still holds the lock that it took when it began; PostgreSQL drops it with the process."""
    here = select(_DATABASES.c.oid).where(_DATABASES.c.datname == func.current_database()).scalar_subquery()
    alive = select(cast(_LOCKS.c.objid, BigInteger)).where(
        _LOCKS.c.locktype == "advisory", _LOCKS.c.database == here, _LOCKS.c.granted
    )
    return worker.in_(alive.where(cast(_LOCKS.c.classid, BigInteger) == WORKERS))
