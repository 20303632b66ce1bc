"""What can't be read as a question, as whole updates through the real application."""

from typing import Any

import pytest

from handlers.phrasebook import Phrases
from tests.support.stage import Stage

FILE = {"file_id": "1", "file_unique_id": "1"}
SIZED = FILE | {"width": 1, "height": 1}
PLACE = {"latitude": 52.1, "longitude": 5.1}
POLL = {
    "id": "1",
    "question": "Bees?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}
UNREADABLE: dict[str, dict[str, Any]] = {
    "photo": {"photo": [SIZED]},
    "voice": {"voice": FILE | {"duration": 1}},
    "video": {"video": SIZED | {"duration": 1}},
    "video note": {"video_note": FILE | {"length": 1, "duration": 1}},
    "audio": {"audio": FILE | {"duration": 1}},
    "sticker": {"sticker": SIZED | {"is_animated": False, "is_video": False, "type": "regular", "emoji": "🐝"}},
    "animation": {"animation": SIZED | {"duration": 1}, "document": FILE},
    "document": {"document": FILE | {"file_name": "bees.pdf"}},
    "location": {"location": PLACE},
    "venue": {"venue": {"location": PLACE, "title": "Hive", "address": "Garden"}, "location": PLACE},
    "contact": {"contact": {"phone_number": "0", "first_name": "Bee"}},
    "poll": {"poll": POLL},
    "dice": {"dice": {"value": 6, "emoji": "🎲"}},
    "game": {"game": {"title": "Bees", "description": "Buzz", "photo": [SIZED]}},
    "empty text": {"text": ""},
    "empty caption": {"photo": [SIZED], "caption": ""},
    "nothing at all": {},
    "a kind that is newer than the bot": {"hologram": {"depth": 3}},
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=[*UNREADABLE])
async def test_what_has_no_text_is_told_that_only_text_is_read(
    speaker: Stage, phrases: Phrases, content: dict[str, Any]
) -> None:
    [message] = await speaker.hear(speaker.person.sends(**content))
    assert message["text"] == phrases.ask.text_only


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=[*UNREADABLE])
async def test_in_a_group_it_is_left_alone(group_stage: Stage, content: dict[str, Any]) -> None:
    assert await group_stage.hear(group_stage.person.sends(**content)) == []


@pytest.mark.parametrize("text", ["/nope", "/START_", "/helpme now", "/ask@other_bot honey", "/a" + "b" * 31])
async def test_an_unknown_command_points_to_help(speaker: Stage, phrases: Phrases, text: str) -> None:
    assert (await speaker.says(text))["text"] == phrases.ask.unknown_command


@pytest.mark.parametrize("text", ["/START", "/Help", "/TOPICS@Nuance_Offline_Bot"])
async def test_a_command_is_known_in_any_case(speaker: Stage, phrases: Phrases, text: str) -> None:
    assert (await speaker.says(text))["text"] != phrases.ask.unknown_command


async def test_a_live_location_that_moves_gets_no_further_message(small_stage: Stage) -> None:
    await small_stage.hear(small_stage.person.sends(location=PLACE | {"live_period": 900}))
    moved = small_stage.person.edits("")
    del moved["edited_message"]["text"]
    moved["edited_message"]["location"] = PLACE | {"live_period": 900, "heading": 90}
    assert await small_stage.hear(moved) == []


async def test_an_album_is_told_once_that_only_text_is_read(small_stage: Stage) -> None:
    album = [small_stage.person.sends(photo=[SIZED], media_group_id="1") for _ in range(3)]
    assert len([message for update in album for message in await small_stage.hear(update)]) == 1
