"""What the site gives out and takes back: sealed, so that nobody can make or change it, and only for a time."""

import datetime as dt
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

Data = dict[str, Any]

# Longer than anything that is sealed here.
_LONGEST = 1000


class _Signer(TimestampSigner):
    def __init__(self, *arguments: Any, clock: Callable[[], dt.datetime], **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        self._clock = clock

    def get_timestamp(self) -> int:
        """Tell the time in whole seconds."""
        return int(self._clock().timestamp())


@dataclass(frozen=True)
class Seals:
    """Seals with a secret key, on which `clock` puts the time; what was sealed for one purpose opens for no other."""

    key: bytes
    clock: Callable[[], dt.datetime]

    def seal(self, purpose: str, content: Data) -> str:
        """Seal something; it can be read by everybody, and made by nobody else."""
        sealed = self._serializer(purpose).dumps(content)
        return sealed if isinstance(sealed, str) else sealed.decode()

    def open(self, purpose: str, sealed: str | None, seconds: int) -> Data | None:
        """Give what was sealed; None if it was not sealed here, for this purpose, within so many seconds."""
        if not sealed or len(sealed) > _LONGEST:
            return None
        try:
            content = self._serializer(purpose).loads(sealed, max_age=seconds)
        except BadData:
            return None
        return content if isinstance(content, dict) else None

    def stamp(self, purpose: str, text: str) -> str:
        """Give what only who has the key can say of a text."""
        return hmac.new(self.key, f"{purpose} {text}".encode(), hashlib.sha256).hexdigest()

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self.key,
            salt=f"nuancebot {purpose}",
            signer=_Signer,
            signer_kwargs={"digest_method": hashlib.sha256, "clock": self.clock},
        )


@dataclass(frozen=True)
class Cookie:
    """A cookie that no script sees; `path` is where it is sent, `seconds` how long it is kept.

    `framed` ones are also sent where the page stands in a frame of Telegram's, which takes https.
    """

    name: str
    path: str
    seconds: int

    def give(self, response: Response, value: str, *, secure: bool, framed: bool = False) -> None:
        """Put it on a response."""
        self._put(response, value, self.seconds, secure=secure, framed=framed)

    def take_back(self, response: Response, *, secure: bool, framed: bool = False) -> None:
        """Delete it."""
        self._put(response, "", 0, secure=secure, framed=framed)

    def of(self, request: Request) -> str | None:
        """Read it."""
        return request.cookies.get(self.name)

    def _put(self, response: Response, value: str, seconds: int, *, secure: bool, framed: bool) -> None:
        morsel = SimpleCookie({self.name: value})[self.name]
        morsel["path"], morsel["max-age"], morsel["httponly"] = self.path, seconds, True
        morsel["samesite"] = "None" if framed and secure else "Lax"
        if secure:
            morsel["secure"] = True
        # Partitioned: in a frame it is not seen by the page around it, nor outside of it.
        partitioned = "; Partitioned" if framed and secure else ""
        response.headers.append("set-cookie", morsel.OutputString() + partitioned)
