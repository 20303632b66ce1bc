"""Polls of rounds that wait for an answer: of which round and item, and for which pupil of the class."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.lessons.rounds import Round
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import pupil_of
from knowledge.records.round_tables import RoundPoll


@dataclass(frozen=True, slots=True)
class RoundAsked:
    """What a poll asked a pupil."""

    round_id: int
    item: str


async def keep_round_poll(keeper: Keeper, chat: int, poll_id: str, asked: Round, item: str) -> bool:
    """Keep what a poll asks a pupil; False if it could not be kept."""
    person = pupil_of(keeper.pseudonyms, asked.class_id, chat)
    row = RoundPoll(id=poll_id, class_id=asked.class_id, round_id=asked.id, person=person, item=item)

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            session.add(row)
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def take_round_poll(keeper: Keeper, chat: int, poll_id: str) -> RoundAsked | None:
    """Give what a poll asked a pupil, once; None if it asked somebody else, or nobody in a round."""

    async def work(engine: AsyncEngine) -> RoundAsked | None:
        async with AsyncSession(engine) as session:
            row = await session.get(RoundPoll, poll_id)
            if row is None or row.person != pupil_of(keeper.pseudonyms, row.class_id, chat):
                return None
            asked = RoundAsked(row.round_id, row.item)
            await session.delete(row)
            await session.commit()
            return asked

    return await keeper.change(work, None)
