"""Reads and adds to the log of changes."""

import datetime as dt
from collections.abc import Sequence
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.changes import Change, ChangeKind, Revision
from knowledge.languages import as_language
from knowledge.records.change_tables import ChangeRow
from knowledge.records.keeper import Keeper
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.texts import storable

_MARK_DIGITS = 8
_KINDS: dict[str, ChangeKind] = {kind: kind for kind in get_args(ChangeKind)}


def mark_of(pseudonyms: Pseudonyms, maintainer: int) -> str:
    """Give the mark of a maintainer in the log: the same for one key, and not the pseudonym of their chat."""
    return pseudonyms.of(f"maintainer {maintainer}")[:_MARK_DIGITS]


async def log_of(keeper: Keeper) -> tuple[Revision, ...] | None:
    """Give the whole log, the first revision first; None while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Revision, ...]:
        async with AsyncSession(engine) as session:
            rows = (await session.exec(select(ChangeRow).order_by(col(ChangeRow.id)))).all()
        return tuple(_revision(row, _KINDS[row.kind]) for row in rows if row.kind in _KINDS)

    return await keeper.read(work, None)


async def latest_revision(keeper: Keeper) -> int | None:
    """Give the number of the latest revision, 0 if there is none; None while the database is away."""

    async def work(engine: AsyncEngine) -> int:
        async with AsyncSession(engine) as session:
            return (await session.exec(select(func.max(ChangeRow.id)))).one() or 0

    return await keeper.read(work, None)


async def add_changes(
    keeper: Keeper, changes: Sequence[Change], author: str, reason: str, at: dt.datetime
) -> int | None:
    """Add changes to the log, all or none; give the number of the last, None if they could not be kept."""

    async def work(engine: AsyncEngine) -> int | None:
        rows = [
            ChangeRow(
                made_at=at,
                author=author,
                reason=storable(reason),
                kind=change.kind,
                language=change.language,
                text=storable(change.text) if change.text is not None else None,
                entry=change.entry,
                target=change.target,
            )
            for change in changes
        ]
        async with AsyncSession(engine, expire_on_commit=False) as session:
            for row in rows:
                session.add(row)
                # One by one: their numbers tell their order.
                await session.flush()
            await session.commit()
        return rows[-1].id if rows else 0

    return await keeper.change(work, None)


def _revision(row: ChangeRow, kind: ChangeKind) -> Revision:
    change = Change(kind, as_language(row.language), row.text, row.entry, row.target)
    return Revision(row.id or 0, row.made_at, row.author, row.reason, change)
