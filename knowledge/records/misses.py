"""Reads what was missed: refused and unclear questions, picks, votes, and questions whose askers wait."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.languages import Language, as_language
from knowledge.misses import Miss, Missed, MissKind, Voted
from knowledge.records.keeper import Keeper
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.tables import Feedback, Pick, Question, Waiting

_KINDS: dict[str, MissKind] = {"fallback": "unanswered", "clarify": "unclear"}


async def missed(keeper: Keeper, since: dt.datetime) -> Missed | None:
    """Give everything that was missed since a moment; None while the database is away."""

    async def work(engine: AsyncEngine) -> Missed:
        async with AsyncSession(engine) as session:
            questions = (await session.exec(select(Question).where(col(Question.asked_at) >= since))).all()
            picks = (await session.exec(select(Pick).where(col(Pick.picked_at) >= since))).all()
            votes = (await session.exec(select(Feedback).where(col(Feedback.given_at) >= since))).all()
            waiting = (await session.exec(select(Waiting).where(col(Waiting.asked_at) >= since))).all()
        found = [*_questions(questions), *_picks(picks), *_rejected(votes), *_awaited(waiting, keeper.pseudonyms)]
        return Missed(
            misses=tuple(sorted(found, key=lambda miss: miss.at)),
            votes=tuple(Voted(vote.entry, vote.verdict == "helpful", vote.given_at, vote.person) for vote in votes),
        )

    return await keeper.read(work, None)


def _questions(rows: Sequence[Question]) -> Iterator[Miss]:
    for row in rows:
        language = as_language(row.language)
        if row.text and language and row.act in _KINDS:
            yield Miss(row.text, language, _KINDS[row.act], row.asked_at, row.chat)


def _picks(rows: Sequence[Pick]) -> Iterator[Miss]:
    for row in rows:
        language = as_language(row.language)
        if row.text and language:
            yield Miss(row.text, language, "corrected", row.picked_at, row.chat, row.entry)


def _rejected(rows: Sequence[Feedback]) -> Iterator[Miss]:
    for row in rows:
        language = as_language(row.language)
        if row.text and language:
            yield Miss(row.text, language, "rejected", row.given_at, row.person, row.entry)


def _awaited(rows: Sequence[Waiting], pseudonyms: Pseudonyms) -> Iterator[Miss]:
    for row in rows:
        language: Language | None = as_language(row.language)
        if language:
            yield Miss(row.text, language, "awaited", row.asked_at, pseudonyms.of(row.chat_id))
