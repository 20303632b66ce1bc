"""Taps of every kind: acknowledged, stale, tampered with, under messages that are gone."""

import pytest

from handlers.phrasebook import Phrases
from tests.handlers.conftest import Open
from tests.support.stage import Data, Stage, buttons


def as_inaccessible(message: Data) -> Data:
    """Give a message as Telegram does when it can't be accessed any more."""
    return {"chat": message["chat"], "message_id": message["message_id"], "date": 0}


async def test_a_tap_is_acknowledged(small_stage: Stage) -> None:
    await small_stage.taps(await small_stage.says("/topics"), "Bees")
    assert [call.method for call in small_stage.telegram.calls].count("answercallbackquery") == 1
    assert small_stage.telegram.taps == set()


@pytest.mark.parametrize("label", ["Bees", "Owls"])
async def test_a_tap_that_telegram_forgot_is_followed_all_the_same(small_stage: Stage, label: str) -> None:
    topics = await small_stage.says("/topics")
    update = small_stage.person.taps(topics, buttons(topics)[label])
    small_stage.telegram.taps.clear()
    [message] = await small_stage.hear(update)
    assert message["text"] == label


@pytest.mark.parametrize(
    "data",
    ["", "x", "e:", "e:de:bees-honey", "e:en:BEES", "0:en:bees", "t:en:bees:1000", "💥", "<b>&", "\x00", "a" * 64],
)
async def test_what_is_no_button_of_ours_gets_a_sentence(speaker: Stage, phrases: Phrases, data: str) -> None:
    message = await speaker.taps(await speaker.says("/start"), data)
    assert message["text"] == phrases.callback.unreadable


async def test_a_game_button_without_data_gets_a_sentence(small_stage: Stage) -> None:
    update = small_stage.person.taps(await small_stage.says("/start"), "gone")
    del update["callback_query"]["data"]
    update["callback_query"]["game_short_name"] = "chess"
    [message] = await small_stage.hear(update)
    assert message["text"].startswith("I cannot read this button.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("e:en:bees-honey", "The book says something of honey"),
        ("s:nl:bees-honey", "Simpel: honing."),
        ("t:en:bees", "Bees"),
        ("w:en:", "What my answers rest on"),
        ("l:nl:nl", "Vanaf nu antwoord ik in het Nederlands"),
        ("nonsense", "I cannot read this button."),
    ],
)
async def test_a_tap_under_an_inaccessible_message_is_followed_in_a_new_one(
    small_stage: Stage, data: str, said: str
) -> None:
    gone = as_inaccessible(await small_stage.says("/start"))
    message = await small_stage.taps(gone, data)
    assert said in message["text"]
    assert message["message_id"] > gone["message_id"]


@pytest.mark.parametrize("command", ["/topics", "/sources"])
async def test_a_tap_under_a_deleted_message_is_followed_in_a_new_one(small_stage: Stage, command: str) -> None:
    shown = await small_stage.says(command)
    small_stage.telegram.messages.clear()
    message = await small_stage.taps(shown, "t:en:bees")
    assert message["text"] == "Bees"
    assert message["message_id"] > shown["message_id"]


async def test_a_tap_under_a_message_in_no_chat_is_passed_over(
    small_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    update = small_stage.person.taps({}, "e:en:bees-honey")
    del update["callback_query"]["message"]
    update["callback_query"]["inline_message_id"] = "1"
    assert await small_stage.hear(update) == []
    assert caplog.records == []


async def test_a_button_keeps_the_language_of_its_message(small_stage: Stage) -> None:
    answer = await small_stage.says("/start bees-honey")
    await small_stage.says("/language nl")
    assert "Simple: honey." in (await small_stage.taps(answer, "Simpler"))["text"]
    assert (await small_stage.says("/topics"))["text"] == "Waarover wil je lezen?"


async def test_a_tampered_choice_of_language_promises_what_it_does(small_stage: Stage) -> None:
    promise = await small_stage.taps(await small_stage.says("/language"), "l:en:nl")
    chosen = {"From now on I answer in English": "What would you like", "Vanaf nu antwoord ik in het": "Waarover wil"}
    [expected] = [topics for said, topics in chosen.items() if promise["text"].startswith(said)]
    assert (await small_stage.says("/topics"))["text"].startswith(expected)


async def test_taps_of_two_people_in_a_group_reach_the_group(open_as: Open) -> None:
    stage = await open_as("en", group=-1001)
    topics = await stage.says("/topics")
    update = stage.person.taps(topics, buttons(topics)["Bees"])
    update["callback_query"]["from"] = {"id": 2, "is_bot": False, "first_name": "Other"}
    [message] = await stage.hear(update)
    assert message["text"] == "Bees"
    assert message["chat"]["id"] == -1001
