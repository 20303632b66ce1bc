"""What Telegram says of who opens a Mini App: believed, or not."""

import datetime as dt
import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.telegram import TOKEN
from bot.web.init_data import FRESH, LONGEST, NotFromTelegramError, Opened, read_init_data
from tests.support.init_data import init_data, signed

NOW = dt.datetime(2027, 1, 4, 8, 0, tzinfo=dt.UTC)
OTHER_TOKEN = "1:" + "x" * 35
GOOD = init_data(7, TOKEN, NOW)


def test_who_opened_it_is_read() -> None:
    assert read_init_data(GOOD, TOKEN, NOW) == Opened(7, "nl")
    assert read_init_data(init_data(2**52, TOKEN, NOW, language_code=None), TOKEN, NOW) == Opened(2**52, None)


def test_the_signature_is_that_of_telegrams_own_rules() -> None:
    # The hash comes from openssl, by the steps that Telegram documents.
    written = (
        "user=%7B%22id%22%3A7%7D&auth_date=1&hash=c91a42612b9efec466838240226ef9a7bb08310be31520a4b6f87f3cd6064f63"
    )
    moment = dt.datetime.fromtimestamp(1, dt.UTC)
    assert read_init_data(written, "1:a", moment) == Opened(7, None)


@pytest.mark.parametrize("age", [dt.timedelta(0), FRESH, dt.timedelta(seconds=-60)], ids=str)
def test_it_is_believed_while_it_is_fresh(age: dt.timedelta) -> None:
    assert read_init_data(GOOD, TOKEN, NOW + age)


@pytest.mark.parametrize(
    "age", [FRESH + dt.timedelta(seconds=1), dt.timedelta(seconds=-61), dt.timedelta(365)], ids=str
)
def test_old_or_of_the_future_it_is_not(age: dt.timedelta) -> None:
    with pytest.raises(NotFromTelegramError):
        read_init_data(GOOD, TOKEN, NOW + age)


TAMPERED = {
    "another token": (GOOD, OTHER_TOKEN),
    "another user": (GOOD.replace("%3A+7%2C", "%3A+8%2C"), TOKEN),
    "another moment": (GOOD.replace("auth_date=1", "auth_date=2"), TOKEN),
    "a field more": (GOOD + "&start_param=x", TOKEN),
    "a field less": (GOOD.replace("query_id=AAHdF6IQAAAAAN0XohDhrOrc&", ""), TOKEN),
    "no hash": (GOOD.split("&hash=")[0], TOKEN),
    "an empty hash": (GOOD.split("&hash=")[0] + "&hash=", TOKEN),
    "a hash in capitals": ("&hash=".join((GOOD.split("&hash=")[0], GOOD.split("&hash=")[1].upper())), TOKEN),
    "two hashes": (GOOD + "&hash=" + GOOD.split("&hash=")[1], TOKEN),
    "two users": (GOOD + "&user=%7B%22id%22%3A8%7D", TOKEN),
    "nothing": ("", TOKEN),
    "no pairs": ("hello", TOKEN),
    "too much": (GOOD + "&x=" + "x" * LONGEST, TOKEN),
    "many fields": ("&".join(f"a{number}=1" for number in range(100)), TOKEN),
    "no text": ("hash=\ud800&user=\ud800", TOKEN),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_tampered_data_is_refused(case: str) -> None:
    written, token = TAMPERED[case]
    assert case == "another token" or written != GOOD
    with pytest.raises(NotFromTelegramError):
        read_init_data(written, token, NOW)


SIGNED_NONSENSE = [
    {"auth_date": "²"},
    {"auth_date": "-1"},
    {"auth_date": "1e9"},
    {"auth_date": "9" * 400},
    {"auth_date": ""},
    {"user": ""},
    {"user": "[]"},
    {"user": "null"},
    {"user": '{"id": "7"}'},
    {"user": '{"id": true}'},
    {"user": '{"id": -7}'},
    {"user": '{"id": 7.0}'},
    {"user": "{}"},
    {"user": "[" * 5000},
]


@pytest.mark.parametrize("fields", SIGNED_NONSENSE, ids=str)
def test_nonsense_is_refused_even_when_it_is_signed(fields: dict[str, str]) -> None:
    good = {"auth_date": str(int(NOW.timestamp())), "user": '{"id": 7}'}
    assert read_init_data(signed(good, TOKEN), TOKEN, NOW)
    with pytest.raises(NotFromTelegramError):
        read_init_data(signed(good | fields, TOKEN), TOKEN, NOW)


@given(st.text(max_size=60) | st.dictionaries(st.text(max_size=8), st.text(max_size=20)).map(urlencode))
def test_whatever_comes_it_is_refused_and_nothing_else_happens(written: str) -> None:
    with pytest.raises(NotFromTelegramError):
        read_init_data(written, TOKEN, NOW)


def test_a_language_that_is_no_text_is_none() -> None:
    fields = {"auth_date": str(int(NOW.timestamp())), "user": json.dumps({"id": 7, "language_code": 3})}
    assert read_init_data(signed(fields, TOKEN), TOKEN, NOW).language_code is None
