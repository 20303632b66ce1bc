"""Who keeps the base in chat: invited by an administrator, by their chat's id from when they come."""

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.records.keeper import Keeper
from knowledge.records.teaching_tables import Editor

Named: TypeAlias = Literal["maintainer", "contributor"]
"""The roles that an administrator gives."""

# How long an invitation holds.
INVITED_FOR = dt.timedelta(days=3)

_ROLES: Mapping[str, Named] = {"maintainer": "maintainer", "contributor": "contributor"}


@dataclass(frozen=True, slots=True)
class Known:
    """An editor, or an invitation that nobody followed yet (`chat_id` is None)."""

    id: int
    role: Named
    chat_id: int | None


async def named_role(keeper: Keeper, chat_id: int) -> Named | None:
    """Give the role of a person; None if they have none, or while the database is away."""

    async def work(engine: AsyncEngine) -> Named | None:
        async with AsyncSession(engine) as session:
            row = (await session.exec(select(Editor).where(Editor.chat_id == chat_id))).first()
        return _ROLES.get(row.role) if row else None

    return await keeper.read(work, None)


async def editors(keeper: Keeper, now: dt.datetime) -> tuple[Known, ...] | None:
    """List editors and invitations that hold, the first named first; None while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Known, ...]:
        async with AsyncSession(engine) as session:
            rows = (await session.exec(select(Editor).order_by(col(Editor.id)))).all()
        held = (row for row in rows if row.chat_id is not None or (row.expires_at and row.expires_at > now))
        return tuple(Known(row.id or 0, role, row.chat_id) for row in held if (role := _ROLES.get(row.role)))

    return await keeper.read(work, None)


async def invite(keeper: Keeper, role: Named, now: dt.datetime) -> str | None:
    """Make an invitation; give the secret by which it is followed, None if it could not be kept."""
    token = secrets.token_hex(16)

    async def work(engine: AsyncEngine) -> str:
        async with AsyncSession(engine) as session:
            session.add(Editor(role=role, token=token, expires_at=now + INVITED_FOR, since=now))
            await session.commit()
        return token

    return await keeper.change(work, None)


async def accept(keeper: Keeper, token: str, chat_id: int, now: dt.datetime) -> Named | None:
    """Follow an invitation, once; who has a role already gets the new one. None if it does not hold (any more)."""

    async def work(engine: AsyncEngine) -> Named | None:
        async with AsyncSession(engine) as session:
            wanted = select(Editor).where(Editor.token == token).with_for_update()
            row = (await session.exec(wanted)).first()
            if row is None or row.expires_at is None or row.expires_at <= now:
                return None
            await session.exec(delete(Editor).where(col(Editor.chat_id) == chat_id))
            await session.flush()
            row.chat_id, row.token, row.expires_at, row.since = chat_id, None, None, now
            role = _ROLES.get(row.role)
            session.add(row)
            await session.commit()
        return role

    return await keeper.change(work, None)


async def dismiss(keeper: Keeper, editor: int) -> bool:
    """Take a role or an invitation back; False if it could not be done."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            await session.exec(delete(Editor).where(col(Editor.id) == editor))
            await session.commit()
        return True

    return await keeper.change(work, default=False)
