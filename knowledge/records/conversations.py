"""Where each chat stands, in a group each person in it; forgotten after a pause, but for the language.

Every function may raise SQLAlchemyError, like the methods of `store`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row, bindparam, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.dialogue.state import FORGOTTEN_AFTER, pause
from knowledge.languages import Language, as_language
from knowledge.outcomes import Dialogue
from knowledge.records.tables import Conversation
from knowledge.records.texts import storable

_DIALOGUE = TypeAdapter(Dialogue)
# What has a column of its own.
_COLUMNS = frozenset({"language", "choice", "entry", "offered"})
_TABLE = Conversation.metadata.tables["conversations"]


def _put(insert: Any) -> Any:  # noqa: ANN401  (each database has a type of its own)
    put = insert(_TABLE)
    new = {name: put.excluded[name] for name in ("language", "choice", "entry", "offered", "thread", "updated_at")}
    return put.on_conflict_do_update(index_elements=["chat", "person"], set_=new)


# To put in a row or, where there is one, its new values; each database says so in its own words.
_PUTS: Mapping[str, Any] = {"sqlite": _put(sqlite.insert), "postgresql": _put(postgresql.insert)}
# Made once: to make a statement takes longer than to find a row.
_OF_PLACES = select(_TABLE).where(tuple_(_TABLE.c.chat, _TABLE.c.person).in_(bindparam("places", expanding=True)))


class Place(NamedTuple):
    """Whose conversation it is, by pseudonyms: a chat's, in a group one person's in it."""

    chat: str
    person: str = ""


async def read(connection: AsyncConnection, places: Sequence[Place], now: dt.datetime) -> list[Dialogue | None]:
    """Read where conversations stand; None for one that is new or was kept in a language that is no longer ours."""
    rows = (await connection.execute(_OF_PLACES, {"places": [tuple(place) for place in places]})).all()
    found = {Place(row.chat, row.person): row for row in rows}
    return [_read(found[place], now) if place in found else None for place in places]


async def spoken_in(engine: AsyncEngine, chat: str) -> Language | None:
    """Tell in which language somebody in a chat was answered last; None if nobody was."""
    last = select(_TABLE.c.language).where(_TABLE.c.chat == chat).order_by(_TABLE.c.updated_at.desc()).limit(1)
    async with engine.connect() as connection:
        return as_language((await connection.execute(last)).scalar())


async def write(connection: AsyncConnection, kept: Mapping[Place, Dialogue], now: dt.datetime) -> None:
    """Write down where conversations stand."""
    rows = [
        {
            "chat": place.chat,
            "person": place.person,
            "language": dialogue.language,
            "choice": dialogue.choice,
            "entry": dialogue.entry,
            "offered": list(dialogue.offered),
            "thread": _thread(dialogue),
            "updated_at": now,
        }
        for place, dialogue in kept.items()
    ]
    await connection.execute(_PUTS[connection.dialect.name], rows)


def _read(row: Row[Any], now: dt.datetime) -> Dialogue | None:
    language = as_language(row.language)
    if language is None:
        return None
    choice = as_language(row.choice)
    if now - row.updated_at >= FORGOTTEN_AFTER:
        return pause(Dialogue(language, choice))
    thread = row.thread if isinstance(row.thread, dict) else {}
    told = {**thread, "language": language, "choice": choice, "entry": row.entry, "offered": row.offered}
    try:
        return _DIALOGUE.validate_python(told)
    except ValidationError:
        # A thread that another version wrote: what every version writes is enough to go on from.
        return Dialogue(language, choice, row.entry, tuple(row.offered))


def _thread(dialogue: Dialogue) -> dict[str, object]:
    """Give what has no column of its own and is not empty."""
    unclear = storable(dialogue.unclear) if dialogue.unclear else None
    rest = asdict(dialogue) | {"unclear": unclear}
    return {name: value for name, value in rest.items() if value and name not in _COLUMNS}
