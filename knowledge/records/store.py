"""Reads and writes the tables. Every method may raise SQLAlchemyError; `keeper` decides what that means for people."""

from importlib import resources

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.languages import as_language
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.tables import Conversation, Question, now


class Store:
    """The records of one bot in one database; chats are named by their pseudonyms."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Take the engine; nothing connects until the first call."""
        self._engine = engine

    @property
    def engine(self) -> AsyncEngine:
        """The engine, for what keeps its own tables beside these."""
        return self._engine

    async def prepare(self) -> None:
        """Bring the database to the newest revision of the tables."""
        async with self._engine.begin() as connection:
            await connection.run_sync(_upgrade)

    async def record(self, chat: str, outcome: Outcome, *, via: str, text: str | None = None) -> None:
        """Write down what came of a message that arrived `via` text, tap or command."""
        question = Question(
            chat=chat,
            via=via,
            language=outcome.language,
            act=outcome.act,
            entry=outcome.entry,
            confidence=outcome.confidence,
            text=storable(text) if text and outcome.act == "fallback" else None,
        )
        async with AsyncSession(self._engine) as session:
            session.add(question)
            await session.commit()

    async def dialogue(self, chat: str) -> Dialogue | None:
        """Read where a chat stands; None if it is new or was kept in a language that is no longer ours."""
        async with AsyncSession(self._engine) as session:
            row = await session.get(Conversation, chat)
        language = as_language(row.language) if row else None
        if row is None or language is None:
            return None
        return Dialogue(language, as_language(row.choice), row.entry, tuple(row.offered))

    async def keep(self, chat: str, dialogue: Dialogue) -> None:
        """Write down where a chat stands."""
        row = Conversation(
            chat=chat,
            language=dialogue.language,
            choice=dialogue.choice,
            entry=dialogue.entry,
            offered=list(dialogue.offered),
            updated_at=now(),
        )
        async with AsyncSession(self._engine) as session:
            await session.merge(row)
            await session.commit()

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()


def storable(text: str) -> str:
    """Give a text without the half characters (lone surrogates) that no database takes."""
    return text.encode("utf-8", "replace").decode()


def _upgrade(connection: Connection) -> None:
    # Alembic is needed once per start; importing it here keeps `ask` and the tests of pure parts without it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(resources.files("knowledge.records") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
