"""How many wrong codes a person tried lately: who guesses has to wait."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import MOST_TRIES, TRYING
from knowledge.records.class_tables import CodeTries


async def may_try(session: AsyncSession, person: str, now: dt.datetime) -> bool:
    """Tell whether a person (a pseudonym) may try another code."""
    row = await session.get(CodeTries, person)
    return row is None or row.tries < MOST_TRIES or now - row.since >= TRYING


async def another_try(session: AsyncSession, person: str, now: dt.datetime) -> None:
    """Count a wrong code, within the time that began with the first of them."""
    row = await session.get(CodeTries, person)
    if row and now - row.since < TRYING:
        row.tries += 1
    else:
        row = await session.merge(CodeTries(person=person, tries=1, since=now))
    session.add(row)
