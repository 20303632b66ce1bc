"""Whose a raw update is, before anything else reads it."""

import json
from typing import Any

import pytest

from bot.inbox.raw import arriving
from bot.offline.person import Person
from bot.offline.telegram import OfflineTelegram

GROUP = -1_001_234


def test_of_each_kind_it_is_known_whose_it_is() -> None:
    telegram = OfflineTelegram()
    alone, in_group = Person(telegram, id=7), Person(telegram, id=8, group=GROUP)
    message = {"message_id": 1, "date": 1, "chat": alone.chat, "text": "x", "from": telegram.bot}
    found = [
        arriving(raw) for raw in (alone.says("x"), in_group.says("x"), alone.taps(message, "y"), alone.queries("x"))
    ]
    assert [(each.chat, each.person) for each in found if each] == [(7, 7), (GROUP, 8), (7, 7), (7, 7)]


def test_it_is_written_down_as_it_came() -> None:
    raw = {"update_id": 5, "poll_answer": {"user": {"id": 7}, "what": ["\ud800", "\0", 1.5, None]}}
    found = arriving(raw)
    assert found is not None
    assert (found.update_id, found.chat, json.loads(found.content)) == (5, 7, raw)


@pytest.mark.parametrize(
    "raw", [None, 1, "x", [], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**63}, {"update_id": None}]
)
def test_what_has_no_number_is_no_update(raw: Any) -> None:
    assert arriving(raw) is None


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"message": 5},
        {"message": {"chat": 5, "from": []}},
        {"message": {"chat": {"id": "x"}, "from": {"id": 2**70}}},
        {"callback_query": {"message": None}},
    ],
)
def test_what_is_nobodys_stands_in_a_lane_of_its_own(content: dict[str, Any]) -> None:
    found = arriving({"update_id": 5, **content})
    assert found is not None
    assert (found.chat, found.person) == (0, None)
