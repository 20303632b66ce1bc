"""What was asked lately, in the memory of the process alone: for who says of an answer that it was none."""

from collections import OrderedDict
from dataclasses import dataclass

# How many messages of the bot are remembered; of older ones the question is gone.
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message of the bot answers: the text of the question if it had one, how it came in, what came second."""

    text: str | None
    via: str
    options: tuple[str, ...]


class Recent:
    """Finds the question behind a message of the bot."""

    def __init__(self, size: int = REMEMBERED) -> None:
        """Remember the last `size` messages."""
        self._size = size
        self._asked: OrderedDict[tuple[int, int], Asked] = OrderedDict()

    def remember(self, chat_id: int, message_id: int, asked: Asked) -> None:
        """Remember what a message answers."""
        self._asked[chat_id, message_id] = asked
        if len(self._asked) > self._size:
            self._asked.popitem(last=False)

    def find(self, chat_id: int, message_id: int) -> Asked | None:
        """Tell what a message answers; None if that was too long ago, or before the last start."""
        return self._asked.get((chat_id, message_id))

    def forget(self, chat_id: int) -> None:
        """Forget the questions of a chat."""
        for key in [key for key in self._asked if key[0] == chat_id]:
            del self._asked[key]
