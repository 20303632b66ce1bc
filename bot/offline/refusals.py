"""How the Bot API says no."""

from http import HTTPStatus


class RefusedError(Exception):
    """A call that Telegram would refuse, with its HTTP status and its sentence."""

    def __init__(self, description: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        """Put the status in front of the sentence, as Telegram does."""
        self.status = status
        self.description = f"{status.phrase}: {description}"
        super().__init__(self.description)
