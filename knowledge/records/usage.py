"""Counts what was asked and what people said of it: numbers alone leave the database."""

import datetime as dt
from collections import Counter, defaultdict

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from knowledge.languages import as_language
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Feedback, Pick, Question
from knowledge.reports.usage import Counted, Judged, Usage, usage_of


async def usage(keeper: Keeper, days: int, now: dt.datetime) -> Usage | None:
    """Count the last days, today included, in UTC; None while the database is away."""
    dates = [now.astimezone(dt.UTC).date() - dt.timedelta(days=ago) for ago in range(days)][::-1]
    since = dt.datetime.combine(dates[0], dt.time(), dt.UTC)

    async def work(engine: AsyncEngine) -> Usage:
        async with engine.connect() as connection:
            return usage_of(await _counted(connection, since), await _judged(connection, since), dates)

    return await keeper.read(work, None)


async def _counted(connection: AsyncConnection, since: dt.datetime) -> list[Counted]:
    what = (func.date(col(Question.asked_at)), col(Question.act), col(Question.language), col(Question.entry))
    rows = await connection.execute(select(*what, func.count()).where(col(Question.asked_at) >= since).group_by(*what))
    return [
        Counted(dt.date.fromisoformat(str(day)), act, language, entry, count)
        for day, act, code, entry, count in rows.all()
        if (language := as_language(code))
    ]


async def _judged(connection: AsyncConnection, since: dt.datetime) -> Judged:
    what = (col(Feedback.entry), col(Feedback.verdict))
    votes = select(*what, func.count()).where(col(Feedback.given_at) >= since).group_by(*what)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry, verdict, count in (await connection.execute(votes)).all():
        counts[verdict][entry] += count
    picks = select(func.count()).select_from(Pick).where(col(Pick.picked_at) >= since)
    picked = (await connection.execute(picks)).scalar_one()
    return Judged(counts["helpful"], counts["unhelpful"], counts["unanswered"], picked)
