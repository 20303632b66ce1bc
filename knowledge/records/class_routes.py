"""The route that a class follows, and how far its pupils are."""

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.records.keeper import Keeper
from knowledge.records.own_route_tables import ClassRoute, ClassStep
from knowledge.records.pupils import pupil_of


async def set_class_route(keeper: Keeper, class_id: int, route_id: str, now: dt.datetime) -> bool:
    """Let a class follow a route from now on; False if that could not be kept."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            await session.merge(ClassRoute(class_id=class_id, route=route_id, set_at=now))
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def class_route(keeper: Keeper, class_id: int) -> str | None:
    """Give the id of the route that a class follows; None if it follows none, or while the database is away."""

    async def work(engine: AsyncEngine) -> str | None:
        async with AsyncSession(engine) as session:
            row = await session.get(ClassRoute, class_id)
        return row.route if row else None

    return await keeper.read(work, None)


async def note_step(keeper: Keeper, chat: int, class_id: int, route_id: str, step: int) -> bool:
    """Note how far a pupil is in the route of the class, at the furthest; False if it could not be kept."""
    person = pupil_of(keeper.pseudonyms, class_id, chat)

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = await session.get(ClassStep, (class_id, person, route_id))
            if row is None or row.step < step:
                await session.merge(ClassStep(class_id=class_id, person=person, route=route_id, step=step))
                await session.commit()
        return True

    return await keeper.change(work, default=False)


async def steps_of(keeper: Keeper, class_id: int, route_id: str) -> tuple[int, ...]:
    """List how far the pupils are who began the route, whoever they are; nothing while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[int, ...]:
        async with AsyncSession(engine) as session:
            theirs = select(ClassStep.step).where(ClassStep.class_id == class_id, ClassStep.route == route_id)
            return tuple((await session.exec(theirs)).all())

    return await keeper.read(work, ())
