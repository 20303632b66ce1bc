"""What is sealed, opened in time and out of it, and tampered with."""

import base64
import datetime as dt
from http.cookies import SimpleCookie

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bot.web.sealing import Cookie, Seals
from tests.support.days import Calendar

HOUR = 3600


@pytest.fixture
def calendar() -> Calendar:
    """A clock."""
    return Calendar()


@pytest.fixture
def seals(calendar: Calendar) -> Seals:
    """Seals on that clock."""
    return Seals(b"k" * 32, calendar)


def test_what_was_sealed_opens_until_its_time_is_over(seals: Seals, calendar: Calendar) -> None:
    sealed = seals.seal("page", {"class": 7})
    assert seals.open("page", sealed, HOUR) == {"class": 7}
    calendar.moment += dt.timedelta(seconds=HOUR)
    assert seals.open("page", sealed, HOUR) == {"class": 7}
    calendar.moment += dt.timedelta(seconds=1)
    assert seals.open("page", sealed, HOUR) is None


def test_what_was_sealed_in_the_future_does_not_open(seals: Seals, calendar: Calendar) -> None:
    sealed = seals.seal("page", {"class": 7})
    calendar.moment -= dt.timedelta(days=1)
    assert seals.open("page", sealed, HOUR) is None


def test_a_seal_opens_for_its_purpose_and_its_key_alone(seals: Seals, calendar: Calendar) -> None:
    sealed = seals.seal("page", {"class": 7})
    assert seals.open("pupil", sealed, HOUR) is None
    assert Seals(b"x" * 32, calendar).open("page", sealed, HOUR) is None


def test_every_character_counts(seals: Seals) -> None:
    sealed = seals.seal("page", {"class": 7})
    other = {character: "A" if character != "A" else "B" for character in sealed}
    # The last character of a signature has bits that mean nothing.
    for place in range(len(sealed) - 1):
        assert seals.open("page", sealed[:place] + other[sealed[place]] + sealed[place + 1 :], HOUR) is None


def test_another_content_under_the_same_signature_is_refused(seals: Seals) -> None:
    _, rest = seals.seal("page", {"class": 7}).split(".", 1)
    forged = base64.urlsafe_b64encode(b'{"class":8}').decode().rstrip("=")
    assert seals.open("page", f"{forged}.{rest}", HOUR) is None


@pytest.mark.parametrize("junk", [None, "", ".", "..", "a.b.c", "x" * 5000, "é.é.é", "\0", "." * 900], ids=repr)
def test_junk_is_refused(seals: Seals, junk: str | None) -> None:
    assert seals.open("page", junk, HOUR) is None


def test_what_is_no_table_is_refused(seals: Seals) -> None:
    sealed = seals.seal("page", [1])  # type: ignore[arg-type]
    assert seals.open("page", sealed, HOUR) is None


def test_stamps_differ_by_purpose_and_text(seals: Seals) -> None:
    assert seals.stamp("form", "one") == seals.stamp("form", "one")
    assert len({seals.stamp("form", "one"), seals.stamp("form", "two"), seals.stamp("page", "one")}) == 3


def given(*, secure: bool, framed: bool = False) -> str:
    response = Response()
    Cookie("seat", "/chat", HOUR).give(response, "value", secure=secure, framed=framed)
    return response.headers["set-cookie"]


def test_a_cookie_is_kept_from_scripts_and_other_sites() -> None:
    over_http, over_https = given(secure=False), given(secure=True)
    morsel = SimpleCookie(over_https)["seat"]
    assert (morsel["httponly"], morsel["samesite"], morsel["path"], morsel["max-age"]) == (True, "Lax", "/chat", "3600")
    assert morsel["secure"]
    assert "Secure" not in over_http


def test_in_a_frame_a_cookie_belongs_to_that_frame() -> None:
    assert given(secure=True, framed=True).endswith("SameSite=None; Secure; Partitioned")
    assert "SameSite=Lax" in given(secure=False, framed=True)


def test_a_cookie_that_is_taken_back_is_gone() -> None:
    response = Response()
    Cookie("seat", "/chat", HOUR).take_back(response, secure=False)
    assert 'seat=""; ' in response.headers["set-cookie"]
    assert "Max-Age=0" in response.headers["set-cookie"]


def test_a_cookie_is_read() -> None:
    request = Request({"type": "http", "headers": [(b"cookie", b"a=b; seat=value")]})
    assert Cookie("seat", "/chat", HOUR).of(request) == "value"
    assert Cookie("other", "/chat", HOUR).of(request) is None
