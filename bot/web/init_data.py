"""What Telegram says of who opens a Mini App: believed only with its own signature, and only while it is fresh."""

import datetime as dt
import hashlib
import hmac
import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

# Between opening the Mini App and asking for a page.
FRESH = dt.timedelta(hours=1)
# How far Telegram's clock may be ahead of ours.
_AHEAD = dt.timedelta(minutes=1)
LONGEST = 8192
_MOST_FIELDS = 30
_MOST_DIGITS = 16


class NotFromTelegramError(Exception):
    """What came is not what Telegram gives, is old, or is none of ours; nobody is told which."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Who opened the Mini App: their Telegram id, and the language that their Telegram is set to."""

    user_id: int
    language_code: str | None


def read_init_data(written: str, token: str, now: dt.datetime) -> Opened:
    """Read `initData` of a Mini App of the bot with that token.

    See https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app.

    Raises:
        NotFromTelegramError: it is not to be believed.
    """
    fields = _fields(written)
    given = fields.pop("hash", "")
    signed = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    expected = hmac.new(key, signed.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "surrogatepass")):
        raise NotFromTelegramError
    _check_fresh(fields.get("auth_date", ""), now)
    return _user(fields.get("user", ""))


def _fields(written: str) -> dict[str, str]:
    if len(written) > LONGEST:
        raise NotFromTelegramError
    try:
        pairs = parse_qsl(written, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise NotFromTelegramError from None
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise NotFromTelegramError
    return fields


def _check_fresh(auth_date: str, now: dt.datetime) -> None:
    if not (auth_date.isascii() and auth_date.isdecimal() and len(auth_date) <= _MOST_DIGITS):
        raise NotFromTelegramError
    age = now.timestamp() - int(auth_date)
    if not -_AHEAD.total_seconds() <= age <= FRESH.total_seconds():
        raise NotFromTelegramError


def _user(written: str) -> Opened:
    try:
        user = json.loads(written)
    except (RecursionError, ValueError):
        raise NotFromTelegramError from None
    if not isinstance(user, dict) or type(user.get("id")) is not int or user["id"] <= 0:
        raise NotFromTelegramError
    code = user.get("language_code")
    return Opened(user["id"], code if isinstance(code, str) else None)
