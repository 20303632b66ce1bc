"""Which handler takes what: groups, service messages, edits, and whatever people and programs may send."""

import logging
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.offline.person import Person
from handlers.buttons import Verb
from handlers.registry import ALLOWED_UPDATES
from tests.handlers.conftest import Open
from tests.support.stage import Data, Stage

USER = {"id": 9, "is_bot": False, "first_name": "Other"}
SERVICE: dict[str, Any] = {
    "new_chat_members": [USER],
    "left_chat_member": USER,
    "new_chat_title": "Bees",
    "new_chat_photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}],
    "delete_chat_photo": True,
    "group_chat_created": True,
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 60},
    "migrate_to_chat_id": -2,
    "pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "honey"},
    "forum_topic_created": {"name": "Bees", "icon_color": 1},
    "forum_topic_closed": {},
    "video_chat_started": {},
    "write_access_allowed": {},
    "users_shared": {"request_id": 1, "users": [{"user_id": 9}]},
    "chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🐝"}},
    "proximity_alert_triggered": {"traveler": USER, "watcher": USER, "distance": 1},
}
people = count(1_000)
languages, ids = (
    st.sampled_from(["nl", "en", "xx"]),
    st.sampled_from(
        ["bees-honey", "bees", "auto", "nl", "gone", "", "show-1", "simple-1", "leave-1", "wipe-1", "join-bcdfgh"]
    ),
)
callback_data = (
    st.text(max_size=64)
    | st.from_regex(r"[a-z]:(nl|en):[a-z0-9-]{0,48}(:[0-9]{1,3})?", fullmatch=True)
    | st.builds("{}:{}:{}".format, st.sampled_from(Verb), languages, ids)
)
texts = (
    st.text(max_size=300)
    | st.sampled_from(["/class", "/class new 4V", "/class qr", "/join BCDFGH", "bcdfgh"])
    | st.text("/<>&{}%bees honey 123\u200b\u202e🐝\n", max_size=60)
)
acts = st.lists(st.tuples(st.just("says"), texts) | st.tuples(st.just("taps"), callback_data), min_size=1, max_size=4)
through_one_stage = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@through_one_stage
@given(acts, st.sampled_from(["nl", "en", "de", None]))
@example([("says", ""), ("taps", "a:nl:bees-honey")], "nl")
@example([("says", "tell me of honey comb"), ("taps", "a:en:bees-honey")], "en")
@example([("says", "tell me of honey comb"), ("says", "1"), ("taps", "m:nl:bees-honey"), ("says", "2")], "nl")
async def test_whatever_is_typed_and_tapped_is_answered_without_an_error(
    small_stage: Stage, caplog: pytest.LogCaptureFixture, done: list[tuple[str, str]], language_code: str | None
) -> None:
    caplog.clear()
    small_stage.person = Person(small_stage.telegram, id=next(people), language_code=language_code)
    shown = await small_stage.says("/topics")
    for act, content in done:
        update = small_stage.person.says(content) if act == "says" else small_stage.person.taps(shown, content)
        answers = await small_stage.hear(update)
        # A tap may also change the buttons of the message that it is on.
        new = [message for message in answers if act == "says" or message["message_id"] != shown["message_id"]]
        assert len(new) == 1 or (act == "taps" and not new)
        shown = answers[0] if answers else shown
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("text", ["honey", "tell me of honey comb", "2", "🙂", "", "/nope", "/start@other_bot"])
async def test_in_a_group_what_is_no_command_of_this_bot_is_left_alone(group_stage: Stage, text: str) -> None:
    await group_stage.says("/ask honey stings")
    assert await group_stage.hear(group_stage.person.says(text)) == []


@pytest.mark.parametrize("text", ["/start", "/help", "/ask", "/topics", "/sources", "/language"])
@pytest.mark.parametrize("name", ["", "@nuance_offline_bot"])
async def test_in_a_group_commands_are_answered(group_stage: Stage, text: str, name: str) -> None:
    assert (await group_stage.says(text + name))["chat"]["type"] == "supergroup"


@pytest.mark.parametrize("kind", SERVICE)
@pytest.mark.parametrize("group", [None, -1001])
async def test_service_messages_are_left_alone(
    open_as: Open, monkeypatch: pytest.MonkeyPatch, kind: str, group: int | None
) -> None:
    # Without it PTB warns of its next version whenever it reads a duration.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    stage = await open_as("en", group=group)
    assert await stage.hear(stage.person.sends(**{kind: SERVICE[kind]})) == []


@pytest.mark.parametrize("group", [None, -1001])
async def test_an_edited_command_is_answered(open_as: Open, group: int | None) -> None:
    stage = await open_as("en", group=group)
    [message] = await stage.hear(stage.person.edits("/ask tell me of honey comb"))
    assert "The book says something of honey" in message["text"]


async def test_a_post_in_a_channel_is_left_alone(small_stage: Stage) -> None:
    post: Data = {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel", "title": "Bees"}, "text": "/start"}
    assert await small_stage.hear({"update_id": 1, "channel_post": post}) == []


def test_telegram_is_asked_only_for_kinds_of_updates_that_it_has() -> None:
    assert {*ALLOWED_UPDATES} <= {*Update.ALL_TYPES}


async def test_the_catch_all_is_last(small_stage: Stage) -> None:
    *others, last = small_stage.application.handlers[0]
    dice = Update.de_json(small_stage.person.sends(dice={"value": 6, "emoji": "🎲"}), small_stage.application.bot)
    assert last.check_update(dice)
    assert not any(handler.check_update(dice) for handler in others)
