"""Proposals in the database: any process can go on where another was, and each is decided once."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.proposals import Proposal, State
from knowledge.records.keeper import Keeper
from knowledge.records.teaching_tables import GapMark, ProposalRow
from knowledge.records.texts import storable

_PROPOSAL = TypeAdapter(Proposal)
# What has a column of its own.
_COLUMNS = ("id", "chat_id", "state")
MOST_OPEN = 100


async def begin(keeper: Keeper, proposal: Proposal, now: dt.datetime) -> Proposal | None:
    """Keep a new proposal under a number of its own; None if it could not be kept."""

    async def work(engine: AsyncEngine) -> int | None:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            row = ProposalRow(made_at=now, chat_id=proposal.chat_id, state=proposal.state, content=_content(proposal))
            session.add(row)
            await session.commit()
        return row.id

    number = await keeper.change(work, None)
    return None if number is None else _with(proposal, id=number)


async def proposal_of(keeper: Keeper, number: int) -> Proposal | None:
    """Find a proposal; None if there is none, or while the database is away."""

    async def work(engine: AsyncEngine) -> Proposal | None:
        async with AsyncSession(engine) as session:
            row = await session.get(ProposalRow, number)
        return _read(row) if row else None

    return await keeper.read(work, None)


async def move(keeper: Keeper, proposal: Proposal, *was: State) -> bool:
    """Keep how far a proposal is now, if it was at one of these states; so of two who decide at once one does."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = await session.get(ProposalRow, proposal.id, with_for_update=True)
            if row is None or row.state not in was:
                return False
            row.state, row.content = proposal.state, _content(proposal)
            session.add(row)
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def open_proposals(keeper: Keeper) -> tuple[Proposal, ...]:
    """List the proposals that wait for a maintainer, the oldest first; none while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Proposal, ...]:
        waiting = select(ProposalRow).where(ProposalRow.state == "open").order_by(col(ProposalRow.id)).limit(MOST_OPEN)
        async with AsyncSession(engine) as session:
            rows = (await session.exec(waiting)).all()
        return tuple(found for row in rows if (found := _read(row)))

    return await keeper.read(work, ())


async def set_gap_aside(keeper: Keeper, key: str, until: dt.datetime) -> bool:
    """Show a gap no more until a moment; False if it could not be kept."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            await session.merge(GapMark(key=key, until=until))
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def gaps_aside(keeper: Keeper, now: dt.datetime) -> frozenset[str]:
    """Give the keys of the gaps that are not to be shown now; none while the database is away."""

    async def work(engine: AsyncEngine) -> frozenset[str]:
        async with AsyncSession(engine) as session:
            return frozenset((await session.exec(select(GapMark.key).where(col(GapMark.until) > now))).all())

    return await keeper.read(work, frozenset())


def _content(proposal: Proposal) -> dict[str, Any]:
    content = {key: value for key, value in asdict(proposal).items() if key not in _COLUMNS}
    content["texts"] = [(language, storable(text)) for language, text in proposal.texts]
    content["reason"] = storable(proposal.reason)
    plain: dict[str, Any] = TypeAdapter(dict[str, Any]).dump_python(content, mode="json")
    return plain


def _with(proposal: Proposal, **changed: object) -> Proposal:
    return _PROPOSAL.validate_python(asdict(proposal) | changed)


def _read(row: ProposalRow) -> Proposal | None:
    """Give a row as a proposal; None if another version wrote what this one can't read."""
    columns = {name: getattr(row, name) for name in _COLUMNS}
    try:
        return _PROPOSAL.validate_python(row.content | columns)
    except ValidationError:
        return None
