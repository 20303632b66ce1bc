"""The quiz polls that private chats got, and what was answered in them."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.languages import Language, as_language
from knowledge.records.keeper import Keeper
from knowledge.records.lesson_tables import QuizPoll


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked by a poll: the question of the bank, in which lesson, in which language."""

    question: str
    lesson: str
    language: Language


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered: the place of the option, and what it mixes up; None if it is right."""

    option: int
    mistake: str | None = None


async def keep_poll(keeper: Keeper, chat_id: int, poll_id: str, asked: Asked) -> bool:
    """Keep which question a poll asked a chat; False if it could not be kept."""
    row = QuizPoll(
        id=poll_id,
        chat=keeper.pseudonyms.of(chat_id),
        lesson=asked.lesson,
        question=asked.question,
        language=asked.language,
    )
    return await keeper.write(_add(keeper.store.engine, row))


async def asked_by(keeper: Keeper, person_id: int, poll_id: str) -> Asked | None:
    """Tell what a poll asked a person; None if it did not ask this person, was answered, or is not known."""
    person = keeper.pseudonyms.of(person_id)
    return await keeper.read(lambda engine: _find(engine, person, poll_id), None)


async def keep_answer(keeper: Keeper, poll_id: str, answered: Answered) -> bool:
    """Keep what was answered; False if it could not be kept."""
    return await keeper.write(_answer(keeper.store.engine, poll_id, answered))


async def _add(engine: AsyncEngine, row: QuizPoll) -> None:
    async with AsyncSession(engine) as session:
        session.add(row)
        await session.commit()


async def _find(engine: AsyncEngine, person: str, poll_id: str) -> Asked | None:
    async with AsyncSession(engine) as session:
        row = await session.get(QuizPoll, poll_id)
    language = as_language(row.language) if row else None
    if row is None or language is None or row.chat != person or row.option is not None:
        return None
    return Asked(row.question, row.lesson, language)


async def _answer(engine: AsyncEngine, poll_id: str, answered: Answered) -> None:
    async with AsyncSession(engine) as session:
        row = await session.get(QuizPoll, poll_id)
        if row:
            row.option, row.mistake = answered.option, answered.mistake
            row.is_right = answered.mistake is None
            session.add(row)
            await session.commit()
