"""Routes that teachers made, by the pseudonym of who made them."""

import secrets
from collections.abc import Callable

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.lessons.routes import Route
from knowledge.records.keeper import Keeper
from knowledge.records.own_route_tables import OwnRoute

# Of one teacher.
MOST_ROUTES = 30
# What sets the id of such a route apart from those of the pack.
PREFIX = "own-"


def new_route_id() -> str:
    """Give an id that nobody can guess: whoever has it can follow the route."""
    return PREFIX + secrets.token_hex(8)


async def keep_route(keeper: Keeper, chat: int, route: Route) -> bool | None:
    """Keep a route under its id; False if the teacher has as many as there can be, None while the database is away."""
    maker = keeper.pseudonyms.of(chat)

    async def work(engine: AsyncEngine) -> bool | None:
        async with AsyncSession(engine) as session:
            count = (await session.exec(select(func.count()).where(OwnRoute.chat == maker))).one()
            if count >= MOST_ROUTES:
                return False
            session.add(OwnRoute(id=route.id, chat=maker, content=route.model_dump(mode="json")))
            await session.commit()
        return True

    return await keeper.change(work, None)


async def own_route(keeper: Keeper, route_id: str) -> Route | None:
    """Find a route; None if there is none (any more), or while the database is away."""

    async def work(engine: AsyncEngine) -> Route | None:
        async with AsyncSession(engine) as session:
            row = await session.get(OwnRoute, route_id)
        return _read(row) if row else None

    return await keeper.read(work, None) if route_id.startswith(PREFIX) else None


async def own_routes(keeper: Keeper, chat: int) -> tuple[Route, ...]:
    """List the routes that somebody made, the oldest first; none while the database is away."""
    maker = keeper.pseudonyms.of(chat)

    async def work(engine: AsyncEngine) -> tuple[Route, ...]:
        async with AsyncSession(engine) as session:
            mine = select(OwnRoute).where(OwnRoute.chat == maker).order_by(col(OwnRoute.made_at), col(OwnRoute.id))
            return tuple(found for row in (await session.exec(mine)).all() if (found := _read(row)))

    return await keeper.read(work, ())


async def change_route(keeper: Keeper, chat: int, route_id: str, change: Callable[[Route], Route]) -> bool:
    """Change a route of one's own; False if it is none, or could not be changed."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = await session.get(OwnRoute, route_id)
            route = _read(row) if row and row.chat == keeper.pseudonyms.of(chat) else None
            if row is None or route is None:
                return False
            row.content = change(route).model_dump(mode="json")
            session.add(row)
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def drop_route(keeper: Keeper, chat: int, route_id: str) -> bool:
    """Delete a route of one's own; False if it is none, or could not be deleted."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = await session.get(OwnRoute, route_id)
            if row is None or row.chat != keeper.pseudonyms.of(chat):
                return False
            await session.delete(row)
            await session.commit()
        return True

    return await keeper.change(work, default=False)


def _read(row: OwnRoute) -> Route | None:
    """Give a row as a route; None if another version wrote what this one can't read."""
    try:
        return Route.model_validate(row.content)
    except ValidationError:
        return None
