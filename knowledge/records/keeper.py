"""Keeps records as long as the database lets it; people get their answers either way."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.dialogue.state import FORGOTTEN_AFTER, pause
from knowledge.languages import Language
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records import conversations, groups
from knowledge.records.conversations import Place
from knowledge.records.grouping import Grouping
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.store import Asked, Store, question_row

logger = logging.getLogger(__name__)

Key = TypeVar("Key")
Result = TypeVar("Result")

Find: TypeAlias = Callable[[AsyncConnection, Sequence[Key]], Awaitable[Sequence[Result]]]
"""Reads what belongs to each of some keys."""

# After a failure the database is left alone for this long, so that nobody's answer waits for it time and again.
REST_SECONDS = 30.0
# How many chats are remembered in the process while the database is away.
REMEMBERED_CHATS = 10_000


def _nothing_heard() -> None:
    """Hear of a write, and do nothing."""


class _Wanted(NamedTuple):
    """What is to be read of a key."""

    find: Find[Any, Any]
    key: Any


class Kept(NamedTuple):
    """Where a conversation stands, to be written down."""

    place: Place
    dialogue: Dialogue


@dataclass
class Keeper:
    """Guards a store: what fails is logged once, conversations fall back on the memory of the process.

    `changed` is told of every write but those that follow an answer (the question, and where the conversation stands).
    """

    store: Store
    pseudonyms: Pseudonyms
    clock: Callable[[], float] = time.monotonic
    changed: Callable[[], None] = _nothing_heard
    _preparing: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    _prepared: bool = field(default=False, init=False)
    _resting_until: float = field(default=0.0, init=False)
    _failing: bool = field(default=False, init=False)
    _memory: OrderedDict[Place, tuple[float, Dialogue]] = field(default_factory=OrderedDict, init=False)
    turn: AbstractAsyncContextManager[None] = field(init=False)

    def __post_init__(self) -> None:
        """Let one at a time write to SQLite: it has one lock, and a class that writes at once would run into it."""
        self._puts: Grouping[Asked | Kept, None] = Grouping(self._put)
        self._finds: Grouping[_Wanted, Any] = Grouping(self._find)
        self.turn = asyncio.Lock() if self.store.engine.dialect.name == "sqlite" else nullcontext()

    async def prepare(self) -> None:
        """Make the tables ready; a database that is away is tried again later."""
        await self._attempt(_nothing, None)

    async def dialogue(self, chat_id: int, person_id: int | None = None) -> Dialogue | None:
        """Tell where a conversation stands, from the database or, while it is away, from memory; None for a new one.

        A group has a conversation with each person in it; a private chat has one, and no `person_id`.
        """
        place = self._place(chat_id, person_id)
        return self._remembered(place) or await self.find(self.store.dialogues, place, None)

    async def spoken_in(self, chat_id: int) -> Language | None:
        """Tell in which language a chat was answered last; None if it was not, or while the database is away."""
        chat = self.pseudonyms.of(chat_id)
        return await self.read(lambda engine: conversations.spoken_in(engine, chat), None)

    async def keep(self, chat_id: int, dialogue: Dialogue, person_id: int | None = None) -> None:
        """Keep where a conversation stands."""
        place = self._place(chat_id, person_id)
        if await self._attempt(lambda: self._written(Kept(place, dialogue)), default=False):
            self._memory.pop(place, None)
            return
        self._memory[place] = self.clock(), dialogue
        self._memory.move_to_end(place)
        if len(self._memory) > REMEMBERED_CHATS:
            self._memory.popitem(last=False)

    async def record(
        self, chat_id: int, outcome: Outcome, *, via: str, text: str | None = None, base: str | None = None
    ) -> None:
        """Write down what came of a message, and the digest of the `base` that it was answered from."""
        question = question_row(self.pseudonyms.of(chat_id), outcome, via=via, text=text, base=base)
        await self._attempt(lambda: self._written(question), default=False)

    async def learn(self, chat_id: int, before: Dialogue, outcome: Outcome, *, via: str) -> None:
        """Write down which of the offered entries an unclear question meant."""
        await self._write(self.store.learn(self.pseudonyms.of(chat_id), before, outcome, via=via))

    async def read(self, work: Callable[[AsyncEngine], Awaitable[Result]], default: Result) -> Result:
        """Read what stands in tables beside these; give `default` while the database is away."""
        return await self._attempt(lambda: work(self.store.engine), default)

    async def find(self, find: Find[Key, Result], key: Key, default: Result) -> Result:
        """Read what belongs to a key.

        What is wanted at the same time is read over one connection, by each `find` for all of its keys at once.
        """
        return await self._attempt(lambda: self._finds.add(_Wanted(find, key)), default)

    async def write(self, writing: Coroutine[None, None, None]) -> bool:
        """Write to tables beside these; False if it could not be written."""
        return await self._write(writing)

    async def change(self, work: Callable[[AsyncEngine], Awaitable[Result]], default: Result) -> Result:
        """Write to tables beside these and give what came of it; `default` if it could not be written."""
        result = default

        async def writing() -> None:
            nonlocal result
            result = await work(self.store.engine)

        await self._write(writing())
        return result

    async def is_quiet(self, chat_id: int) -> bool:
        """Tell whether the bot answers only commands in a group; while the database is away it does not know."""
        chat = self.pseudonyms.of(chat_id)
        return await self.read(lambda engine: groups.is_quiet(engine, chat), default=False)

    async def set_quiet(self, chat_id: int, *, quiet: bool) -> bool:
        """Keep whether the bot answers only commands in a group; False if it could not be kept."""
        return await self.write(groups.set_quiet(self.store.engine, self.pseudonyms.of(chat_id), quiet=quiet))

    async def move(self, old_id: int, new_id: int) -> None:
        """Hand the state of a group to the supergroup that it became."""
        old, new = self.pseudonyms.of(old_id), self.pseudonyms.of(new_id)
        for place in [place for place in self._memory if place.chat == old]:
            self._memory.setdefault(place._replace(chat=new), self._memory.pop(place))
        await self.write(groups.move(self.store.engine, old, new))

    def unlearn(self, person_id: int) -> None:
        """Forget what the process itself remembers of a person, in private and in groups."""
        person = self.pseudonyms.of(person_id)
        for place in [place for place in self._memory if person in place]:
            del self._memory[place]

    async def forget(self, chat_id: int) -> None:
        """Delete the state of a chat that the bot is no longer in."""
        chat = self.pseudonyms.of(chat_id)
        for place in [place for place in self._memory if place.chat == chat]:
            del self._memory[place]
        await self.write(groups.forget(self.store.engine, chat))

    async def close(self) -> None:
        """Let go of the database, once what others began to read and write is done."""
        await self._finds.rest()
        await self._puts.rest()
        await self.store.close()

    def _place(self, chat_id: int, person_id: int | None) -> Place:
        return Place(self.pseudonyms.of(chat_id), "" if person_id is None else self.pseudonyms.of(person_id))

    def _remembered(self, place: Place) -> Dialogue | None:
        since, dialogue = self._memory.get(place, (0.0, None))
        if dialogue and self.clock() - since >= FORGOTTEN_AFTER.total_seconds():
            return pause(dialogue)
        return dialogue

    async def _write(self, writing: Coroutine[None, None, None]) -> bool:
        """Write, and tell whether it was written; only a write shows that the database is back."""

        async def write() -> bool:
            async with self.turn:
                if self._rests:
                    return False
                await writing
            self.changed()
            self._is_back()
            return True

        try:
            return await self._attempt(write, default=False)
        finally:
            writing.close()

    async def _written(self, item: "Asked | Kept") -> bool:
        await self._puts.add(item)
        self._is_back()
        return True

    async def _find(self, wanted: "Sequence[_Wanted]") -> list[Any]:
        keys: dict[Find[Any, Any], list[Any]] = {}
        for find, key in wanted:
            keys.setdefault(find, []).append(key)
        async with self.store.engine.connect() as connection:
            found = {find: iter(await find(connection, those)) for find, those in keys.items()}
        return [next(found[find]) for find, _ in wanted]

    async def _put(self, items: "Sequence[Asked | Kept]") -> list[None]:
        kept = {item.place: item.dialogue for item in items if isinstance(item, Kept)}
        async with self.turn:
            await self.store.put([item for item in items if not isinstance(item, Kept)], kept)
        return [None] * len(items)

    def _is_back(self) -> None:
        if self._failing:
            logger.warning("the database is back: questions and conversations are kept again")
        self._failing = False

    async def _attempt(self, work: Callable[[], Awaitable[Result]], default: Result) -> Result:
        if self._rests:
            return default
        try:
            async with self._preparing:
                if not self._prepared:
                    await self.store.prepare()
                    self._prepared = True
            return await work()
        except Exception as error:  # noqa: BLE001  (whatever a database does, people get their answers)
            self._fail(error)
            return default

    @property
    def _rests(self) -> bool:
        return self.clock() < self._resting_until

    def _fail(self, error: Exception) -> None:
        self._prepared = False
        self._resting_until = self.clock() + REST_SECONDS
        if not self._failing:
            # Only the driver's own sentence: SQLAlchemy's carries the statement and its values.
            cause = getattr(error, "orig", None) or type(error).__name__
            logger.error("the database fails (%s): answers go on, but what is asked is not kept", cause)
        self._failing = True


async def _nothing() -> None:
    """Do nothing: preparing is all that is wanted."""
