"""Votes on answers: one for a person and a message, the latest. A question's text only where it got no answer."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.feedback import Vote
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Feedback, now
from knowledge.records.texts import storable


async def keep_vote(keeper: Keeper, person_id: int, message_id: int, vote: Vote) -> bool:
    """Keep a vote in the place of the person's earlier one on the same message; False if it could not be kept."""
    return await keeper.write(_put(keeper.store.engine, keeper.pseudonyms.of(person_id), message_id, vote))


async def _put(engine: AsyncEngine, person: str, message_id: int, vote: Vote) -> None:
    row = Feedback(
        person=person,
        message=message_id,
        given_at=now(),
        entry=vote.entry,
        verdict=vote.verdict,
        language=vote.language,
        via=vote.via,
        text=storable(vote.text) if vote.text and vote.verdict == "unanswered" else None,
    )
    async with AsyncSession(engine) as session:
        await session.merge(row)
        await session.commit()
