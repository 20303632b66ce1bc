"""Reads and writes the tables. Every method may raise SQLAlchemyError; `keeper` decides what that means for people."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.outcomes import Dialogue, Outcome
from knowledge.records import conversations
from knowledge.records.conversations import Place
from knowledge.records.revisions import upgrade
from knowledge.records.tables import Pick, Question, now
from knowledge.records.texts import storable

Asked: TypeAlias = dict[str, Any]
"""What is kept of a question, by column."""


def question_row(chat: str, outcome: Outcome, *, via: str, text: str | None = None, base: str | None = None) -> Asked:
    """Give what is kept of a message that arrived `via` text, tap or command, and of what came of it."""
    return {
        "asked_at": now(),
        "chat": chat,
        "via": via,
        "language": outcome.language,
        "act": outcome.act,
        "entry": outcome.entry,
        "confidence": outcome.confidence,
        "text": storable(text) if text and _not_understood(outcome) else None,
        "base": base,
    }


class Store:
    """The records of one bot in one database; chats are named by their pseudonyms."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], dt.datetime] = now) -> None:
        """Take the engine, and what tells the time in UTC; nothing connects until the first call."""
        self._engine = engine
        self._clock = clock

    @property
    def engine(self) -> AsyncEngine:
        """The engine, for what keeps its own tables beside these."""
        return self._engine

    async def prepare(self) -> None:
        """Bring the database to the newest revision of the tables."""
        async with self._engine.begin() as connection:
            await connection.run_sync(upgrade)

    async def put(self, asked: Sequence[Asked], kept: Mapping[Place, Dialogue]) -> None:
        """Write down questions and where conversations stand, all in one transaction."""
        async with self._engine.begin() as connection:
            if asked:
                await connection.execute(insert(Question), [*asked])
            if kept:
                await conversations.write(connection, kept, self._clock())

    async def learn(self, chat: str, before: Dialogue, outcome: Outcome, *, via: str) -> None:
        """Write down which of the offered entries an unclear question meant."""
        pick = Pick(
            chat=chat,
            via=via,
            language=outcome.language,
            offered=list(before.offered),
            entry=outcome.entry or "",
            text=storable(before.unclear or ""),
        )
        async with AsyncSession(self._engine) as session:
            session.add(pick)
            await session.commit()

    async def dialogues(self, connection: AsyncConnection, places: Sequence[Place]) -> list[Dialogue | None]:
        """Read where conversations stand; None for one that is new or was kept in a language that is no longer ours."""
        return await conversations.read(connection, places, self._clock())

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()


def _not_understood(outcome: Outcome) -> bool:
    """Tell what found no answer or was not clear: of that alone the text is kept, so that the base can grow.

    A message that only goes on from the last one ("is that all?") teaches nothing.
    """
    return outcome.act in ("fallback", "clarify") and outcome.note in (None, "lost")
