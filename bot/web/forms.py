"""Forms that only a page of ours can send: each carries a token that belongs to the browser it was shown in."""

import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from bot.web.sealing import Cookie, Seals
from bot.web.shielding import RefusedError

TOKEN = "token"  # noqa: S105  (the name of the field)
VISITOR = Cookie("visitor", "/", 12 * 60 * 60)
_MOST_FIELDS = 50
_PURPOSE = "form"


@dataclass(frozen=True)
class Form:
    """What a form carried: fields by name, in their order."""

    fields: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        """List every value of a field."""
        return [value for key, value in self.fields if key == name]

    def one(self, name: str) -> str:
        """Give the last value of a field, empty if it has none."""
        return (["", *self.all(name)])[-1]


@dataclass(frozen=True)
class Forms:
    """Makes tokens, and reads the forms that carry them."""

    seals: Seals

    def token(self, request: Request) -> str:
        """Give the token for a form on the page that is shown."""
        visitor = VISITOR.of(request)
        if visitor is None:
            visitor = getattr(request.state, "visitor", None) or secrets.token_urlsafe(16)
            request.state.visitor = visitor
        return self.seals.stamp(_PURPOSE, visitor)

    def remember(self, request: Request, response: Response, *, secure: bool) -> None:
        """Let the browser keep what its tokens belong to, if it was given one just now."""
        if visitor := getattr(request.state, "visitor", None):
            VISITOR.give(response, visitor, secure=secure)

    async def read(self, request: Request) -> Form:
        """Read a form.

        Raises:
            RefusedError: it was not sent by a page of ours in this browser, or it is no form.
        """
        form = await _read(request)
        visitor = VISITOR.of(request)
        if visitor is None or not hmac.compare_digest(
            form.one(TOKEN).encode(), self.seals.stamp(_PURPOSE, visitor).encode()
        ):
            raise RefusedError(403)
        return form


async def _read(request: Request) -> Form:
    body = await request.body()
    try:
        text = body.decode("ascii", "replace")
        return Form(tuple(parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS)))
    except ValueError:
        raise RefusedError(403) from None
