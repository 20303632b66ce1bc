"""Where each chat stands, in a group each person in it; forgotten after a pause, but for the language.

Every function may raise SQLAlchemyError, like the methods of `store`.
"""

import datetime as dt
from dataclasses import asdict
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.dialogue.state import FORGOTTEN_AFTER, pause
from knowledge.languages import Language, as_language
from knowledge.outcomes import Dialogue
from knowledge.records.tables import Conversation
from knowledge.records.texts import storable

_DIALOGUE = TypeAdapter(Dialogue)
# What has a column of its own.
_COLUMNS = frozenset({"language", "choice", "entry", "offered"})


class Place(NamedTuple):
    """Whose conversation it is, by pseudonyms: a chat's, in a group one person's in it."""

    chat: str
    person: str = ""


async def read(engine: AsyncEngine, place: Place, now: dt.datetime) -> Dialogue | None:
    """Read where a conversation stands; None if it is new or was kept in a language that is no longer ours."""
    async with AsyncSession(engine) as session:
        row = await session.get(Conversation, place)
    language = as_language(row.language) if row else None
    if row is None or language is None:
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


async def spoken_in(engine: AsyncEngine, chat: str) -> Language | None:
    """Tell in which language somebody in a chat was answered last; None if nobody was."""
    last = select(Conversation.language).where(Conversation.chat == chat).order_by(col(Conversation.updated_at).desc())
    async with AsyncSession(engine) as session:
        return as_language((await session.exec(last.limit(1))).first())


async def write(engine: AsyncEngine, place: Place, dialogue: Dialogue, now: dt.datetime) -> None:
    """Write down where a conversation stands."""
    row = Conversation(
        chat=place.chat,
        person=place.person,
        language=dialogue.language,
        choice=dialogue.choice,
        entry=dialogue.entry,
        offered=list(dialogue.offered),
        thread=_thread(dialogue),
        updated_at=now,
    )
    async with AsyncSession(engine) as session:
        await session.merge(row)
        await session.commit()


def _thread(dialogue: Dialogue) -> dict[str, object]:
    """Give what has no column of its own and is not empty."""
    unclear = storable(dialogue.unclear) if dialogue.unclear else None
    rest = asdict(dialogue) | {"unclear": unclear}
    return {name: value for name, value in rest.items() if value and name not in _COLUMNS}
