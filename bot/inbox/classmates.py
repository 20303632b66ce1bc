"""Which class a private chat is in, remembered for a minute: it is asked with every update."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

# Somebody who joins or leaves is counted with the other class until then.
REMEMBERED_SECONDS = 60.0
MOST_REMEMBERED = 10_000


class Classmates:
    """Tells the class of a chat by its number, from what reads it."""

    def __init__(self, read: Callable[[int], Awaitable[int | None]]) -> None:
        """Take what gives the class of a private chat, None if it is in none."""
        self._read = read
        self._known: OrderedDict[int, tuple[float, int | None]] = OrderedDict()

    async def class_of(self, chat: int) -> int | None:
        """Give the class that a chat is in; None for groups, and for who is in none."""
        if chat <= 0:
            return None
        now = asyncio.get_running_loop().time()
        since, known = self._known.get(chat, (-REMEMBERED_SECONDS, None))
        if now - since < REMEMBERED_SECONDS:
            return known
        found = await self._read(chat)
        self._known[chat] = now, found
        self._known.move_to_end(chat)
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return found
