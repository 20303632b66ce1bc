"""Groups at Telegram: who is what in them, their topics, and what closes them to the bot."""

import json

import pytest

from bot.offline.membership import member
from bot.offline.person import Person
from bot.offline.schema import check_type
from bot.offline.telegram import OfflineTelegram
from tests.support.calls import does, refusal

GROUP = -9
STATUSES = ["creator", "administrator", "member", "restricted", "left", "kicked"]


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_described_with_all_that_telegram_promises(telegram: OfflineTelegram, status: str) -> None:
    described = member(telegram.bot, status)
    check_type(described, ["ChatMember"], "member")
    assert (described["status"], described["user"]) == (status, telegram.bot)


@pytest.mark.parametrize("status", STATUSES)
async def test_telegram_tells_what_somebody_is_in_a_group(telegram: OfflineTelegram, status: str) -> None:
    person = Person(telegram, group=GROUP, status=status)
    told = await does(telegram, "getChatMember", chat_id=GROUP, user_id=person.id)
    assert (told["status"], told["user"]) == (status, person.user)


@pytest.mark.parametrize(("chat", "reason"), [(GROUP, "user not found"), (-1, "chat not found")])
async def test_of_strangers_it_tells_nothing(telegram: OfflineTelegram, chat: int, reason: str) -> None:
    Person(telegram, group=GROUP)
    assert await refusal(telegram, "getChatMember", chat_id=chat, user_id=5) == (400, f"Bad Request: {reason}")


async def test_only_a_topic_that_is_there_can_be_written_in(telegram: OfflineTelegram) -> None:
    Person(telegram, group=GROUP, topic=3)
    form = {"chat_id": GROUP, "text": "x"}
    refused = await refusal(telegram, "sendMessage", **form, message_thread_id=4)
    assert refused == (400, "Bad Request: message thread not found")
    assert (await does(telegram, "sendMessage", **form, message_thread_id=3))["chat"]["is_forum"] is True


async def test_a_group_that_was_upgraded_says_where_it_is(telegram: OfflineTelegram) -> None:
    person = Person(telegram, group=GROUP, status="creator")
    person.upgrades_the_group(-10)
    status, body = await telegram.call("sendMessage", {"chat_id": str(GROUP), "text": "x"})
    assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": -10})
    assert (await does(telegram, "getChatMember", chat_id=-10, user_id=person.id))["status"] == "creator"
    assert (await does(telegram, "sendMessage", chat_id=-10, text="x"))["chat"]["id"] == -10


@pytest.mark.parametrize(
    ("group", "reason"), [(None, "bot was blocked by the user"), (GROUP, "bot was kicked from the group chat")]
)
async def test_where_the_bot_was_removed_it_can_not_write_until_it_is_back(
    telegram: OfflineTelegram, group: int | None, reason: str
) -> None:
    person = Person(telegram, group=group)
    form = {"chat_id": person.chat["id"], "text": "x"}
    person.changes_the_bot("member", "kicked")
    assert await refusal(telegram, "sendMessage", **form) == (403, f"Forbidden: {reason}")
    person.changes_the_bot("kicked", "member")
    await does(telegram, "sendMessage", **form)


async def test_a_reply_names_the_message_that_it_answers(telegram: OfflineTelegram) -> None:
    asked = Person(telegram, group=GROUP).says("x")["message"]
    parameters = json.dumps({"message_id": asked["message_id"]})
    answer = await does(telegram, "sendMessage", chat_id=GROUP, text="y", reply_parameters=parameters)
    assert (answer["reply_to_message"]["message_id"], answer["reply_to_message"]["text"]) == (asked["message_id"], "x")


async def test_a_reply_to_a_message_that_is_gone_is_refused_unless_it_is_allowed(telegram: OfflineTelegram) -> None:
    Person(telegram, group=GROUP)
    form = {"chat_id": GROUP, "text": "y"}
    gone = {"message_id": 999}
    refused = await refusal(telegram, "sendMessage", **form, reply_parameters=json.dumps(gone))
    assert refused == (400, "Bad Request: message to be replied not found")
    allowed = json.dumps(gone | {"allow_sending_without_reply": True})
    assert "reply_to_message" not in await does(telegram, "sendMessage", **form, reply_parameters=allowed)
