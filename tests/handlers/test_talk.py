"""The steps that every handler shares: where a message goes, how it is sent, and what is written down."""

import pytest
from telegram import Update

from handlers.context import Services
from handlers.talk import chat_of
from tests.handlers.conftest import Open
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons


@pytest.mark.parametrize("typed", ["/start", "/topics", "/sources", "/language", "/help", "/ask", "/ask honey jar"])
async def test_an_answer_goes_to_the_topic_of_the_question(group_stage: Stage, typed: str) -> None:
    group_stage.person.enters(7)
    assert (await group_stage.says(typed))["message_thread_id"] == 7


async def test_a_tap_is_followed_in_the_topic_of_its_message(group_stage: Stage) -> None:
    group_stage.person.enters(7)
    welcome = await group_stage.says("/topics")
    answer = await group_stage.taps(welcome, next(iter(buttons(welcome))))
    assert answer["message_thread_id"] == 7


async def test_a_thread_of_replies_is_no_topic(group_stage: Stage) -> None:
    update = group_stage.person.says("/topics")
    update["message"]["message_thread_id"] = 7
    [message] = await group_stage.hear(update)
    assert "message_thread_id" not in message


@pytest.mark.parametrize("typed", ["/start", "/start bees-honey", "/topics", "/sources", "/help", "honey", "🙂"])
async def test_no_message_unfolds_a_preview_of_its_links(small_stage: Stage, typed: str) -> None:
    await small_stage.says(typed)
    assert small_stage.telegram.calls[-1].parameters["link_preview_options"] == {"is_disabled": True}


async def test_a_changed_message_unfolds_no_preview_either(small_stage: Stage) -> None:
    await small_stage.taps(await small_stage.says("/topics"), "Bees")
    assert small_stage.telegram.calls[-1].method == "editmessagetext"
    assert small_stage.telegram.calls[-1].parameters["link_preview_options"] == {"is_disabled": True}


async def test_somebody_without_an_account_is_met_in_the_default_language(group_stage: Stage) -> None:
    update = group_stage.person.says("/topics")
    del update["message"]["from"]
    [message] = await group_stage.hear(update)
    assert message["text"] == "What would you like to read about?"


async def test_what_came_of_a_message_is_written_down_once_with_its_way(
    small_stage: Stage, small_services: Services
) -> None:
    answer = await small_stage.says("tell me of honey comb")
    await small_stage.taps(answer, "Simpler")
    await small_stage.says("/start owls-night")
    await small_stage.says("/ask tell me of stings venom")
    assert await rows_of(small_services, "via, act, entry, text", "questions") == [
        ("text", "answer", "bees-honey", None),
        ("tap", "simplify", "bees-honey", None),
        ("link", "answer", "owls-night", None),
        ("command", "answer", "bees-sting", None),
    ]


async def test_the_text_is_kept_only_of_what_found_no_answer(small_stage: Stage, small_services: Services) -> None:
    await small_stage.says("tell me of honey comb")
    await small_stage.says("what is the capital of peru")
    assert await rows_of(small_services, "act, text", "questions") == [
        ("answer", None),
        ("fallback", "what is the capital of peru"),
    ]


async def test_nobody_is_named_in_what_is_written_down(open_as: Open, small_services: Services) -> None:
    stage = await open_as("en", group=-100987654321)
    await stage.says("/ask tell me of honey comb")
    stored = await rows_of(small_services, "*", "questions") + await rows_of(small_services, "*", "conversations")
    assert "987654321" not in repr(stored)
    assert "Person" not in repr(stored)


async def test_two_chats_have_conversations_of_their_own(open_as: Open, small_stage: Stage) -> None:
    await small_stage.says("tell me of honey comb")
    group = await open_as("en", group=-1001)
    assert "Simple" not in (await group.says("/ask simpler"))["text"]
    assert "Simple: honey." in (await small_stage.says("simpler"))["text"]


def test_an_update_without_a_chat_is_a_mistake_of_the_filters() -> None:
    with pytest.raises(TypeError, match="without a chat"):
        chat_of(Update(1))
