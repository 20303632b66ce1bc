"""An application that remembers no chats: its library keeps the id of each for a persistence that nobody uses."""

from typing import Any

from telegram.ext import Application


class ForgetfulApplication(Application[Any, Any, Any, Any, Any, Any]):
    """Marks nothing for being persisted, so that memory does not grow with the number of chats."""

    __slots__ = ()

    def _mark_for_persistence_update(self, *, update: object = None, job: object = None) -> None:
        """Mark nothing."""
