"""How the Bot API says no."""

from collections.abc import Mapping
from http import HTTPStatus


class RefusedError(Exception):
    """A call that Telegram would refuse, with its HTTP status, its sentence, and what may help the bot on."""

    def __init__(
        self,
        description: str,
        status: HTTPStatus = HTTPStatus.BAD_REQUEST,
        *,
        parameters: Mapping[str, int] | None = None,
    ) -> None:
        """Put the status in front of the sentence, as Telegram does."""
        self.parameters = dict(parameters or {})
        self.status = status
        self.description = f"{status.phrase}: {description}"
        super().__init__(self.description)
