"""Books messages for several processes on one PostgreSQL database, by the clock of the server.

Every function may raise SQLAlchemyError.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.booking import PAUSE, Booked, Wanted, book
from knowledge.records.outbound_tables import Outbound

_OUTBOUND = Outbound.metadata.tables["outbound"]
_OF = _OUTBOUND.columns
# One books at a time. What is lost in a crash is a second's worth: the booking need not wait for the disk.
_ALONE = text("SELECT set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(4127004, 0)")


async def book_shared(engine: AsyncEngine, wanted: Sequence[Wanted]) -> list[float]:
    """Book a moment for each message; give how many seconds each has to wait."""
    async with engine.begin() as connection:
        names = {PAUSE}.union(*wanted)
        now, booked = await _read(connection, names)
        waits = [book(booked, each, now) - now for each in wanted]
        lasting = {name: rule.seconds for each in wanted for name, rule in each.items()}
        await _write(connection, {name: booked[name] for name in lasting}, lasting)
    return waits


async def pause_all(engine: AsyncEngine, seconds: float) -> None:
    """Let nobody book anything within so many seconds."""
    async with engine.begin() as connection:
        now, booked = await _read(connection, {PAUSE})
        await _write(connection, {PAUSE: [max([now + seconds, *booked.get(PAUSE, ())])]}, {PAUSE: 0.0})


async def _read(connection: AsyncConnection, names: set[str]) -> tuple[float, Booked]:
    await connection.execute(_ALONE)
    clock = select(func.extract("epoch", func.clock_timestamp()).label("now")).subquery()
    # Also where nothing is booked yet there is a row, with the time.
    rows = select(clock.c.now, _OF["chat"], _OF["moments"]).select_from(
        clock.outerjoin(_OUTBOUND, _OF["chat"].in_(sorted(names)))
    )
    found = (await connection.execute(rows)).all()
    return float(found[0][0]), {name: [*moments] for _, name, moments in found if name is not None}


async def _write(connection: AsyncConnection, booked: Booked, lasting: dict[str, float]) -> None:
    rows = [
        {
            "chat": name,
            "moments": moments,
            "until": dt.datetime.fromtimestamp(moments[-1] + lasting[name], dt.UTC),
        }
        for name, moments in booked.items()
    ]
    adding = insert(_OUTBOUND).values(rows)
    new = {"moments": adding.excluded.moments, "until": adding.excluded.until}
    await connection.execute(adding.on_conflict_do_update(index_elements=[_OF["chat"]], set_=new))
