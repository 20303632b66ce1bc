"""What of an update's answer has been delivered, followed from the calls that are made while it is dealt with."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

# Of the update that the running task deals with; another task has its own.
_current: ContextVar["Delivered | None"] = ContextVar("delivered", default=None)


@dataclass
class Delivered:
    """Whether anything came through, or was changed in the database; and what certainly was not delivered.

    That can be tried again after so many seconds; None if all of it was.
    """

    anything: bool = False
    again_after: float | None = None

    @property
    def owed(self) -> bool:
        """Whether the whole answer can be given again: something was not delivered, and nothing else has happened."""
        return self.again_after is not None and not self.anything


@contextmanager
def followed() -> Iterator[Delivered]:
    """Follow what is delivered within the block."""
    delivered = Delivered()
    token = _current.set(delivered)
    try:
        yield delivered
    finally:
        _current.reset(token)


def is_answering() -> bool:
    """Tell whether an update is being dealt with; what is sent otherwise, the bot sends of itself."""
    return _current.get() is not None


def note_happened() -> None:
    """Note that something was, or may have been, delivered or changed."""
    if delivered := _current.get():
        delivered.anything = True


def note_undelivered(again_after: float = 0.0) -> None:
    """Note that something certainly was not."""
    if delivered := _current.get():
        delivered.again_after = max(again_after, delivered.again_after or 0.0)
