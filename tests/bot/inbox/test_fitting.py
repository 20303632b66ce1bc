"""Whether an update is of the types that the Bot API says."""

from typing import Any

import pytest

from bot.inbox.fitting import DEEPEST, fits
from bot.offline.person import Person
from bot.offline.telegram import OfflineTelegram

MESSAGE: dict[str, Any] = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}

TAP = {"id": "1", "from": {"id": 1, "is_bot": False, "first_name": "x"}, "chat_instance": "1"}


def nested(depth: int) -> dict[str, Any]:
    inside: dict[str, Any] = {"message_id": 1}
    for _ in range(depth):
        inside = {"reply_to_message": inside}
    return {"update_id": 1, "message": MESSAGE | inside}


def test_what_telegram_sends_fits() -> None:
    person = Person(OfflineTelegram(), language_code="en")
    message = MESSAGE | {"chat": person.chat, "from": person.user}
    for update in (person.says("/start"), person.queries("honey"), person.taps(message, "e:en:x"), nested(3)):
        assert fits(update)
    assert fits({"update_id": 1, "callback_query": TAP | {"message": MESSAGE}})
    assert fits(person.changes_the_bot("member", "kicked"))


def test_what_is_not_known_is_passed_over() -> None:
    assert fits({"update_id": 1, "from_the_future": {"a": [1]}, "message": MESSAGE | {"new_field": 7}})


@pytest.mark.parametrize(
    "update",
    [
        [],
        {"update_id": "1"},
        {"update_id": True},
        {"update_id": 1, "message": []},
        {"update_id": 1, "message": MESSAGE | {"text": 7}},
        {"update_id": 1, "message": MESSAGE | {"from": {"id": {}}}},
        {"update_id": 1, "message": MESSAGE | {"entities": {}}},
        {"update_id": 1, "message": MESSAGE | {"entities": [7]}},
        {"update_id": 1, "callback_query": {"data": "x"}},
        {"update_id": 1, "message": {"message_id": 1, "date": 1}},
        {"update_id": 1, "callback_query": TAP | {"message": MESSAGE | {"chat": {"id": []}}}},
        nested(DEEPEST + 1),
    ],
)
def test_what_is_of_another_type_does_not(update: Any) -> None:
    assert not fits(update)
